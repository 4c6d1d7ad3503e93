/** What the page of my terms of reference shows. Types only; the use case fills them. */
import type { AssignmentStage } from '../../domain/register/stage.ts';
import type { CalendarDate } from '../../domain/shared/calendar-date.ts';
import type { Bilingual } from '../../domain/shared/locale.ts';

export type SectionCounts = { done: number; thin: number; missing: number };

/** The one thing that the reader does next on it; `to` is an address of ours. */
export type TorStep = { act: 'start' | 'write' | 'comments' | 'read' | 'open'; to: string };

export type TorView = {
  code: string;
  title: Bilingual;
  stage: AssignmentStage;
  isLed: boolean;
  document: { id: string; title: string; openThreads: number; sections: SectionCounts } | null;
  /** Set while a no-objection waits for the Bank. */
  pending: { dueOn: CalendarDate | null } | null;
  step: TorStep;
};

export type MyTors = { tors: TorView[]; count: number; page: number; pages: number };

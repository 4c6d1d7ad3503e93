/** What the due list shows. Types only; the use case fills them. */
import type { DueAct, DueGroup } from '../../domain/register/due-item.ts';
import type { CalendarDate } from '../../domain/shared/calendar-date.ts';
import type { Bilingual } from '../../domain/shared/locale.ts';

export type DueRow = {
  id: string;
  group: DueGroup;
  act: DueAct;
  about: 'deliverable' | 'milestone' | 'no-objection';
  no: number;
  title: Bilingual;
  code: string;
  assignmentTitle: Bilingual;
  dueOn: CalendarDate | null;
  /** Working days until it is due; negative when late, null without a day. */
  workingDays: number | null;
  /** Its day lies in a year whose public holidays are not known. */
  isUncovered: boolean;
  /** Why it was returned, or why more time is asked for. */
  reason: string;
  /** Since which day a decision is waited for. */
  since: CalendarDate | null;
};

export type DueList = {
  rows: DueRow[];
  /** Only what the reader does, or all that the reader may see. */
  show: 'mine' | 'all';
  /** What stands in the address of the next page; null on the last. */
  next: string | null;
  /** The first page, from the very beginning. */
  isFirst: boolean;
};

/** What the timeline shows. Types only; the use case fills them. */
import type { AssignmentStage } from '../../domain/register/stage.ts';
import type { CalendarDate } from '../../domain/shared/calendar-date.ts';
import type { Bilingual } from '../../domain/shared/locale.ts';

export type TimelineMarkView = {
  kind: 'PLANNED' | 'REACHED' | 'PERIOD' | 'DELIVERABLE' | 'MILESTONE';
  on: CalendarDate;
  until: CalendarDate | null;
  stage: AssignmentStage | null;
  title: Bilingual | null;
  isDone: boolean;
};

export type TimelineRow = { code: string; title: Bilingual; marks: TimelineMarkView[] };

export type TimelinePage = {
  rows: TimelineRow[];
  components: { no: number; name: Bilingual }[];
  component: number | null;
  mine: boolean;
  today: CalendarDate;
  /** Public holidays, each run of days as first and last. */
  holidays: { from: CalendarDate; to: CalendarDate }[];
  /** What stands in the address of the next page; null on the last. */
  next: string | null;
  isFirst: boolean;
};

/** What the board shows. Types only; the use case fills them. */
import type { DeliverableState } from '../../domain/register/deliverable.ts';
import type { AssignmentStage, BoardPhase } from '../../domain/register/stage.ts';
import type { CalendarDate } from '../../domain/shared/calendar-date.ts';
import type { Bilingual } from '../../domain/shared/locale.ts';

/** The first deliverable of an assignment that is still to be handed in. */
export type DueView = {
  title: Bilingual;
  dueOn: CalendarDate | null;
  state: DeliverableState;
  /** 0 when not late. */
  daysOverdue: number;
  returnReason: string | null;
};

export type BoardCardView = {
  code: string;
  title: Bilingual;
  /** Null while no component is set. */
  componentNo: number | null;
  phase: BoardPhase;
  isLed: boolean;
  next: DueView | null;
};

export type BoardLineView = { code: string; next: DueView };

export type BoardView = {
  today: CalendarDate;
  components: { no: number; name: Bilingual }[];
  cards: BoardCardView[];
  /** The first ones; `individualCount` says how many there are. */
  individuals: { code: string; title: Bilingual; stage: AssignmentStage }[];
  individualCount: number;
  counts: { late: number; returned: number; soon: number; comments: number };
  pressing: BoardLineView[];
  upcoming: BoardLineView[];
};

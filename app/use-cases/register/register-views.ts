/** What the register table shows of a row. Types only; the use cases fill them. */
import type { DeliverableState } from '../../domain/register/deliverable.ts';
import type { NextMove } from '../../domain/register/next-move.ts';
import type { ProcurementReview, SelectionMethod } from '../../domain/register/assignment.ts';
import type { AssignmentStage } from '../../domain/register/stage.ts';
import type { ReadRegisterQuery } from '../../domain/register/register-query.ts';
import type { CalendarDate } from '../../domain/shared/calendar-date.ts';
import type { Bilingual } from '../../domain/shared/locale.ts';
import type { ComponentView } from './assignment-views.ts';

export type MoneyView = { amountMinor: number; currency: string };

export type RegisterRowView = {
  code: string;
  title: Bilingual;
  titleIsAssumed: boolean;
  /** Null while no component is set. */
  componentNo: number | null;
  componentIsAssumed: boolean;
  stage: AssignmentStage;
  method: SelectionMethod;
  review: ProcurementReview;
  holders: Bilingual[];
  next: {
    title: Bilingual;
    dueOn: CalendarDate | null;
    state: DeliverableState;
  } | null;
  /** What is to be done next on it, by whomever. */
  move: NextMove;
  openThreads: number;
  contract: (MoneyView & { signedOn: CalendarDate }) | null;
  planned: MoneyView | null;
  mayEdit: boolean;
  /** Set on the first row of a group: its key and the rows it has on all pages. */
  group: { key: string | null; count: number } | null;
};

export type SavedView = { id: string; name: string; query: string };

export type RegisterPageView = ReadRegisterQuery & {
  rows: RegisterRowView[];
  visible: number;
  matching: number;
  pages: number;
  today: CalendarDate;
  components: ComponentView[];
  holders: { key: string; name: Bilingual }[];
  savedViews: SavedView[];
  /** What the reader may do here; empty for those who only read. */
  bulk: { managers: { id: string; name: Bilingual }[] } | null;
};

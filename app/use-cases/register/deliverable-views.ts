/** What the pages of deliverables and milestones show. Types only; the use cases fill them. */
import type { PaymentState } from '../../domain/contract/payment-state.ts';
import type { DocumentKind } from '../../domain/documents/document-kind.ts';
import type {
  AcceptedBy,
  AcceptingSide,
  DeliverableEvent,
  DeliverableKind,
  DeliverableState,
  DueRule,
  TimeDecision,
} from '../../domain/register/deliverable.ts';
import type { MilestoneState, MilestoneType } from '../../domain/register/milestone.ts';
import type { CalendarDate } from '../../domain/shared/calendar-date.ts';
import type { Bilingual } from '../../domain/shared/locale.ts';
import type { AssignmentFrame } from './assignment-views.ts';

/** A date and how it stands to today. */
export type DueFactsView = {
  dueOn: CalendarDate | null;
  /** Working days until it; negative when it is past, null without a day. */
  workingDays: number | null;
  isLate: boolean;
};

export type PaymentView = { amountMinor: number; currency: string; state: PaymentState };

export type DeliverableRow = DueFactsView & {
  no: number;
  kind: DeliverableKind;
  title: Bilingual;
  state: DeliverableState;
  acceptedBy: AcceptedBy;
  dueRule: DueRule;
  /** Null where there is none, or where the reader may not see the contract. */
  payments: PaymentView[];
};

export type MilestoneRow = DueFactsView & {
  no: number;
  type: MilestoneType;
  title: Bilingual;
  state: MilestoneState;
  occurredOn: CalendarDate | null;
  note: string;
};

export type DeliverablesPage = {
  frame: AssignmentFrame;
  deliverables: DeliverableRow[];
  milestones: MilestoneRow[];
  mayEdit: boolean;
  today: CalendarDate;
  /** Years of the dates shown whose public holidays are not known. */
  uncoveredYears: number[];
};

export type DeliverableEventView = {
  id: string;
  event: DeliverableEvent;
  side: AcceptingSide | null;
  /** ISO 8601. */
  at: string;
  personName: Bilingual;
  reason: string;
  /** What was handed in; null for what happened before Dagang, and for decisions. */
  submission: { no: number; documentId: string; versionNo: number; isReadable: boolean } | null;
};

export type TimeRequestView = {
  id: string;
  dueOnBefore: CalendarDate;
  requestedDueOn: CalendarDate;
  reason: string;
  requestedByName: Bilingual;
  decision: {
    decision: TimeDecision;
    grantedDueOn: CalendarDate | null;
    note: string;
    decidedByName: Bilingual;
  } | null;
};

/** What the reader may do with a deliverable now. */
export type DeliverableActs = {
  /** Texts to hand in; null where the reader does not hand in, or not now. */
  submit: { kind: DocumentKind; documents: { id: string; title: string }[] } | null;
  accept: { openIssues: number } | null;
  return: boolean;
  /** The first day that can be asked for; null where no more time can be asked for. */
  askTime: { after: CalendarDate } | null;
  /** Id of the request that waits for the reader's decision. */
  decideTime: string | null;
  setDate: boolean;
};

export type DeliverablePage = {
  frame: AssignmentFrame;
  deliverable: DeliverableRow;
  /** Whose turn it is to accept, if anybody's. */
  awaited: AcceptingSide | null;
  /** The version that is judged now. */
  judged: { documentId: string; versionNo: number } | null;
  events: DeliverableEventView[];
  timeRequests: TimeRequestView[];
  acts: DeliverableActs;
  uncoveredYears: number[];
};

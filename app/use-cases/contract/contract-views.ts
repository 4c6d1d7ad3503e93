/** What the pages of a contract show. Types only; the use cases fill them. Instants are days. */
import type { AmendmentGap } from '../../domain/contract/amendment.ts';
import type { CommitmentTotals } from '../../domain/contract/commitment-sheet.ts';
import type {
  AmendmentKind,
  CommitmentKind,
  CommitmentResult,
  ContractParty,
} from '../../domain/contract/contract.ts';
import type { NextContractStep } from '../../domain/contract/next-contract-step.ts';
import type { ScheduleGap } from '../../domain/contract/payment-schedule.ts';
import type { PaymentState } from '../../domain/contract/payment-state.ts';
import type { DocumentKind } from '../../domain/documents/document-kind.ts';
import type { DueRule } from '../../domain/register/deliverable.ts';
import type { CalendarDate } from '../../domain/shared/calendar-date.ts';
import type { Bilingual } from '../../domain/shared/locale.ts';

/** A frozen version to choose from. */
export type VersionChoice = { id: string; kind: DocumentKind; title: string; no: number };

export type Happened = { occurredOn: CalendarDate; reference: string };

export type PaymentView = {
  id: string;
  no: number;
  deliverable: { id: string; no: number; title: Bilingual; dueOn: CalendarDate | null };
  amountMinor: number;
  state: PaymentState;
  acceptedOn: CalendarDate | null;
  invoiced: Happened | null;
  released: Happened | null;
};

export type AmendmentView = {
  id: string;
  no: number;
  kind: AmendmentKind;
  newEndsOn: CalendarDate | null;
  amountChangeMinor: number | null;
  reason: string;
  evaluation: VersionChoice | null;
  proposedBy: Bilingual;
  proposedOn: CalendarDate;
  agreements: { party: ContractParty; personName: Bilingual; agreedOn: CalendarDate }[];
  /** What it waits for; empty when it has taken effect. */
  gaps: AmendmentGap[];
  /** The side for which the reader may agree now. */
  mayAgreeAs: ContractParty | null;
};

export type ContractView = {
  consultant: Bilingual;
  signedOn: CalendarDate;
  startsOn: CalendarDate;
  /** As it is now, and as it was signed. */
  endsOn: CalendarDate;
  signedEndsOn: CalendarDate;
  currency: string;
  /** As it is now, and as it was signed. */
  amountMinor: number;
  signedAmountMinor: number;
  scheduledMinor: number;
  releasedMinor: number;
  gap: ScheduleGap | null;
  payments: PaymentView[];
  amendments: AmendmentView[];
};

/** What the form of the signature offers. */
export type SigningView = {
  consultants: { value: string; name: Bilingual; isCandidate: boolean }[];
  deliverables: { no: number; title: Bilingual; dueOn: CalendarDate | null; dueRule: DueRule }[];
  /** Whether the deliverables are registered already; otherwise their days are asked for. */
  areRegistered: boolean;
  /** Months after which a person's contract ends; null for a firm, whose end is typed. */
  months: number | null;
  versions: VersionChoice[];
  planned: { amountMinor: number; currency: string } | null;
};

export type ContractPage = {
  code: string;
  today: CalendarDate;
  contract: ContractView | null;
  mayEdit: boolean;
  /** Set when the reader may register the signature now. */
  signing: SigningView | null;
  next: NextContractStep | null;
};

export type CheckView = {
  result: CommitmentResult;
  reachedValue: string | null;
  /** Whole percent of the target. */
  percent: number | null;
  evidence: string;
  /** The deliverable's number. */
  deliverableNo: number;
  version: VersionChoice | null;
  checkedBy: Bilingual;
  checkedOn: CalendarDate;
};

export type CommitmentView = {
  no: number;
  kind: CommitmentKind;
  text: Bilingual;
  targetValue: string | null;
  unit: string | null;
  dueOn: CalendarDate | null;
  source: VersionChoice | null;
  quote: string;
  /** The check that holds at each deliverable, in their order. */
  cells: (CheckView | null)[];
  /** All checks, the newest first. */
  history: CheckView[];
};

export type CommitmentSheet = {
  code: string;
  deliverables: { id: string; no: number; title: Bilingual; dueOn: CalendarDate | null }[];
  commitments: CommitmentView[];
  totals: CommitmentTotals;
  mayEdit: boolean;
  mayCheck: boolean;
  /** Frozen proposals, to take commitments from, and all versions, as evidence. */
  proposals: VersionChoice[];
  versions: VersionChoice[];
};

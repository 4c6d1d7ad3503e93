/** What the pages of procurement show. Types only; the use cases fill them. */
import type { DocumentKind } from '../../domain/documents/document-kind.ts';
import type {
  CandidateEvent,
  CandidateKind,
  ConflictDeclaration,
  CriterionKind,
  CriterionSubject,
  EvaluationPhase,
} from '../../domain/procurement/candidate.ts';
import type { Exclusion } from '../../domain/procurement/combined-score.ts';
import type { MandatoryState } from '../../domain/procurement/comparison.ts';
import type {
  NoObjectionDecision,
  NoObjectionState,
  NoObjectionSubject,
} from '../../domain/procurement/no-objection.ts';
import type { RuleName } from '../../domain/procurement/procurement-rule.ts';
import type { ProcurementReview, SelectionMethod } from '../../domain/register/assignment.ts';
import type { StageDemand } from '../../domain/register/stage-demands.ts';
import type { MoveKind } from '../../domain/register/stage-machine.ts';
import type { AssignmentStage } from '../../domain/register/stage.ts';
import type { CalendarDate } from '../../domain/shared/calendar-date.ts';
import type { Bilingual } from '../../domain/shared/locale.ts';
import type { AssignmentFrame } from '../register/assignment-views.ts';

export type StageView = {
  stage: AssignmentStage;
  plannedOn: CalendarDate | null;
  /** The day it was last reached; null while it was not, or after a step back over it. */
  reachedOn: CalendarDate | null;
  isPresent: boolean;
};

export type TransitionView = {
  no: number;
  from: AssignmentStage;
  to: AssignmentStage;
  occurredOn: CalendarDate;
  actorName: Bilingual;
  reason: string;
};

export type NextStage = {
  to: AssignmentStage;
  kind: MoveKind;
  /** What is still missing, in the order in which one would see to it; empty when it is open. */
  lacks: StageDemand[];
  /** `SIGNED` is brought about on the page of the contract, not by a move. */
  isBySigning: boolean;
};

export type MoneyView = { amountMinor: number; currency: string };

export type CandidateView = {
  id: string;
  no: number;
  kind: CandidateKind;
  name: Bilingual;
  event: CandidateEvent;
  /** Why it was turned away or listed again, where that was the latest. */
  reason: string;
  moves: CandidateEvent[];
};

export type CriterionView = {
  id: string;
  no: number;
  kind: CriterionKind;
  subject: CriterionSubject;
  phase: EvaluationPhase;
  text: Bilingual;
  maxPoints: number | null;
};

/** One line of the comparison; points in hundredths, rounded for showing. */
export type ComparisonView = {
  candidateId: string;
  no: number;
  name: Bilingual;
  mandatory: MandatoryState;
  met: number;
  technical: number;
  unjudged: number;
  price: MoneyView | null;
  financial: number | null;
  combined: number | null;
  exclusion: Exclusion | null;
  rank: number | null;
  isTied: boolean;
};

export type NoObjectionView = {
  id: string;
  no: number;
  subject: NoObjectionSubject;
  document: { id: string; kind: DocumentKind; title: string };
  versionNo: number;
  latestVersionNo: number;
  note: string;
  dueOn: CalendarDate | null;
  /** Working days until the answer is due, negative after it; null when none is waited for. */
  daysLeft: number | null;
  requestedBy: Bilingual;
  requestedAt: string;
  state: NoObjectionState;
  decision: {
    decision: NoObjectionDecision;
    comments: string;
    decidedBy: Bilingual;
    decidedAt: string;
  } | null;
};

export type ProcurementPage = {
  frame: AssignmentFrame;
  basis: {
    method: SelectionMethod;
    review: ProcurementReview;
    stepReference: string | null;
    planned: MoneyView | null;
  };
  stages: StageView[];
  transitions: TransitionView[];
  moves: NextStage[];
  candidates: CandidateView[];
  areCandidatesOpen: boolean;
  criteria: CriterionView[];
  comparison: ComparisonView[];
  /** Whether only the reader's own scores are counted, because others are still judging. */
  isOwnScoresOnly: boolean;
  isPriceDecisive: boolean;
  rules: { name: RuleName; value: number; isConfirmed: boolean }[];
  noObjections: NoObjectionView[];
  /** What the Bank may be asked about, each with the documents of its kind. */
  askable: { subject: NoObjectionSubject; documents: { id: string; title: string }[] }[];
  may: { edit: boolean; evaluate: boolean; ask: boolean; decide: boolean };
  today: CalendarDate;
};

export type CandidatePage = {
  frame: AssignmentFrame;
  candidate: CandidateView;
  history: { event: CandidateEvent; at: string; personName: Bilingual; reason: string }[];
  criteria: (CriterionView & {
    /** The reader's own score in hundredths; null while there is none. */
    mine: number | null;
    /** Scores of others, as far as the reader sees them. */
    others: { evaluatorName: Bilingual; hundredths: number }[];
  })[];
  declaration: { declaration: ConflictDeclaration; statement: string } | null;
  declarations: { personName: Bilingual; declaration: ConflictDeclaration; statement: string }[];
  price: (MoneyView & { openedOn: CalendarDate }) | null;
  mayJudge: boolean;
  mayPrice: boolean;
  today: CalendarDate;
};

/** A request that waits for the Bank, with the assignment it is about. */
export type WaitingDecision = NoObjectionView & {
  assignment: { code: string; title: Bilingual };
  mayDecide: boolean;
};

export type RuleView = {
  id: string;
  name: RuleName;
  method: SelectionMethod | null;
  value: number;
  effectiveFrom: CalendarDate;
  effectiveTo: CalendarDate | null;
  source: Bilingual;
  isConfirmed: boolean;
  isPresent: boolean;
};

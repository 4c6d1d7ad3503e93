/**
 * What a stage asks for before an assignment may move on to it. Each demand is named by the refusal
 * that is given while it is not met, so that the way on stands in one place: the catalogues.
 */
import type { NoObjectionSubject } from '../procurement/no-objection.ts';
import type { ProcurementReview } from './assignment.ts';
import type { AssignmentStage } from './stage.ts';

export const STAGE_DEMANDS = [
  'stage.tor-missing',
  'stage.tor-sections',
  'stage.candidates-few',
  'stage.candidates-many',
  'stage.none-invited',
  'stage.no-proposal',
  'stage.not-scored',
  'stage.prices-missing',
  'stage.none-selected',
  'stage.no-contract',
  'stage.not-accepted',
  'stage.not-paid',
  'stage.no-objection-tor',
  'stage.no-objection-shortlist',
  'stage.no-objection-rfp',
  'stage.no-objection-technical',
  'stage.no-objection-combined',
  'stage.no-objection-contract',
] as const;
export type StageDemand = (typeof STAGE_DEMANDS)[number];

/** What is known of an assignment when it is to move; counted for the stage it is to move to. */
export type StageFacts = {
  review: ProcurementReview;
  tor: 'none' | 'incomplete' | 'complete';
  /** Subjects whose no-objection is granted and not void. */
  granted: readonly NoObjectionSubject[];
  candidates: {
    /** Those that were listed, and not turned away before they were judged. */
    compared: number;
    /** Those of them without a score on a mandatory criterion of this step. */
    unscored: number;
    invited: number;
    proposed: number;
    /** Proposals whose price is not entered. */
    unpriced: number;
    selected: number;
  };
  /** Null where no rule holds on that day. */
  fewest: number | null;
  most: number | null;
  hasContract: boolean;
  openDeliverables: number;
  unreleasedPayments: number;
};

/** The demands of `to` that are not met, in the order in which one would meet them. */
export function unmetDemands(to: AssignmentStage, facts: StageFacts): StageDemand[] {
  return (DEMANDS[to] ?? []).filter((demand) => !IS_MET[demand](facts));
}

/** Subjects that a stage needs the Bank's no-objection for, under prior review. */
export function subjectsFor(stage: AssignmentStage): NoObjectionSubject[] {
  return (DEMANDS[stage] ?? []).flatMap((demand) => SUBJECT_OF[demand] ?? []);
}

const DEMANDS: Partial<Record<AssignmentStage, readonly StageDemand[]>> = {
  TOR_REVIEW: ['stage.tor-missing', 'stage.tor-sections'],
  TOR_CLEARED: ['stage.no-objection-tor'],
  INVITED: ['stage.none-invited'],
  SHORTLISTED: [
    'stage.candidates-few',
    'stage.candidates-many',
    'stage.not-scored',
    'stage.no-objection-shortlist',
  ],
  QUALIFIED: ['stage.candidates-few', 'stage.not-scored'],
  ONE_INVITED: ['stage.none-invited'],
  RFP_ISSUED: ['stage.no-objection-rfp'],
  PROPOSALS_RECEIVED: ['stage.no-proposal'],
  TECH_EVALUATED: ['stage.no-proposal', 'stage.not-scored', 'stage.no-objection-technical'],
  COMBINED_EVALUATED: ['stage.prices-missing', 'stage.no-objection-combined'],
  COMPARED: ['stage.candidates-few', 'stage.not-scored'],
  NEGOTIATION: ['stage.none-selected'],
  SIGNED: ['stage.no-objection-contract', 'stage.no-contract'],
  COMPLETED: ['stage.not-accepted'],
  CLOSED: ['stage.not-paid'],
};

const IS_MET: Record<StageDemand, (facts: StageFacts) => boolean> = {
  'stage.tor-missing': ({ tor }) => tor !== 'none',
  'stage.tor-sections': ({ tor }) => tor !== 'incomplete',
  'stage.candidates-few': ({ candidates, fewest }) =>
    fewest === null || candidates.compared >= fewest,
  'stage.candidates-many': ({ candidates, most }) => most === null || candidates.compared <= most,
  'stage.none-invited': ({ candidates }) => candidates.invited > 0,
  'stage.no-proposal': ({ candidates }) => candidates.proposed > 0,
  'stage.not-scored': ({ candidates }) => candidates.unscored === 0,
  'stage.prices-missing': ({ candidates }) => candidates.unpriced === 0,
  'stage.none-selected': ({ candidates }) => candidates.selected === 1,
  'stage.no-contract': ({ hasContract }) => hasContract,
  'stage.not-accepted': ({ openDeliverables }) => openDeliverables === 0,
  'stage.not-paid': ({ unreleasedPayments }) => unreleasedPayments === 0,
  'stage.no-objection-tor': grantedFor('TOR'),
  'stage.no-objection-shortlist': grantedFor('SHORTLIST'),
  'stage.no-objection-rfp': grantedFor('RFP'),
  'stage.no-objection-technical': grantedFor('TECHNICAL_EVALUATION'),
  'stage.no-objection-combined': grantedFor('COMBINED_EVALUATION'),
  'stage.no-objection-contract': grantedFor('CONTRACT'),
};

const SUBJECT_OF: Partial<Record<StageDemand, NoObjectionSubject>> = {
  'stage.no-objection-tor': 'TOR',
  'stage.no-objection-shortlist': 'SHORTLIST',
  'stage.no-objection-rfp': 'RFP',
  'stage.no-objection-technical': 'TECHNICAL_EVALUATION',
  'stage.no-objection-combined': 'COMBINED_EVALUATION',
  'stage.no-objection-contract': 'CONTRACT',
};

/** Under post review the Bank is asked nothing beforehand. */
function grantedFor(subject: NoObjectionSubject): (facts: StageFacts) => boolean {
  return ({ review, granted }) => review === 'POST' || granted.includes(subject);
}

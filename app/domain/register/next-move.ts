import type { DeliverableState } from './deliverable.ts';
import { pipelineStep, type AssignmentStage } from './stage.ts';

/** What is to be done next on an assignment, by whomever. */
export const NEXT_MOVES = [
  'WRITE_TOR',
  'REVIEW_TOR',
  'AWAIT_BANK',
  'PROCURE',
  'START',
  'HAND_IN',
  'REVISE',
  'ACCEPT',
  'CLOSE',
  'NONE',
] as const;
export type NextMove = (typeof NEXT_MOVES)[number];

type Facts = {
  stage: AssignmentStage;
  /** No-objections that wait for the Bank. */
  pending: number;
  /** State of the first deliverable still to be handed in, or null. */
  nextState: DeliverableState | null;
  underReview: boolean;
};

/** What stands still with others is named before what could be done meanwhile. */
export function nextMove({ stage, pending, nextState, underReview }: Facts): NextMove {
  if (pending > 0) return 'AWAIT_BANK';
  switch (pipelineStep(stage)) {
    case 'TOR':
      if (stage === 'TOR_CLEARED') return 'PROCURE';
      return stage === 'TOR_REVIEW' ? 'REVIEW_TOR' : 'WRITE_TOR';
    case 'PROCUREMENT':
      return 'PROCURE';
    case 'SIGNED':
    case 'RUNNING':
      if (nextState === 'RETURNED') return 'REVISE';
      if (underReview) return 'ACCEPT';
      if (nextState !== null) return 'HAND_IN';
      return stage === 'SIGNED' ? 'START' : 'CLOSE';
    case 'COMPLETED':
      return 'CLOSE';
    case 'CLOSED':
      return 'NONE';
  }
}

import type { RefusalCode } from '../shared/refusal-code.ts';
import type { AcceptedBy, AcceptingSide, DeliverableState } from './deliverable.ts';
import { awaitedSide, isOwed, isUnderReview } from './deliverable-state.ts';

/** What somebody wants to do with a deliverable. */
export type DeliverableStep =
  | { event: 'SUBMITTED'; personId: string }
  | { event: 'RETURNED' | 'ACCEPTED'; side: AcceptingSide; personId: string };

/** How a deliverable stands when somebody wants to do something with it. */
export type DeliverableStanding = {
  acceptedBy: AcceptedBy;
  state: DeliverableState;
  /** Who has accepted the latest submission so far. */
  acceptedByPersons: readonly string[];
};

/**
 * Why a step cannot follow, or null if it can. A deliverable is handed in while it is owed, then
 * returned by a side that has to accept it, or accepted by the side whose turn it is. The second
 * acceptance is another person's (I10).
 */
export function stepRefusal(
  standing: DeliverableStanding,
  step: DeliverableStep,
): RefusalCode | null {
  const { acceptedBy, state, acceptedByPersons } = standing;
  if (step.event === 'SUBMITTED') return isOwed(state) ? null : 'deliverable.not-owed';
  if (!isUnderReview(state)) return 'deliverable.not-under-review';
  if (step.event === 'RETURNED') {
    return acceptedBy === 'BOTH' || acceptedBy === step.side ? null : 'deliverable.other-side';
  }
  if (awaitedSide(acceptedBy, state) !== step.side) return 'deliverable.other-side';
  return acceptedByPersons.includes(step.personId) ? 'deliverable.same-person' : null;
}

import type { AcceptedBy, AcceptingSide, DeliverableEvent } from '../register/deliverable.ts';

export type AcceptanceEvent = {
  event: DeliverableEvent;
  /** Null for a submission. */
  side: AcceptingSide | null;
  personId: string;
  at: Date;
};

/**
 * The instant at which everybody who must has accepted what was submitted last; null while one is
 * missing. A submission or a return begins anew; both sides means two different people (I10).
 * @param events in the order in which they happened.
 */
export function acceptedAt(
  acceptedBy: AcceptedBy,
  events: readonly AcceptanceEvent[],
): Date | null {
  const begins = events.findLastIndex(({ event }) => event !== 'ACCEPTED');
  const acceptances = events.slice(begins + 1);
  if (acceptedBy !== 'BOTH') {
    return acceptances.find(({ side }) => side === acceptedBy)?.at ?? null;
  }
  const complete = acceptances.findIndex((later, index) =>
    acceptances
      .slice(0, index)
      .some(({ side, personId }) => side !== later.side && personId !== later.personId),
  );
  return acceptances[complete]?.at ?? null;
}

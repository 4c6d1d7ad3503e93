import { daysBetween, type CalendarDate } from '../shared/calendar-date.ts';
import type {
  AcceptedBy,
  AcceptingSide,
  DeliverableEvent,
  DeliverableState,
} from './deliverable.ts';

/** The latest event of a deliverable; `side` is null for a submission. */
export type LatestEvent = { event: DeliverableEvent; side: AcceptingSide | null };

/**
 * The state follows from the latest event; nothing else stores it. Where both sides accept, the
 * project office comes first, so that an acceptance by the Bank is always the second one (I10).
 */
export function deliverableState(
  acceptedBy: AcceptedBy,
  latest: LatestEvent | null,
): DeliverableState {
  if (latest === null) return 'EXPECTED';
  if (latest.event !== 'ACCEPTED') return latest.event;
  return acceptedBy === 'BOTH' && latest.side === 'PMO' ? 'PMO_ACCEPTED' : 'ACCEPTED';
}

/** Whether the holder has to act: nothing was handed in, or it came back. */
export function isOwed(state: DeliverableState): boolean {
  return state === 'EXPECTED' || state === 'RETURNED';
}

/** Whether it was handed in and is not accepted by everybody yet. */
export function isUnderReview(state: DeliverableState): boolean {
  return state === 'SUBMITTED' || state === 'PMO_ACCEPTED';
}

/** The side that has to accept or return it now, or null while it is nobody's turn. */
export function awaitedSide(acceptedBy: AcceptedBy, state: DeliverableState): AcceptingSide | null {
  if (state === 'PMO_ACCEPTED') return 'BANK';
  if (state !== 'SUBMITTED') return null;
  return acceptedBy === 'BANK' ? 'BANK' : 'PMO';
}

/** Days past the due date, or 0. Overdue is derived, never stored; what was submitted is not late. */
export function daysOverdue(
  deliverable: { dueOn: CalendarDate | null; state: DeliverableState },
  today: CalendarDate,
): number {
  if (deliverable.dueOn === null || !isOwed(deliverable.state)) return 0;
  return Math.max(0, daysBetween(deliverable.dueOn, today));
}

import type { CalendarDate } from '../shared/calendar-date.ts';
import type { RefusalCode } from '../shared/refusal-code.ts';
import { isOwed } from './deliverable-state.ts';
import type { DeliverableState, DueRule } from './deliverable.ts';

type Dated = { dueRule: DueRule; dueOn: CalendarDate | null; state: DeliverableState };

/**
 * Whether the project office names the day: where the rule leaves it open, or where no day was
 * ever set. A fixed day moves only by a request for more time that is granted.
 */
export function isDueDateOpen({ dueRule, dueOn, state }: Dated): boolean {
  return state !== 'ACCEPTED' && (dueRule !== 'FIXED_DATE' || dueOn === null);
}

/** Why no more time can be asked for until `requested`, or null if it can. */
export function timeRequestRefusal(
  deliverable: Dated & { hasPendingRequest: boolean },
  requested: CalendarDate,
): RefusalCode | null {
  if (!isOwed(deliverable.state)) return 'deliverable.not-owed';
  if (deliverable.dueOn === null) return 'time-request.no-date';
  if (deliverable.hasPendingRequest) return 'time-request.pending';
  return requested > deliverable.dueOn ? null : 'time-request.not-later';
}

/** Why `granted` is no answer to a request, or null: later than before, no later than asked. */
export function grantRefusal(
  request: { dueOnBefore: CalendarDate; requestedDueOn: CalendarDate },
  granted: CalendarDate,
): RefusalCode | null {
  if (granted <= request.dueOnBefore) return 'time-request.not-later';
  return granted > request.requestedDueOn ? 'time-request.beyond' : null;
}

import { daysBetween, type CalendarDate } from '../shared/calendar-date.ts';

export const DELIVERABLE_KINDS = [
  'INCEPTION',
  'INTERIM',
  'FINAL',
  'TOR',
  'PROPOSAL_REVIEW',
  'ASSESSMENT',
  'PROGRESS',
  'TRAVEL',
  'MEETING_SUMMARY',
] as const;
export type DeliverableKind = (typeof DELIVERABLE_KINDS)[number];

/** What can happen to a deliverable; each is a fact with an author and a time. */
export const DELIVERABLE_EVENTS = ['SUBMITTED', 'RETURNED', 'ACCEPTED'] as const;
export type DeliverableEvent = (typeof DELIVERABLE_EVENTS)[number];

export type DeliverableState = 'EXPECTED' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED';

/** The state follows from the latest event; nothing else stores it. */
export function deliverableState(latest: DeliverableEvent | null): DeliverableState {
  return latest ?? 'EXPECTED';
}

/** Days past the due date, or 0. Overdue is derived, never stored; a submitted report is not late. */
export function daysOverdue(
  deliverable: { dueOn: CalendarDate | null; state: DeliverableState },
  today: CalendarDate,
): number {
  if (deliverable.dueOn === null) return 0;
  if (deliverable.state === 'SUBMITTED' || deliverable.state === 'ACCEPTED') return 0;
  return Math.max(0, daysBetween(deliverable.dueOn, today));
}

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

/** What sets the due date; the first two leave it open until the PMO names a day. */
export const DUE_RULES = ['PMO_ARRANGEMENT', 'PROJECT_PROGRESS', 'FIXED_DATE'] as const;
export type DueRule = (typeof DUE_RULES)[number];

/** Who has to accept a deliverable. `BOTH` needs two acceptances by different people (I10). */
export const ACCEPTED_BY = ['PMO', 'BANK', 'BOTH'] as const;
export type AcceptedBy = (typeof ACCEPTED_BY)[number];

/** The side that accepts or returns. */
export const ACCEPTING_SIDES = ['PMO', 'BANK'] as const;
export type AcceptingSide = (typeof ACCEPTING_SIDES)[number];

export const TIME_DECISIONS = ['GRANTED', 'REFUSED'] as const;
export type TimeDecision = (typeof TIME_DECISIONS)[number];

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

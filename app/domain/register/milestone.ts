import { daysBetween, type CalendarDate } from '../shared/calendar-date.ts';

/** A dated point of a contract that is not itself a deliverable; types as in OCDS. */
export const MILESTONE_TYPES = ['APPROVAL', 'REPORTING', 'DELIVERY', 'PAYMENT'] as const;
export type MilestoneType = (typeof MILESTONE_TYPES)[number];

export const MILESTONE_RESULTS = ['MET', 'PARTLY_MET', 'NOT_MET'] as const;
export type MilestoneResult = (typeof MILESTONE_RESULTS)[number];

/** How it stands; without a result it is scheduled. Whether it is late is derived. */
export type MilestoneState = 'SCHEDULED' | MilestoneResult;

/** The latest result holds; nothing else stores the state. */
export function milestoneState(latest: MilestoneResult | null): MilestoneState {
  return latest ?? 'SCHEDULED';
}

/** Days past its date without any result, or 0. */
export function milestoneDaysLate(
  milestone: { dueOn: CalendarDate; state: MilestoneState },
  today: CalendarDate,
): number {
  if (milestone.state !== 'SCHEDULED') return 0;
  return Math.max(0, daysBetween(milestone.dueOn, today));
}

import { daysBetween, type CalendarDate } from '../../domain/shared/calendar-date.ts';
import type { DeliverableState } from '../../domain/register/deliverable.ts';
import { SOON_DAYS } from '../../domain/register/register-query.ts';

const VERY_SOON_DAYS = 5;

/** What of a deliverable tells how it stands to its date. */
export type DueFacts = {
  dueOn: CalendarDate | null;
  state: DeliverableState;
  /** 0 when not late. */
  daysOverdue: number;
};

/** How far the due date of a deliverable is away, as far as that matters. */
export type Distance =
  | { kind: 'late'; days: number }
  | { kind: 'soon'; days: number; tone: 'warn' | 'info' }
  /** Far away, without date, or already delivered. */
  | { kind: 'calm' };

export function deliverableDistance(deliverable: DueFacts, today: CalendarDate): Distance {
  if (deliverable.daysOverdue > 0) return { kind: 'late', days: deliverable.daysOverdue };
  const isWaiting = deliverable.state === 'EXPECTED' || deliverable.state === 'RETURNED';
  if (deliverable.dueOn === null || !isWaiting) return { kind: 'calm' };
  const days = daysBetween(today, deliverable.dueOn);
  if (days > SOON_DAYS) return { kind: 'calm' };
  return { kind: 'soon', days, tone: days <= VERY_SOON_DAYS ? 'warn' : 'info' };
}

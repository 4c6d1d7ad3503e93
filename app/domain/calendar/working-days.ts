/**
 * Working days by the Chinese calendar: Monday to Friday, except public holidays, and the weekend
 * days that are worked in exchange. The days that differ are data; see `calendar_days`.
 */
import { addDays, type CalendarDate } from '../shared/calendar-date.ts';

export type Calendar = {
  /** Days that differ from the plain week, overrides included: whether each is worked. */
  days: ReadonlyMap<CalendarDate, boolean>;
  /** Years whose holidays are known; in others the plain week is all there is. */
  years: ReadonlySet<number>;
};

export function isWorkingDay(calendar: Calendar, date: CalendarDate): boolean {
  return calendar.days.get(date) ?? !isWeekend(date);
}

/**
 * The day that lies `count` working days after `from`, which itself does not count; a negative
 * count goes back. Zero answers `from`, worked or not.
 */
export function addWorkingDays(
  calendar: Calendar,
  from: CalendarDate,
  count: number,
): CalendarDate {
  const step = count < 0 ? -1 : 1;
  let date = from;
  for (let left = Math.abs(count); left > 0;) {
    date = addDays(date, step);
    if (isWorkingDay(calendar, date)) left -= 1;
  }
  return date;
}

/**
 * Working days after `from` up to and including `to`; negative when `to` is earlier. So it is the
 * count by which `addWorkingDays` reaches `to`, where `to` is a working day.
 */
export function workingDaysBetween(
  calendar: Calendar,
  from: CalendarDate,
  to: CalendarDate,
): number {
  if (to < from) return -countWorked(calendar, addDays(to, -1), addDays(from, -1));
  return countWorked(calendar, from, to);
}

/** Years between two days, both included, whose holidays are not known. */
export function uncoveredYears(calendar: Calendar, from: CalendarDate, to: CalendarDate): number[] {
  const first = Number(from.slice(0, 4));
  const last = Number(to.slice(0, 4));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index).filter(
    (year) => !calendar.years.has(year),
  );
}

/** Worked days after `from` up to and including `to`. */
function countWorked(calendar: Calendar, from: CalendarDate, to: CalendarDate): number {
  let worked = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    if (isWorkingDay(calendar, date)) worked += 1;
  }
  return worked;
}

function isWeekend(date: CalendarDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

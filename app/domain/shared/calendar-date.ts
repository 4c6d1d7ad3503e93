/** A local calendar date as `YYYY-MM-DD`. Two of them compare as strings. */
export type CalendarDate = string;

/** The project works on Beijing time wherever the server stands. */
export const PROJECT_TIME_ZONE = 'Asia/Shanghai';

/** Making one takes longer than a hundred uses of it. */
const BEIJING_DATE = new Intl.DateTimeFormat('en-CA', { timeZone: PROJECT_TIME_ZONE });

/** The calendar date in the project's time zone at the instant `at`. */
export function calendarDateAt(at: Date): CalendarDate {
  return BEIJING_DATE.format(at);
}

/** Whether `value` is a day that there is, written `YYYY-MM-DD`, in years that the project can meet. */
export function isCalendarDate(value: string): value is CalendarDate {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

const MS_PER_DAY = 86_400_000;

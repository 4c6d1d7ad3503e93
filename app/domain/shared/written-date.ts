import type { CalendarDate } from './calendar-date.ts';

/** Whether `written` is a day that exists, as `YYYY-MM-DD`: 2026-02-30 is none. */
export function isCalendarDate(written: string): written is CalendarDate {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(written)) return false;
  const at = Date.parse(`${written}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(written);
}

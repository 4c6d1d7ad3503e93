import { addDays, daysBetween } from '../../app/domain/shared/calendar-date.ts';
import type { Transaction } from '../client.ts';
import { calendarDays, calendarYears } from '../schema/calendar.ts';
import { HOLIDAY_YEARS, type HolidayYear } from './holidays.ts';

/** The published holidays. Run again after an update it adds the years that are new. */
export async function seedCalendar(tx: Transaction): Promise<void> {
  await tx
    .insert(calendarYears)
    .values(HOLIDAY_YEARS.map(({ year, source }) => ({ year, source })))
    .onConflictDoNothing();
  await tx.insert(calendarDays).values(HOLIDAY_YEARS.flatMap(daysOf)).onConflictDoNothing();
}

/** Every day of the year that differs from the plain week or has a name. */
function daysOf({ year, source, holidays }: HolidayYear) {
  return holidays.flatMap(({ name, off: [first, last], worked }) => {
    const start = `${year}-${first}`;
    const length = daysBetween(start, `${year}-${last}`) + 1;
    const common = { nameZh: name.zh, nameEn: name.en, source };
    const free = Array.from({ length }, (_, index) => ({
      ...common,
      date: addDays(start, index),
      isWorking: false,
    }));
    const made = worked.map((day) => ({ ...common, date: `${year}-${day}`, isWorking: true }));
    return [...free, ...made];
  });
}

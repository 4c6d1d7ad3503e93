import { asc, eq } from 'drizzle-orm';
import type { Calendar } from '../../app/domain/calendar/working-days.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { calendarDays, calendarOverrides, calendarYears } from '../schema/calendar.ts';
import { people } from '../schema/people.ts';

/** The calendar that working days are counted by: published days, and overrides on top. */
export async function findCalendar(db: Queryable): Promise<Calendar> {
  // One after the other: inside a transaction there is one connection.
  const years = await db.select({ year: calendarYears.year }).from(calendarYears);
  const days = await db
    .select({ date: calendarDays.date, isWorking: calendarDays.isWorking })
    .from(calendarDays);
  const overrides = await db
    .select({ date: calendarOverrides.date, isWorking: calendarOverrides.isWorking })
    .from(calendarOverrides);
  return {
    years: new Set(years.map(({ year }) => year)),
    days: new Map([...days, ...overrides].map(({ date, isWorking }) => [date, isWorking])),
  };
}

export async function findCalendarYears(
  db: Queryable,
): Promise<{ year: number; source: string }[]> {
  return await db.select().from(calendarYears).orderBy(asc(calendarYears.year));
}

export async function findCalendarDays(
  db: Queryable,
): Promise<{ date: string; isWorking: boolean; name: Bilingual; source: string }[]> {
  const rows = await db.select().from(calendarDays).orderBy(asc(calendarDays.date));
  return rows.map(({ nameZh, nameEn, ...row }) => ({ ...row, name: { zh: nameZh, en: nameEn } }));
}

export type OverrideRecord = {
  date: string;
  isWorking: boolean;
  reason: string;
  enteredByName: Bilingual;
};

export async function findOverrides(db: Queryable): Promise<OverrideRecord[]> {
  const rows = await db
    .select({ override: calendarOverrides, zh: people.nameZh, en: people.nameEn })
    .from(calendarOverrides)
    .innerJoin(people, eq(people.id, calendarOverrides.enteredBy))
    .orderBy(asc(calendarOverrides.date));
  return rows.map(({ override: { date, isWorking, reason }, zh, en }) => ({
    date,
    isWorking,
    reason,
    enteredByName: { zh, en },
  }));
}

/** @returns what the day was overridden by before, or null. */
export async function saveOverride(
  tx: Queryable,
  row: { date: string; isWorking: boolean; reason: string; enteredBy: string; enteredAt: Date },
): Promise<{ isWorking: boolean; reason: string } | null> {
  const before = await removeOverride(tx, row.date);
  await tx.insert(calendarOverrides).values(row);
  return before;
}

/** @returns what was removed, or null where the day was not overridden. */
export async function removeOverride(
  tx: Queryable,
  date: string,
): Promise<{ isWorking: boolean; reason: string } | null> {
  const [row] = await tx
    .delete(calendarOverrides)
    .where(eq(calendarOverrides.date, date))
    .returning({ isWorking: calendarOverrides.isWorking, reason: calendarOverrides.reason });
  return row ?? null;
}

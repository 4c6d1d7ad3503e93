import { database } from '#db/connection.ts';
import {
  findCalendarDays,
  findCalendarYears,
  findOverrides,
  type OverrideRecord,
} from '#db/queries/calendar.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import type { CalendarDate } from '../../domain/shared/calendar-date.ts';
import type { Bilingual } from '../../domain/shared/locale.ts';

export type CalendarPage = {
  years: {
    year: number;
    /** The notice that fixed its holidays; null where none is known. */
    source: string | null;
    days: { date: CalendarDate; isWorking: boolean; name: Bilingual }[];
  }[];
  overrides: OverrideRecord[];
  mayEdit: boolean;
};

/** The working calendar, from the year before `today` to the year after it; null when hidden. */
export async function calendarPage(
  actor: Person,
  today: CalendarDate,
): Promise<CalendarPage | null> {
  if (!may(actor, 'read', { type: 'rules' })) return null;
  const db = database();
  const [sources, days, overrides] = await Promise.all([
    findCalendarYears(db),
    findCalendarDays(db),
    findOverrides(db),
  ]);
  const present = Number(today.slice(0, 4));
  return {
    years: [present - 1, present, present + 1].map((year) => ({
      year,
      source: sources.find((known) => known.year === year)?.source ?? null,
      days: days.filter(({ date }) => date.startsWith(String(year))),
    })),
    overrides,
    mayEdit: may(actor, 'edit', { type: 'rules' }),
  };
}

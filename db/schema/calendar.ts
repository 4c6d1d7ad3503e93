import { boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { day, instant } from './columns.ts';
import { people } from './people.ts';

/** Years whose public holidays are known. Outside them working days are Monday to Friday, and said so. */
export const calendarYears = pgTable('calendar_years', {
  year: integer('year').primaryKey(),
  /** The notice that fixed the holidays. */
  source: text('source').notNull(),
});

/** Days that differ from the plain week: holidays, and weekend days made up for them. */
export const calendarDays = pgTable('calendar_days', {
  date: day('date').primaryKey(),
  isWorking: boolean('is_working').notNull(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  source: text('source').notNull(),
});

/** What the project office says of a day; it wins over the calendar. */
export const calendarOverrides = pgTable('calendar_overrides', {
  date: day('date').primaryKey(),
  isWorking: boolean('is_working').notNull(),
  reason: text('reason').notNull(),
  enteredBy: text('entered_by')
    .notNull()
    .references(() => people.id),
  enteredAt: instant('entered_at').notNull(),
});

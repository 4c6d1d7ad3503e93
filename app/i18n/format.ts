import type { CalendarDate } from '../domain/shared/calendar-date.ts';
import { PROJECT_TIME_ZONE } from '../domain/shared/calendar-date.ts';
import type { Locale } from '../domain/shared/locale.ts';

/** 25 Nov 2026 / 2026年11月25日. A calendar date has no zone; it is never shifted. */
export function formatDate(locale: Locale, date: CalendarDate): string {
  return dateFormat(locale, LONG_DATE).format(new Date(`${date}T00:00:00Z`));
}

/** 25 Nov / 11月25日, where the year is clear from the place. */
export function formatShortDate(locale: Locale, date: CalendarDate): string {
  return dateFormat(locale, SHORT_DATE).format(new Date(`${date}T00:00:00Z`));
}

/** The moment `at` (ISO 8601) on Beijing clocks: 25 Nov 2026, 14:05. */
export function formatDateTime(locale: Locale, at: string): string {
  return dateFormat(locale, MOMENT).format(new Date(at));
}

export function formatNumber(locale: Locale, value: number): string {
  return new Intl.NumberFormat(locale).format(value);
}

/** Compares as a reader of the language expects: pinyin order for Chinese, PMI-2 before PMI-10. */
export function collator(locale: Locale): Intl.Collator {
  return new Intl.Collator(locale, { numeric: true });
}

/** British English writes the day before the month, as the project's letters do. */
function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const made = formats.get(options)?.get(locale);
  if (made !== undefined) return made;
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options);
  formats.set(options, new Map([...(formats.get(options) ?? []), [locale, format]]));
  return format;
}

/** Making one takes longer than a hundred uses of it. */
const formats = new Map<Intl.DateTimeFormatOptions, Map<Locale, Intl.DateTimeFormat>>();

const LONG_DATE = { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' } as const;
const SHORT_DATE = { timeZone: 'UTC', month: 'short', day: 'numeric' } as const;
const MOMENT = {
  timeZone: PROJECT_TIME_ZONE,
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;

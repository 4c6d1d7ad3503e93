import { addDays, daysBetween, type CalendarDate } from '../../domain/shared/calendar-date.ts';
import type { TimelinePage } from '../../use-cases/register/timeline-views.ts';

/** From the first day of a month to the first day of the month after the last one. */
export type Span = { from: CalendarDate; to: CalendarDate };

/** The whole months that hold today and every mark, as far as five years on either side. */
export function spanOf({ rows, today }: Pick<TimelinePage, 'rows' | 'today'>): Span {
  const dates = rows.flatMap(({ marks }) => marks.flatMap(({ on, until }) => [on, until ?? on]));
  const all = [today, ...dates].map((date) => clamp(date, today)).sort();
  const first = all[0] ?? today;
  const last = all.at(-1) ?? today;
  return { from: `${first.slice(0, 7)}-01`, to: nextMonth(last) };
}

/** First days of the months of a span. */
export function monthsOf({ from, to }: Span): CalendarDate[] {
  const months: CalendarDate[] = [];
  for (let month = from; month < to; month = nextMonth(month)) months.push(month);
  return months;
}

/** Where a day begins, in units of which one day is `perDay` wide; what lies outside is at the edge. */
export function xOf(date: CalendarDate, { from, to }: Span, perDay: number): number {
  const inside = date < from ? from : date > to ? to : date;
  return Math.round(daysBetween(from, inside) * perDay * 10) / 10;
}

function nextMonth(date: CalendarDate): CalendarDate {
  return `${addDays(`${date.slice(0, 7)}-01`, 32).slice(0, 7)}-01`;
}

function clamp(date: CalendarDate, today: CalendarDate): CalendarDate {
  const [earliest, latest] = [addDays(today, -FIVE_YEARS), addDays(today, FIVE_YEARS)];
  return date < earliest ? earliest : date > latest ? latest : date;
}

const FIVE_YEARS = 1826;

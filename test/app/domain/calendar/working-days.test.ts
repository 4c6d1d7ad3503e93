import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addWorkingDays,
  isWorkingDay,
  uncoveredYears,
  workingDaysBetween,
  type Calendar,
} from '#app/domain/calendar/working-days.ts';
import { addDays } from '#app/domain/shared/calendar-date.ts';

/** The National Day of 2026 with the two days worked in exchange, and nothing else. */
const AUTUMN: Calendar = {
  years: new Set([2026]),
  days: new Map([
    ['2026-09-20', true],
    ['2026-10-10', true],
    ...Array.from({ length: 7 }, (_, day) => [`2026-10-0${day + 1}`, false] as const),
  ]),
};

describe('around the National Day of 2026', () => {
  test('a holiday on a weekday is not worked and a Saturday made up for it is', () => {
    expect(isWorkingDay(AUTUMN, '2026-10-01')).toBe(false);
    expect(isWorkingDay(AUTUMN, '2026-10-10')).toBe(true);
    expect(isWorkingDay(AUTUMN, '2026-10-11')).toBe(false);
  });

  test('three working days after 30 September end on the made-up Saturday', () => {
    expect(addWorkingDays(AUTUMN, '2026-09-30', 3)).toBe('2026-10-10');
    expect(workingDaysBetween(AUTUMN, '2026-09-30', '2026-10-10')).toBe(3);
  });

  test('going back skips the same days', () => {
    expect(addWorkingDays(AUTUMN, '2026-10-08', -1)).toBe('2026-09-30');
  });
});

describe('on any calendar', () => {
  const day = fc.integer({ min: 0, max: 2000 }).map((offset) => addDays('2024-01-01', offset));
  const calendar = fc
    .array(fc.tuple(day, fc.boolean()), { maxLength: 60 })
    .map((days): Calendar => ({ days: new Map(days), years: new Set() }));

  test('counting reaches what adding reached, forwards', () => {
    fc.assert(
      fc.property(calendar, day, fc.integer({ min: 1, max: 60 }), (given, from, count) => {
        const reached = addWorkingDays(given, from, count);
        expect(isWorkingDay(given, reached)).toBe(true);
        expect(workingDaysBetween(given, from, reached)).toBe(count);
      }),
    );
  });

  test('what lies between two days is the same in both directions', () => {
    fc.assert(
      fc.property(calendar, day, day, (given, from, to) => {
        const [first, last] = from < to ? [from, to] : [to, from];
        const forwards = workingDaysBetween(given, first, last);
        const back = workingDaysBetween(given, last, first);
        const ends = Number(isWorkingDay(given, last)) - Number(isWorkingDay(given, first));
        expect(forwards + back).toBe(first === last ? 0 : ends);
      }),
    );
  });
});

test('a year whose holidays nobody has published is named', () => {
  expect(uncoveredYears(AUTUMN, '2026-12-01', '2028-01-10')).toEqual([2027, 2028]);
  expect(uncoveredYears(AUTUMN, '2026-01-01', '2026-12-31')).toEqual([]);
});

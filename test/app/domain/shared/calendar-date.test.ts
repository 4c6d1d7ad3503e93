import { expect, test } from 'vitest';
import { addDays, calendarDateAt, daysBetween } from '#app/domain/shared/calendar-date.ts';

test('the day of the project is that of Beijing, wherever the server stands', () => {
  expect(calendarDateAt(new Date('2026-03-31T15:59:59Z'))).toBe('2026-03-31');
  expect(calendarDateAt(new Date('2026-03-31T16:00:00Z'))).toBe('2026-04-01');
  expect(calendarDateAt(new Date('2025-12-31T20:00:00Z'))).toBe('2026-01-01');
});

test('days are counted over months, leap days and years', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2025-12-31', '2026-01-01')).toBe(1);
  expect(daysBetween('2026-01-10', '2026-01-01')).toBe(-9);
  expect(daysBetween('2026-01-01', '2026-01-01')).toBe(0);
});

test('adding days and counting them agree on every day of ten years', () => {
  for (let days = -1_500; days < 2_150; days += 1) {
    const date = addDays('2026-01-01', days);

    expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(daysBetween('2026-01-01', date)).toBe(days);
  }
});

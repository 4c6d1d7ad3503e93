import { expect, test } from 'vitest';
import { monthsOf, spanOf, xOf } from '#app/features/deliverables/timeline-scale.ts';
import type { TimelineMarkView } from '#app/use-cases/register/timeline-views.ts';

const today = '2026-11-21';

test('the span is made of whole months and holds today and every mark', () => {
  expect(spanOf({ rows: [], today })).toEqual({ from: '2026-11-01', to: '2026-12-01' });
  const rows = [{ code: 'PMI-1', title: { zh: '', en: '' }, marks: [mark('2026-08-31')] }];
  expect(spanOf({ rows, today })).toEqual({ from: '2026-08-01', to: '2026-12-01' });
});

test('a date that somebody mistyped does not make it endless', () => {
  const rows = [{ code: 'PMI-1', title: { zh: '', en: '' }, marks: [mark('2199-01-01')] }];

  expect(monthsOf(spanOf({ rows, today })).length).toBeLessThanOrEqual(62);
});

test('months follow each other over the new year, and days lie where they belong', () => {
  const span = { from: '2026-12-01', to: '2027-03-01' };

  expect(monthsOf(span)).toEqual(['2026-12-01', '2027-01-01', '2027-02-01']);
  expect(xOf('2026-12-11', span, 2)).toBe(20);
  expect(xOf('2020-01-01', span, 2)).toBe(0);
  expect(xOf('2030-01-01', span, 2)).toBe(180);
});

function mark(on: string): TimelineMarkView {
  return { kind: 'DELIVERABLE', on, until: null, stage: null, title: null, isDone: false };
}

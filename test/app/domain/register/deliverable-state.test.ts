import { describe, expect, test } from 'vitest';
import { daysOverdue, deliverableState } from '#app/domain/register/deliverable.ts';

test('the state follows from the latest event', () => {
  expect(deliverableState(null)).toBe('EXPECTED');
  expect(deliverableState('RETURNED')).toBe('RETURNED');
});

describe('a deliverable is overdue', () => {
  test('from the day after its due date, by whole days', () => {
    const late = (today: string) => daysOverdue({ dueOn: '2026-02-28', state: 'EXPECTED' }, today);

    expect(late('2026-02-27')).toBe(0);
    expect(late('2026-02-28')).toBe(0);
    expect(late('2026-03-01')).toBe(1);
    expect(late('2027-02-28')).toBe(365);
  });

  test('also after it was returned', () => {
    expect(daysOverdue({ dueOn: '2026-01-01', state: 'RETURNED' }, '2026-01-21')).toBe(20);
  });

  test.each(['SUBMITTED', 'ACCEPTED'] as const)('never once it is %s', (state) => {
    expect(daysOverdue({ dueOn: '2020-01-01', state }, '2026-01-21')).toBe(0);
  });

  test('never while nobody has set a date', () => {
    expect(daysOverdue({ dueOn: null, state: 'EXPECTED' }, '2026-01-21')).toBe(0);
  });
});

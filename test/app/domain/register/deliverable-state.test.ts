import { describe, expect, test } from 'vitest';
import {
  awaitedSide,
  daysOverdue,
  deliverableState,
} from '#app/domain/register/deliverable-state.ts';
import { DELIVERABLE_STATES } from '#app/domain/register/deliverable.ts';

describe('the state follows from the latest event:', () => {
  test('nothing has happened, it was handed in, it came back', () => {
    expect(deliverableState('BOTH', null)).toBe('EXPECTED');
    expect(deliverableState('BOTH', { event: 'SUBMITTED', side: null })).toBe('SUBMITTED');
    expect(deliverableState('BOTH', { event: 'RETURNED', side: 'PMO' })).toBe('RETURNED');
  });

  test('accepted by the side that must, or by the second of two', () => {
    expect(deliverableState('PMO', { event: 'ACCEPTED', side: 'PMO' })).toBe('ACCEPTED');
    expect(deliverableState('BANK', { event: 'ACCEPTED', side: 'BANK' })).toBe('ACCEPTED');
    expect(deliverableState('BOTH', { event: 'ACCEPTED', side: 'PMO' })).toBe('PMO_ACCEPTED');
    expect(deliverableState('BOTH', { event: 'ACCEPTED', side: 'BANK' })).toBe('ACCEPTED');
  });
});

test('it is the turn of the project office first, then of the Bank, where both accept', () => {
  expect(awaitedSide('BOTH', 'SUBMITTED')).toBe('PMO');
  expect(awaitedSide('BOTH', 'PMO_ACCEPTED')).toBe('BANK');
  expect(awaitedSide('BANK', 'SUBMITTED')).toBe('BANK');
  expect(awaitedSide('PMO', 'SUBMITTED')).toBe('PMO');
  for (const state of ['EXPECTED', 'RETURNED', 'ACCEPTED'] as const) {
    expect(awaitedSide('BOTH', state)).toBeNull();
  }
});

describe('a deliverable is overdue', () => {
  test('from the day after its due date, by whole days', () => {
    const late = (today: string) => daysOverdue({ dueOn: '2026-02-28', state: 'EXPECTED' }, today);

    expect(late('2026-02-27')).toBe(0);
    expect(late('2026-02-28')).toBe(0);
    expect(late('2026-03-01')).toBe(1);
    expect(late('2027-02-28')).toBe(365);
  });

  test('only while its holder owes it', () => {
    const late = DELIVERABLE_STATES.filter(
      (state) => daysOverdue({ dueOn: '2020-01-01', state }, '2026-01-21') > 0,
    );

    expect(late).toEqual(['EXPECTED', 'RETURNED']);
  });

  test('never while nobody has set a date', () => {
    expect(daysOverdue({ dueOn: null, state: 'EXPECTED' }, '2026-01-21')).toBe(0);
  });
});

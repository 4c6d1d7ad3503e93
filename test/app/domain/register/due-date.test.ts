import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grantRefusal, isDueDateOpen, timeRequestRefusal } from '#app/domain/register/due-date.ts';
import { dueGroup } from '#app/domain/register/due-item.ts';
import { milestoneDaysLate, milestoneState } from '#app/domain/register/milestone.ts';
import { checkedNote, checkedReason } from '#app/domain/register/reason.ts';
import { addDays } from '#app/domain/shared/calendar-date.ts';

const DAY = '2026-11-25';
const anyDay = fc.integer({ min: -400, max: 400 }).map((days) => addDays(DAY, days));
const owed = { dueRule: 'FIXED_DATE', dueOn: DAY, state: 'EXPECTED' } as const;

test('what is granted is later than before and no later than what was asked', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 200 }), anyDay, (before, more, granted) => {
      const request = { dueOnBefore: before, requestedDueOn: addDays(before, more) };

      expect(grantRefusal(request, granted) === null).toBe(
        granted > before && granted <= request.requestedDueOn,
      );
    }),
  );
});

test('more time is asked for while the work is owed, once at a time, for a later day', () => {
  const ask = (change: object, day = '2026-12-01') =>
    timeRequestRefusal({ ...owed, hasPendingRequest: false, ...change }, day);

  expect(ask({})).toBeNull();
  expect(ask({ state: 'RETURNED' })).toBeNull();
  expect(ask({ state: 'SUBMITTED' })).toBe('deliverable.not-owed');
  expect(ask({ dueOn: null })).toBe('time-request.no-date');
  expect(ask({ hasPendingRequest: true })).toBe('time-request.pending');
  expect(ask({}, DAY)).toBe('time-request.not-later');
});

test('the office names a day where the rule leaves it open, or where there is none', () => {
  expect(isDueDateOpen({ ...owed, dueRule: 'PMO_ARRANGEMENT' })).toBe(true);
  expect(isDueDateOpen({ ...owed, dueRule: 'PROJECT_PROGRESS', dueOn: null })).toBe(true);
  expect(isDueDateOpen(owed)).toBe(false);
  expect(isDueDateOpen({ ...owed, dueOn: null })).toBe(true);
  expect(isDueDateOpen({ ...owed, dueRule: 'PMO_ARRANGEMENT', state: 'ACCEPTED' })).toBe(false);
});

test('a milestone is late from the day after its date until a result is recorded', () => {
  const late = (state: 'SCHEDULED' | 'NOT_MET', today: string) =>
    milestoneDaysLate({ dueOn: DAY, state }, today);

  expect(milestoneState(null)).toBe('SCHEDULED');
  expect(milestoneState('PARTLY_MET')).toBe('PARTLY_MET');
  expect(late('SCHEDULED', DAY)).toBe(0);
  expect(late('SCHEDULED', addDays(DAY, 3))).toBe(3);
  expect(late('NOT_MET', addDays(DAY, 3))).toBe(0);
});

test('the due list puts what waits for a decision first, then goes by the date', () => {
  const at = (dueOn: string | null) =>
    dueGroup({ part: 'DATED', dueOn }, { today: DAY, soonUntil: '2026-12-09' });

  expect(dueGroup({ part: 'DECISION', dueOn: '2020-01-01' }, { today: DAY, soonUntil: DAY })).toBe(
    'DECIDE',
  );
  expect([at('2026-11-24'), at(DAY), at('2026-12-09'), at('2026-12-10'), at(null)]).toEqual([
    'LATE',
    'SOON',
    'SOON',
    'LATER',
    'UNDATED',
  ]);
});

test('a reason is said, in at most 500 characters; a note may be left out', () => {
  expect(checkedReason('  因汛期推迟 ')).toEqual({ ok: true, value: '因汛期推迟' });
  expect(checkedReason(' \n ')).toEqual({ ok: false, refusal: { code: 'reason.missing' } });
  expect(checkedReason('长'.repeat(501)).ok).toBe(false);
  expect(checkedNote('  ')).toEqual({ ok: true, value: '' });
});

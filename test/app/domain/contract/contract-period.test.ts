import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMonths,
  individualEnd,
  isCalendarDate,
  periodRefusals,
} from '#app/domain/contract/contract-period.ts';
import { addDays, daysBetween } from '#app/domain/shared/calendar-date.ts';

const dates = fc.integer({ min: -9_000, max: 9_000 }).map((days) => addDays('2026-01-01', days));

describe('[I11] the contract of an individual', () => {
  test('ends on the day one year after its signature', () => {
    expect(individualEnd('2026-05-11')).toBe('2027-05-11');
    expect(individualEnd('2027-02-28')).toBe('2028-02-28');
  });

  test('signed on 29 February ends on 28 February', () => {
    expect(individualEnd('2028-02-29')).toBe('2029-02-28');
    expect(individualEnd('2028-02-29', 48)).toBe('2032-02-29');
  });

  test('runs 365 or 366 days, and never ends in another month', () => {
    fc.assert(
      fc.property(dates, (signedOn) => {
        const endsOn = individualEnd(signedOn);

        expect([364, 365, 366]).toContain(daysBetween(signedOn, endsOn));
        expect(endsOn.slice(5, 7)).toBe(signedOn.slice(5, 7));
      }),
    );
  });
});

test('months later is the same day, or the last day of a shorter month', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
  fc.assert(
    fc.property(dates, fc.integer({ min: 0, max: 120 }), (date, months) => {
      const later = addMonths(date, months);
      const isSameDay = later.slice(8) === date.slice(8);
      const isLastDay = addDays(later, 1).endsWith('-01');

      expect(isSameDay || isLastDay).toBe(true);
      expect(isCalendarDate(later)).toBe(true);
    }),
  );
});

describe('the dates of a contract', () => {
  const surroundings = { today: '2026-11-21', lastMovedOn: '2026-10-01' };

  test('are accepted in their order', () => {
    const period = { signedOn: '2026-10-01', startsOn: '2026-10-01', endsOn: '2026-10-02' };

    expect(periodRefusals(period, surroundings)).toEqual({});
  });

  test('never lie before their cause', () => {
    fc.assert(
      fc.property(dates, dates, dates, (signedOn, startsOn, endsOn) => {
        const refusals = periodRefusals({ signedOn, startsOn, endsOn }, surroundings);

        expect(refusals).toEqual({
          ...(signedOn < '2026-10-01' && { signedOn: 'contract.signed-too-early' }),
          ...(signedOn > '2026-11-21' && { signedOn: 'contract.signed-in-future' }),
          ...(startsOn < signedOn && { startsOn: 'contract.starts-too-early' }),
          ...(endsOn <= startsOn && { endsOn: 'contract.ends-too-early' }),
        });
      }),
    );
  });
});

test.each([
  ['2028-02-29', true],
  ['2027-02-29', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['tomorrow', false],
])('%s is a day of the calendar: %s', (text, is) => {
  expect(isCalendarDate(text)).toBe(is);
});

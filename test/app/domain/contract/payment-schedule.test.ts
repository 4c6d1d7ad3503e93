import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scheduleGap, splitByShares, totalOf } from '#app/domain/contract/payment-schedule.ts';
import { PAYMENT_STATES } from '#app/domain/contract/payment-state.ts';
import { readScheduleEntries } from '#app/domain/contract/schedule-entries.ts';
import { AMOUNT_MAX_MINOR } from '#app/domain/contract/money.ts';

const amounts = fc.integer({ min: 1, max: AMOUNT_MAX_MINOR });

describe('an amount parted by shares', () => {
  const shares = fc
    .array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 20 })
    .filter((drawn) => drawn.some((share) => share > 0n));

  test('loses nothing, and no part is a whole unit away from its share', () => {
    fc.assert(
      fc.property(amounts, shares, (amount, drawn) => {
        const parts = splitByShares(amount, drawn);
        const whole = drawn.reduce((sum, share) => sum + share, 0n);

        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
        for (const [index, part] of parts.entries()) {
          const apart = BigInt(part) * whole - BigInt(amount) * (drawn[index] ?? 0n);
          expect(apart > -whole && apart < whole).toBe(true);
        }
      }),
    );
  });

  test('gives what is left to the largest remainder, the earlier part first', () => {
    expect(splitByShares(100, [1n, 1n, 1n])).toEqual([34, 33, 33]);
    expect(splitByShares(10, [26n, 26n, 48n])).toEqual([3, 2, 5]);
    expect(splitByShares(5, [0n, 1n])).toEqual([0, 5]);
  });

  test('is a fault for shares that are no parts of anything', () => {
    expect(() => splitByShares(5, [0n, 0n])).toThrow(RangeError);
    expect(() => splitByShares(5, [-1n, 2n])).toThrow(RangeError);
  });
});

describe('a schedule', () => {
  const payments = fc
    .array(
      fc.record({
        amountMinor: fc.integer({ min: 1, max: 1e9 }),
        state: fc.constantFrom(...PAYMENT_STATES),
      }),
    )
    .map((drawn) => drawn.map((payment, index) => ({ ...payment, no: index + 1 })));

  test('that adds up has no gap; any other says how much and which payments can be adapted', () => {
    fc.assert(
      fc.property(payments, fc.integer({ min: -5, max: 5 }), (drawn, gapMinor) => {
        const gap = scheduleGap(totalOf(drawn) + gapMinor, drawn);

        const open = drawn.filter(({ state }) => !['INVOICED', 'RELEASED'].includes(state));
        expect(gap).toEqual(
          gapMinor === 0 ? null : { gapMinor, adaptable: open.map(({ no }) => no) },
        );
      }),
    );
  });

  const CONTRACT = { amountMinor: 100_001, currency: 'CNY' };

  test('is typed as amounts, or as percentages that are parted without loss', () => {
    expect(readScheduleEntries(['1,000', '', '0.01'], CONTRACT)).toEqual({
      ok: true,
      value: [100_000, null, 1],
    });
    expect(readScheduleEntries(['30%', '３０％', '', '40 %'], CONTRACT)).toEqual({
      ok: true,
      value: [30_000, 30_000, null, 40_001],
    });
  });

  test.each([
    [['', ' '], 'schedule.empty'],
    [['30%', '60%'], 'schedule.percent'],
    [['0%', '100%'], 'schedule.percent'],
    [['30%', '700'], 'schedule.percent'],
    [['1,00'], 'amount.malformed'],
    [['0'], 'amount.not-positive'],
  ])('typed as %j is refused as %s', (entries, code) => {
    expect(readScheduleEntries(entries, CONTRACT)).toEqual({ ok: false, refusal: { code } });
  });

  test('of any percentages that make a hundred comes to the amount of the contract', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 999_999 }), { maxLength: 8 });
    fc.assert(
      fc.property(amounts, cuts, (amountMinor, drawn) => {
        const edges = [0, ...drawn.toSorted((one, other) => one - other), 1_000_000];
        const entries = edges
          .slice(1)
          .map((edge, index) => percentText(edge - (edges[index] ?? 0)));
        const read = readScheduleEntries(entries, { amountMinor, currency: 'USD' });

        expect(read.ok && read.value.reduce<number>((sum, part) => sum + (part ?? 0), 0)).toBe(
          amountMinor,
        );
      }),
    );
  });
});

function percentText(millionths: number): string {
  return `${Math.floor(millionths / 10_000)}.${String(millionths % 10_000).padStart(4, '0')}%`;
}

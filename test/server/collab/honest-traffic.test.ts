import { expect, test } from 'vitest';
import { honestTraffic } from '#test/support/honest-traffic.ts';

/**
 * As many as half a minute of processor time allows; `npm run fuzz -- --honest 1000000` sends more.
 * Long documents cost with the square of their length: there are many of medium length.
 */
const TYPED = [18, 23, 46, ...Array.from({ length: 25 }, (_, index) => index + 101)].map(
  (seed) => ({ seed, messages: seed < 100 ? 2_200 : 1_200 }),
);
const PASTED = [201].map((seed) => ({ seed, messages: 120 }));

test.each(TYPED)(
  '[G8] three people edit, undo, lose the line and come back: nothing is refused, all agree (seed $seed)',
  async (options) => {
    const traffic = await honestTraffic({ ...options, pastedPages: 0 });
    expect(traffic.refusals).toEqual([]);
    expect(traffic.differences).toEqual([]);
    expect(traffic.messages).toBeGreaterThanOrEqual(options.messages);
  },
  120_000,
);

test.each(PASTED)(
  '[G8] two people paste 50 pages at the same place, and one removes half of them (seed $seed)',
  async (options) => {
    const traffic = await honestTraffic({ ...options, pastedPages: 50 });
    expect(traffic.refusals).toEqual([]);
    expect(traffic.differences).toEqual([]);
    expect(traffic.largest).toBeGreaterThan(200_000);
  },
  120_000,
);

import { expect, test } from 'vitest';
import { honestTraffic } from '#test/support/honest-traffic.ts';

/** `npm run fuzz -- --honest 1000000` sends more. */
const MESSAGES = Number(process.env.HONEST ?? 100_000);
const FIRST_SEED = Number(process.env.SEED ?? 1);
/** Long documents cost with the square of their length: there are many short ones, and few long. */
const SHORT = 400;
const LONG = 2_000;
const EVERY_LONG = 20;

test(
  `[G8] three people edit, undo, lose the line and come back in many documents: ${MESSAGES} messages, none is refused, all agree`,
  { timeout: 120_000 + MESSAGES * 10 },
  async () => {
    const total = { messages: 0, largest: 0, gateMs: 0 };
    for (let seed = FIRST_SEED; total.messages < MESSAGES; seed += 1) {
      const messages = seed % EVERY_LONG === 0 ? LONG : SHORT;
      const traffic = await honestTraffic({ seed, messages, pastedPages: 0 });
      expect({ seed, ...wrongIn(traffic) }).toEqual({ seed, refusals: [], differences: [] });
      total.messages += traffic.messages;
      total.largest = Math.max(total.largest, traffic.largest);
      total.gateMs += traffic.gateMs;
      if (process.env.HONEST !== undefined && seed % EVERY_LONG === 0) say(total);
    }
    if (process.env.HONEST !== undefined) say(total);
    expect(total.messages).toBeGreaterThanOrEqual(MESSAGES);
  },
);

test('[G8] two people paste 50 pages at the same place, and one removes half of them', async () => {
  const traffic = await honestTraffic({ seed: 201, messages: 120, pastedPages: 50 });
  expect(wrongIn(traffic)).toEqual({ refusals: [], differences: [] });
  expect(traffic.largest).toBeGreaterThan(200_000);
}, 120_000);

function wrongIn({ refusals, differences }: { refusals: string[]; differences: string[] }) {
  return { refusals, differences };
}

function say({ messages, largest, gateMs }: { messages: number; largest: number; gateMs: number }) {
  const each = ((gateMs * 1_000) / messages).toFixed(0);
  process.stdout.write(
    `${messages} honest messages, none refused; the largest has ${largest} bytes, the gate took ${each} µs each\n`,
  );
}

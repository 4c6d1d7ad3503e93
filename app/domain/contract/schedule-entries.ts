import type { RefusalCode } from '../shared/refusal-code.ts';
import { granted, refused, type Result } from '../shared/result.ts';
import { parseAmount, type Money } from './money.ts';
import { splitByShares } from './payment-schedule.ts';

/**
 * The amounts of a schedule as people type it: an amount in each field or a percentage in each;
 * an empty field is no payment. Percentages come to 100 and are parted without loss.
 * @returns minor units for each entry, null for an empty one.
 */
export function readScheduleEntries(
  entries: readonly string[],
  { amountMinor, currency }: Money,
): Result<(number | null)[], { code: RefusalCode }> {
  const texts = entries.map((entry) => entry.normalize('NFKC').trim());
  const filled = texts.filter((text) => text !== '');
  if (filled.length === 0) return refused({ code: 'schedule.empty' });
  const shares = filled.map(shareOf);
  if (shares.some((share) => share !== null)) {
    const known = shares.filter((share) => share !== null);
    const whole = known.reduce((sum, share) => sum + share, 0n);
    if (known.length < shares.length || whole !== WHOLE || known.includes(0n)) {
      return refused({ code: 'schedule.percent' });
    }
    return granted(spread(texts, splitByShares(amountMinor, known)));
  }
  const amounts: number[] = [];
  for (const text of filled) {
    const amount = parseAmount(text, currency);
    if (!amount.ok) return amount;
    amounts.push(amount.value);
  }
  return granted(spread(texts, amounts));
}

function spread(texts: readonly string[], amounts: readonly number[]): (number | null)[] {
  let next = 0;
  return texts.map((text) => (text === '' ? null : (amounts[next++] ?? null)));
}

/** `33.3333 %` as millionths of the whole; null for what is no percentage. */
function shareOf(text: string): bigint | null {
  const parts = /^(\d{1,3})(?:\.(\d{1,4}))?\s*%$/.exec(text);
  if (parts === null) return null;
  return BigInt(`${parts[1] ?? ''}${(parts[2] ?? '').padEnd(4, '0')}`);
}

const WHOLE = 1_000_000n;

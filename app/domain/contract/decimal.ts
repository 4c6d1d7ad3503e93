/**
 * Exact decimal numbers as text, for what is counted or measured: never a float, so that 0.1 stays
 * 0.1. The text has no grouping, no plus sign, no needless zeros.
 */
export type Decimal = string;

/** Reads `1,200.50`, `１２００．５` or `-3`; null for what is no number. At most 30 digits. */
export function parseDecimal(written: string): Decimal | null {
  const text = written.normalize('NFKC').trim().replace(/^[−–]/, '-');
  if (!NUMBER.test(text) || text.length > 40) return null;
  const { isNegative, digits, scale } = partsOf(text.replaceAll(',', ''));
  if (digits === 0n) return '0';
  const padded = String(digits).padStart(scale + 1, '0');
  const whole = padded.slice(0, padded.length - scale);
  const fraction = scale === 0 ? '' : padded.slice(-scale).replace(/0+$/, '');
  return `${isNegative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Negative when `left` is the smaller, 0 when they are equal, positive otherwise. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const difference = scaled(left, right) - scaled(right, left);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** Whole percent of `target` that `reached` is, rounded down; null where that says nothing. */
export function percentReached(reached: Decimal, target: Decimal): number | null {
  if (compareDecimals(target, '0') <= 0 || compareDecimals(reached, '0') < 0) return null;
  return Number((scaled(reached, target) * 100n) / scaled(target, reached));
}

/** `value` as a whole number of the finest step that either of the two has. */
function scaled(value: Decimal, other: Decimal): bigint {
  const { isNegative, digits, scale } = partsOf(value);
  const finest = Math.max(scale, partsOf(other).scale);
  const magnitude = digits * 10n ** BigInt(finest - scale);
  return isNegative ? -magnitude : magnitude;
}

function partsOf(value: string): { isNegative: boolean; digits: bigint; scale: number } {
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  return {
    isNegative: value.startsWith('-'),
    digits: BigInt(whole + fraction),
    scale: fraction.length,
  };
}

const NUMBER = /^-?(\d{1,3}(,\d{3})+|\d{1,30})(\.\d{1,30})?$/;

/** Exact numbers for ranking: two candidates are equal only when they truly are. */
export type Fraction = { over: bigint; under: bigint };

export const ZERO: Fraction = { over: 0n, under: 1n };

/** @throws when `under` is not positive: a fault of the caller. */
export function fraction(over: number | bigint, under: number | bigint = 1): Fraction {
  const made = { over: BigInt(over), under: BigInt(under) };
  if (made.under <= 0n) throw new RangeError('A fraction needs a positive denominator.');
  return made;
}

export function plus(left: Fraction, right: Fraction): Fraction {
  return {
    over: left.over * right.under + right.over * left.under,
    under: left.under * right.under,
  };
}

export function times(left: Fraction, right: Fraction): Fraction {
  return { over: left.over * right.over, under: left.under * right.under };
}

/** Negative, zero or positive, as for sorting. */
export function compareFractions(left: Fraction, right: Fraction): number {
  const difference = left.over * right.under - right.over * left.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Rounded half up to hundredths, for showing: 83.335 is 8334. Never for ranking. */
export function inHundredths({ over, under }: Fraction): number {
  return Number((over * 200n + under) / (under * 2n));
}

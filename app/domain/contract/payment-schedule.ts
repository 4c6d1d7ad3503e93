import type { PaymentState } from './payment-state.ts';

/**
 * Parts `amountMinor` by `shares` so that the parts add up to it exactly: what rounding leaves goes
 * to the parts that lost most by it, the earlier one first.
 * @param shares in any unit, not negative, not all 0.
 */
export function splitByShares(amountMinor: number, shares: readonly bigint[]): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0n);
  if (whole <= 0n || shares.some((share) => share < 0n)) {
    throw new RangeError('Shares must not be negative, and not all 0.');
  }
  const amount = BigInt(amountMinor);
  const parts = shares.map((share, index) => ({
    index,
    minor: (amount * share) / whole,
    remainder: (amount * share) % whole,
  }));
  const left = amount - parts.reduce((sum, { minor }) => sum + minor, 0n);
  const lucky = new Set(
    parts
      .toSorted(
        (one, other) =>
          Number(other.remainder > one.remainder) - Number(other.remainder < one.remainder) ||
          one.index - other.index,
      )
      .slice(0, Number(left))
      .map(({ index }) => index),
  );
  return parts.map(({ index, minor }) => Number(minor) + (lucky.has(index) ? 1 : 0));
}

type Scheduled = { no: number; amountMinor: number; state: PaymentState };

export type ScheduleGap = {
  /** What the schedule lacks; negative when it comes to more than the contract. */
  gapMinor: number;
  /** Numbers of the payments that can still be changed. */
  adaptable: number[];
};

/** What keeps a schedule from coming to the amount of the contract; null when it does. */
export function scheduleGap(
  amountMinor: number,
  payments: readonly Scheduled[],
): ScheduleGap | null {
  const gapMinor = amountMinor - totalOf(payments);
  if (gapMinor === 0) return null;
  return { gapMinor, adaptable: payments.filter(isAdaptable).map(({ no }) => no) };
}

/** What was invoiced or paid stands as it is. */
export function isAdaptable({ state }: { state: PaymentState }): boolean {
  return state !== 'INVOICED' && state !== 'RELEASED';
}

export function totalOf(payments: readonly { amountMinor: number }[]): number {
  return payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

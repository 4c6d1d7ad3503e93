/** The currencies that contracts of the project are written in, the likelier ones first. */
export const CURRENCIES = ['CNY', 'USD', 'EUR', 'GBP', 'CHF', 'JPY'] as const;
export type Currency = (typeof CURRENCIES)[number];

export function isCurrency(value: string): value is Currency {
  return (CURRENCIES as readonly string[]).includes(value);
}

/** Digits after the decimal point, by ISO 4217: 2 for fen and cents, 0 for yen. */
export function minorDigits(currency: string): number {
  return DIGITS_OTHER_THAN_TWO[currency] ?? 2;
}

const DIGITS_OTHER_THAN_TWO: Readonly<Record<string, number>> = { JPY: 0, KRW: 0, VND: 0, KWD: 3 };

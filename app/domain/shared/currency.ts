/** Places after the point that the currency has: 2 for CNY, 0 for JPY. */
export function fractionDigits(currency: string): number {
  const known = digitsOf.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  digitsOf.set(currency, digits);
  return digits;
}

/** Whether three letters name a currency of ISO 4217. */
export function isCurrencyCode(code: string): boolean {
  return CODES.has(code);
}

// Asking Intl is slow, and a register asks thousands of times.
const digitsOf = new Map<string, number>();
const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

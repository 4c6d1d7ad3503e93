import type { Locale } from '../domain/shared/locale.ts';

/** `USD 412,000.00`: the code of the currency, so that nobody mistakes one dollar or yuan for another. */
export function formatMoney(
  locale: Locale,
  { amountMinor, currency }: { amountMinor: number; currency: string },
): string {
  const format = formatFor(locale, currency);
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  // A decimal text is exact where a division would round.
  const text = `${amountMinor}e-${digits}`;
  return `${currency} ${format.format(text as unknown as number)}`;
}

const formats = new Map<string, Intl.NumberFormat>();

function formatFor(locale: Locale, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
  }).resolvedOptions();
  const made = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(key, made);
  return made;
}

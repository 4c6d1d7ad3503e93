import type { Locale } from '../domain/shared/locale.ts';

/** 8334 hundredths are `83.34` points. */
export function formatHundredths(locale: Locale, hundredths: number): string {
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  // A decimal text is exact where a division would round.
  return format.format(`${hundredths}e-2` as unknown as number);
}

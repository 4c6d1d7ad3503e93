import { fractionDigits } from '../shared/currency.ts';

/** Amounts in a sheet: digits with a point, and the minor units that they stand for. */

/** `{ minor: 29, currency: 'CNY' }` -> `0.29` */
export function amountText(amount: { minor: number; currency: string }): string {
  const places = fractionDigits(amount.currency);
  const digits = String(Math.abs(amount.minor)).padStart(places + 1, '0');
  const sign = amount.minor < 0 ? '-' : '';
  const whole = digits.slice(0, digits.length - places);
  return sign + (places === 0 ? whole : `${whole}.${digits.slice(digits.length - places)}`);
}

export type AmountFault = 'amount-malformed' | 'amount-negative' | 'amount-too-fine';

/** Minor units of what is written, with or without separators: `1,500,000.29`, `1500000.29`. */
export function parseAmount(written: string, currency: string): number | AmountFault {
  const [, sign = '', whole = '', fraction = ''] = AMOUNT.exec(written) ?? [];
  if (whole === '') return 'amount-malformed';
  if (sign !== '') return 'amount-negative';
  const places = fractionDigits(currency);
  const exact = fraction.replace(/0+$/, '');
  if (exact.length > places) return 'amount-too-fine';
  const minor = Number(whole.replaceAll(',', '') + exact.padEnd(places, '0'));
  return Number.isSafeInteger(minor) ? minor : 'amount-malformed';
}

const AMOUNT = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;

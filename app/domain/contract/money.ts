import type { RefusalCode } from '../shared/refusal-code.ts';
import { granted, refused, type Result } from '../shared/result.ts';
import { minorDigits } from './currency.ts';

/** An amount in minor units (fen, cents) of its currency; always a whole number. */
export type Money = { amountMinor: number; currency: string };

/** Far above any contract, and so low that ninety of them still add up exactly. */
export const AMOUNT_MAX_MINOR = 100_000_000_000_000;

type Parsed = Result<number, { code: RefusalCode }>;

/**
 * The minor units of a positive amount as people type it: `412000`, `412,000.00`, `４１２，０００`,
 * `41.2万`, `412 000 元`. More decimals than the currency has are refused, never rounded.
 */
export function parseAmount(written: string, currency: string): Parsed {
  const parsed = parseSignedAmount(written, currency);
  if (!parsed.ok || parsed.value > 0) return parsed;
  return refused({ code: 'amount.not-positive' });
}

/** The same for what is added to an amount or, with a minus sign, taken away from it. */
export function parseSignedAmount(written: string, currency: string): Parsed {
  const text = written.normalize('NFKC').trim();
  if (text === '') return refused({ code: 'amount.missing' });
  const parts = AMOUNT.exec(text)?.groups;
  if (parts === undefined) return refused({ code: 'amount.malformed' });
  const { sign = '', whole = '', fraction = '', unit = '' } = parts;
  const digits = minorDigits(currency) + (ZEROS_OF_UNIT[unit] ?? 0);
  if (fraction.length > digits) return refused({ code: 'amount.decimals' });
  const minor = BigInt(whole.replace(/\D/g, '') + fraction.padEnd(digits, '0'));
  if (minor > BigInt(AMOUNT_MAX_MINOR)) return refused({ code: 'amount.too-large' });
  return granted(MINUS.test(sign) ? -Number(minor) || 0 : Number(minor));
}

/** The amount as a plain number that `parseSignedAmount` reads again: `412000.00`. */
export function amountText({ amountMinor, currency }: Money): string {
  const digits = minorDigits(currency);
  const text = String(Math.abs(amountMinor)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const sign = amountMinor < 0 ? '-' : '';
  return digits === 0 ? sign + whole : `${sign}${whole}.${text.slice(-digits)}`;
}

/** Groups are of three digits, or there are none: `412,00` is neither 412 nor 41,200. */
const AMOUNT =
  /^(?<sign>[-+−–]?)\s*(?<whole>\d{1,3}(?:([, '’])\d{3})(?:\3\d{3})*|\d+)(?:\.(?<fraction>\d+))?\s*(?<unit>[万亿]?)元?$/u;
const MINUS = /^[-−–]$/;
const ZEROS_OF_UNIT: Readonly<Record<string, number>> = { 万: 4, 亿: 8 };

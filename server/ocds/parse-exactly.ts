import { granted, refused, type Result } from '#app/domain/shared/result.ts';
import type { Json } from './ocds.ts';

type Failure = { code: 'ocds.not-json' | 'ocds.inexact' | 'ocds.too-deep' };

/**
 * Parses JSON of which nothing may be lost: refused is a number that JavaScript cannot hold to its
 * last digit, a key that stands twice, the character U+0000, which the database cannot hold, and
 * half of a surrogate pair, which no encoding can.
 */
export function parseExactly(text: string): Result<Json, Failure> {
  const written = text.replace(/^\uFEFF/, '');
  const shape = written.replace(STRING, (_, follows: string) => (follows === ':' ? '"":' : '""'));
  if (deepest(shape) > DEPTH_MAX) return refused({ code: 'ocds.too-deep' });
  let value: Json;
  try {
    value = JSON.parse(written) as Json;
  } catch {
    return refused({ code: 'ocds.not-json' });
  }
  const numbers = shape.match(NUMBER) ?? [];
  const keys = shape.match(KEY)?.length ?? 0;
  if (!numbers.every(isExact) || keys !== countKeys(value) || !isStorable(value)) {
    return refused({ code: 'ocds.inexact' });
  }
  return granted(value);
}

function deepest(shape: string): number {
  let depth = 0;
  let most = 0;
  for (const character of shape) {
    if (character === '{' || character === '[') most = Math.max(most, ++depth);
    else if (character === '}' || character === ']') depth -= 1;
  }
  return most;
}

function isExact(written: string): boolean {
  const value = Number(written);
  return Number.isFinite(value) && digitsOf(String(value)) === digitsOf(written);
}

/** The digits that count and where they stand, however the number is written: `12.50` as `125e-1`. */
function digitsOf(written: string): string {
  const [, whole = '', fraction = '', exponent = '0'] =
    /^-?(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(written) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  const ended = digits.replace(/0+$/, '');
  return ended === ''
    ? '0'
    : `${ended}e${Number(exponent) - fraction.length + digits.length - ended.length}`;
}

function countKeys(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value).reduce((sum: number, one) => sum + countKeys(one), 0);
  return Array.isArray(value) ? inside : inside + Object.keys(value).length;
}

function isStorable(value: Json): boolean {
  if (typeof value === 'string') return !UNSTORABLE.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, one]) => !UNSTORABLE.test(key) && isStorable(one));
}

const DEPTH_MAX = 60;
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"\s*(:?)/g;
const KEY = /"":/g;
const NUMBER = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;
// eslint-disable-next-line no-control-regex -- U+0000 is exactly what cannot be stored
const UNSTORABLE = /\u0000|\p{Cs}/u;

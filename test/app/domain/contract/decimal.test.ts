import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDecimals, parseDecimal, percentReached } from '#app/domain/contract/decimal.ts';

test.each([
  ['5', '5'],
  ['1,200.50', '1200.5'],
  ['１２．５０', '12.5'],
  ['-0.0', '0'],
  ['−3', '-3'],
  ['007', '7'],
])('%s is the number %s', (written, value) => {
  expect(parseDecimal(written)).toBe(value);
});

test.each(['', 'five', '1.', '.5', '1e3', '--1', '1,00', '9'.repeat(31)])(
  '"%s" is no number',
  (written) => {
    expect(parseDecimal(written)).toBeNull();
  },
);

test('tenths are exact, and what is written anew is the same number', () => {
  expect(compareDecimals('0.3', '0.30')).toBe(0);
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.nat(12), (digits, scale) => {
      const written = asDecimal(digits, scale);
      const value = parseDecimal(written);

      expect(value).not.toBeNull();
      expect(compareDecimals(value ?? '', written)).toBe(0);
      expect(parseDecimal(value ?? '')).toBe(value);
    }),
  );
});

test('numbers compare as whole numbers of the same step do', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), fc.nat(12), (one, other, scale) => {
      const compared = compareDecimals(asDecimal(one, scale), asDecimal(other, scale));

      expect(Math.sign(compared)).toBe(Math.sign(Number(BigInt(one) - BigInt(other))));
    }),
  );
});

test('what was reached is a share of the target, rounded down', () => {
  expect(percentReached('2', '3')).toBe(66);
  expect(percentReached('2.999', '3')).toBe(99);
  expect(percentReached('4', '3')).toBe(133);
  expect(percentReached('4', '0')).toBeNull();
  expect(percentReached('-1', '3')).toBeNull();
});

function asDecimal(digits: number, scale: number): string {
  const text = String(Math.abs(digits)).padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  const fraction = scale === 0 ? '' : `.${text.slice(-scale)}`;
  return `${digits < 0 ? '-' : ''}${whole}${fraction}`;
}

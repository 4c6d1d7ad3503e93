import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CURRENCIES, minorDigits } from '#app/domain/contract/currency.ts';
import {
  AMOUNT_MAX_MINOR,
  amountText,
  parseAmount,
  parseSignedAmount,
} from '#app/domain/contract/money.ts';

const currencies = fc.constantFrom(...CURRENCIES);
const amounts = fc.integer({ min: -AMOUNT_MAX_MINOR, max: AMOUNT_MAX_MINOR });

describe('an amount', () => {
  test.each([
    ['412,000.00', 'CNY', 41_200_000],
    ['412000', 'CNY', 41_200_000],
    ['４１２，０００．５', 'CNY', 41_200_050],
    [' 41.2万 ', 'CNY', 41_200_000],
    ['41.2万元', 'CNY', 41_200_000],
    ['1.23456789亿', 'CNY', 12_345_678_900],
    ['412 000 元', 'CNY', 41_200_000],
    ['0.01', 'USD', 1],
    ['412,000', 'JPY', 412_000],
  ])('%s in %s is %i minor units', (written, currency, minor) => {
    expect(parseAmount(written, currency)).toEqual({ ok: true, value: minor });
  });

  test.each([
    ['', 'CNY', 'amount.missing'],
    ['about 40', 'CNY', 'amount.malformed'],
    ['412,00', 'CNY', 'amount.malformed'],
    ['1,2345', 'CNY', 'amount.malformed'],
    ['1,234 567', 'CNY', 'amount.malformed'],
    ['1e6', 'CNY', 'amount.malformed'],
    ['412.000', 'CNY', 'amount.decimals'],
    ['412.5', 'JPY', 'amount.decimals'],
    ['0.1234567万', 'CNY', 'amount.decimals'],
    ['99999999999999', 'CNY', 'amount.too-large'],
    ['0', 'CNY', 'amount.not-positive'],
    ['-5', 'CNY', 'amount.not-positive'],
  ])('"%s" in %s is refused as %s', (written, currency, code) => {
    expect(parseAmount(written, currency)).toEqual({ ok: false, refusal: { code } });
  });

  test('that was written out is read as the same amount, with and without grouping', () => {
    fc.assert(
      fc.property(amounts, currencies, (amountMinor, currency) => {
        const written = amountText({ amountMinor, currency });
        const same = { ok: true, value: amountMinor };

        expect(parseSignedAmount(written, currency)).toEqual(same);
        expect(parseSignedAmount(grouped(written), currency)).toEqual(same);
        expect(parseSignedAmount(fullWidth(grouped(written)), currency)).toEqual(same);
      }),
    );
  });

  test('with one decimal more than the currency has is refused, never rounded', () => {
    fc.assert(
      fc.property(amounts, currencies, (amountMinor, currency) => {
        const written = amountText({ amountMinor, currency });
        const finer = minorDigits(currency) === 0 ? `${written}.0` : `${written}0`;

        expect(parseSignedAmount(finer, currency)).toEqual({
          ok: false,
          refusal: { code: 'amount.decimals' },
        });
      }),
    );
  });

  test('of any text is a safe whole number or a refusal', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'0123456789,. -万亿元％１，a') });
    fc.assert(
      fc.property(texts, currencies, (written, currency) => {
        const parsed = parseSignedAmount(written, currency);

        if (parsed.ok) expect(Number.isSafeInteger(parsed.value)).toBe(true);
      }),
    );
  });
});

function grouped(written: string): string {
  return written.replace(/\d(?=(\d{3})+(\.|$))/g, '$&,');
}

function fullWidth(written: string): string {
  return written.replace(/[0-9,.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

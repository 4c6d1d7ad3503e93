import { minorDigits } from '../domain/contract/currency.ts';
import { amountText, type Money } from '../domain/contract/money.ts';
import type { Locale } from '../domain/shared/locale.ts';

/** `CNY 412,000.00`: exact to the last digit, with the separators of the reader's language. */
export function formatMoney(locale: Locale, money: Money): string {
  const [whole = '0', fraction = ''] = amountText(money).split('.');
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: 'code',
    minimumFractionDigits: minorDigits(money.currency),
    maximumFractionDigits: minorDigits(money.currency),
  });
  // The whole part is written as a big integer; its sign is lost for -0.5, so it is set apart.
  const parts = format.formatToParts(BigInt(whole.replace('-', '')));
  const text = parts.map((part) => (part.type === 'fraction' ? fraction : part.value)).join('');
  return money.amountMinor < 0 ? `−${text}` : text;
}

/** The same with its sign, for what is added or taken away. */
export function formatMoneyChange(locale: Locale, money: Money): string {
  return money.amountMinor > 0 ? `+${formatMoney(locale, money)}` : formatMoney(locale, money);
}

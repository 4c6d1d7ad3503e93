import { useLocale } from '../../i18n/translate.tsx';
import { formatMoney } from '../../i18n/format-money.ts';
import shared from '../register/register.module.css';

/** An amount with its currency, on one line. */
export function MoneyText({ amountMinor, currency }: { amountMinor: number; currency: string }) {
  return (
    <span className={shared.nowrap}>{formatMoney(useLocale(), { amountMinor, currency })}</span>
  );
}

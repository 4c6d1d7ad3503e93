import type { ReactNode } from 'react';
import { inLocale } from '../../domain/shared/locale.ts';
import { formatDate } from '../../i18n/format.ts';
import { formatMoney } from '../../i18n/format-money.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import type { ContractView } from '../../use-cases/contract/contract-views.ts';
import facts from '../register/AssignmentScreen.module.css';
import styles from './contract.module.css';
import { MoneyText } from './MoneyText.tsx';

/** Parties, period and amount as they are now; what was signed otherwise is said beside it. */
export function TermList({ contract }: { contract: ContractView }) {
  const t = useTranslate();
  const locale = useLocale();
  const { currency, amountMinor, signedAmountMinor, endsOn, signedEndsOn, releasedMinor } =
    contract;
  const money = (minor: number) => formatMoney(locale, { amountMinor: minor, currency });
  return (
    <dl className={facts.facts}>
      <Term name={t('contract.client')}>{t('contract.client.pmo')}</Term>
      <Term name={t('contract.consultant')}>{inLocale(contract.consultant, locale)}</Term>
      <Term name={t('contract.signed-on')}>{formatDate(locale, contract.signedOn)}</Term>
      <Term name={t('contract.starts-on')}>{formatDate(locale, contract.startsOn)}</Term>
      <Term
        name={t('contract.ends-on')}
        was={
          endsOn === signedEndsOn
            ? null
            : t('contract.ends-on.was', { date: formatDate(locale, signedEndsOn) })
        }
      >
        {formatDate(locale, endsOn)}
      </Term>
      <Term
        name={t('contract.amount')}
        was={
          amountMinor === signedAmountMinor
            ? null
            : t('contract.amount.was', { amount: money(signedAmountMinor) })
        }
      >
        <b>
          <MoneyText amountMinor={amountMinor} currency={currency} />
        </b>
      </Term>
      <Term name={t('contract.paid')}>
        {t('contract.paid.of', { paid: money(releasedMinor), amount: money(amountMinor) })}
      </Term>
    </dl>
  );
}

function Term(props: { name: string; was?: string | null; children: ReactNode }) {
  const { name, was = null, children } = props;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children} {was !== null && <span className={styles.faint}>{was}</span>}
      </dd>
    </div>
  );
}

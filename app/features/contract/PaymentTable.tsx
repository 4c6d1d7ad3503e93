import { formatDate } from '../../i18n/format.ts';
import { formatMoney } from '../../i18n/format-money.ts';
import { inLocale } from '../../domain/shared/locale.ts';
import { Link } from '../../framework.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import table from '../../ui/table-look.module.css';
import type { ContractView, PaymentView } from '../../use-cases/contract/contract-views.ts';
import styles from './contract.module.css';
import { MoneyText } from './MoneyText.tsx';
import { PAYMENT_TONES } from './payment-look.ts';

type Props = { code: string; contract: ContractView; mayEdit: boolean };

/** What is paid for what, how far it is, and the one thing to do about it. */
export function PaymentTable({ code, contract, mayEdit }: Props) {
  const t = useTranslate();
  const { payments, currency, scheduledMinor } = contract;
  return (
    <>
      <ScheduleGapNotice contract={contract} />
      <ScrollRegion className={table.scroll} label={t('contract.payments')}>
        <table className={`${table.table} ${styles.payments}`}>
          <thead>
            <tr>
              <th scope="col">{t('register.column.no')}</th>
              <th scope="col">{t('contract.payment.deliverable')}</th>
              <th scope="col" className={table.number}>
                {t('contract.payment.amount')}
              </th>
              <th scope="col">{t('contract.payment.state')}</th>
            </tr>
          </thead>
          <tbody>
            {payments.map((payment) => (
              <PaymentRow key={payment.id} {...{ code, payment, currency, mayEdit }} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td />
              <th scope="row">{t('contract.payment.total')}</th>
              <td className={table.number}>
                <MoneyText amountMinor={scheduledMinor} currency={currency} />
              </td>
              <td />
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
    </>
  );
}

type RowProps = { code: string; payment: PaymentView; currency: string; mayEdit: boolean };

function PaymentRow({ code, payment, currency, mayEdit }: RowProps) {
  const t = useTranslate();
  const locale = useLocale();
  const { no, deliverable, amountMinor, state } = payment;
  const isToRecord = mayEdit && (state === 'PAYABLE' || state === 'INVOICED');
  return (
    <tr>
      <td>{no}</td>
      <th scope="row">{`${deliverable.no} ${inLocale(deliverable.title, locale)}`}</th>
      <td className={table.number}>
        <MoneyText amountMinor={amountMinor} currency={currency} />
      </td>
      <td>
        <div className={styles.state}>
          <Chip tone={PAYMENT_TONES[state]}>{t(`contract.state.${state}`)}</Chip>
          <span className={styles.fact}>
            <PaymentFact payment={payment} />
          </span>
          {isToRecord && (
            <Link className={styles.act} to={`/assignments/${code}/contract/payments/${no}`}>
              {t(state === 'PAYABLE' ? 'contract.act.invoice' : 'contract.act.release')}
            </Link>
          )}
        </div>
      </td>
    </tr>
  );
}

/** Why it stands there: the day of the last thing that happened, or of the next one. */
function PaymentFact({ payment }: { payment: PaymentView }) {
  const t = useTranslate();
  const locale = useLocale();
  const { state, deliverable, acceptedOn, invoiced, released } = payment;
  const day = (date: string) => formatDate(locale, date);
  if (state === 'RELEASED' && released !== null) {
    const { occurredOn, reference } = released;
    return reference === ''
      ? day(occurredOn)
      : t('contract.fact.released', { reference, date: day(occurredOn) });
  }
  if (state === 'INVOICED' && invoiced !== null) {
    const { occurredOn, reference } = invoiced;
    return reference === ''
      ? day(occurredOn)
      : t('contract.fact.invoiced', { reference, date: day(occurredOn) });
  }
  if (acceptedOn !== null) return t('contract.fact.accepted', { date: day(acceptedOn) });
  if (state === 'HELD') return t('contract.fact.held');
  return deliverable.dueOn === null
    ? t('contract.fact.no-due')
    : t('contract.fact.due', { date: day(deliverable.dueOn) });
}

/** What is wrong with the sum, and which payments can mend it. */
function ScheduleGapNotice({ contract: { gap, currency } }: { contract: ContractView }) {
  const t = useTranslate();
  const locale = useLocale();
  if (gap === null) return null;
  const nos =
    gap.adaptable.length === 0
      ? t('contract.gap.nothing')
      : gap.adaptable.map((no) => t('contract.payment', { no })).join(', ');
  const amount = formatMoney(locale, { amountMinor: Math.abs(gap.gapMinor), currency });
  return (
    <Notice tone="warn">
      {t(gap.gapMinor > 0 ? 'contract.gap.less' : 'contract.gap.more', { gap: amount, nos })}
    </Notice>
  );
}

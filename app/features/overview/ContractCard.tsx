import { formatDate } from '../../i18n/format.ts';
import { formatMoney } from '../../i18n/money.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import type { AssignmentSummary } from '../../use-cases/overview/assignment-summary.server.ts';
import { PAYMENT_TONES } from '../contract/payment-look.ts';
import styles from './overview.module.css';

type Props = { code: string; contract: NonNullable<AssignmentSummary['contract']> };

/** The terms in three lines, and each payment with its state. */
export function ContractCard({ code, contract }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const { currency, amountMinor, releasedMinor } = contract;
  const money = (minor: number) => formatMoney(locale, { amountMinor: minor, currency });
  return (
    <Card
      title={t('contract.title')}
      aside={
        <ButtonLink to={`/assignments/${code}/contract`} look="quiet">
          {t('overview.page.open')}
        </ButtonLink>
      }
    >
      <div className={styles.card}>
        <p>
          <b>{money(amountMinor)}</b>
          {` · ${formatDate(locale, contract.signedOn)} – ${formatDate(locale, contract.endsOn)}`}
        </p>
        <p>{t('contract.paid.of', { paid: money(releasedMinor), amount: money(amountMinor) })}</p>
        <progress max={amountMinor} value={releasedMinor} aria-label={t('contract.paid')} />
        <ul className={styles.payments}>
          {contract.payments.map(({ no, amountMinor: minor, state }) => (
            <li key={no}>
              <span>{t('contract.payment', { no })}</span>
              <span>{money(minor)}</span>
              <Chip tone={PAYMENT_TONES[state]}>{t(`contract.state.${state}`)}</Chip>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}

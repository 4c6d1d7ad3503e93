import { CURRENCIES } from '../../domain/contract/currency.ts';
import { Form, useNavigation } from '../../framework.ts';
import { formatDate } from '../../i18n/format.ts';
import { formatMoney } from '../../i18n/money.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { CandidatePage } from '../../use-cases/procurement/procurement-views.ts';
import { useOutcome } from './form-outcome.ts';
import styles from './procurement.module.css';

/** The price of the proposal, once it was opened. */
export function PriceForm({ page }: { page: CandidatePage }) {
  const t = useTranslate();
  const locale = useLocale();
  const isSending = useNavigation().state === 'submitting';
  const { refusal, reason, typed } = useOutcome({ act: 'price' });
  const { price, mayPrice, today } = page;
  if (price === null && !mayPrice) return null;
  return (
    <Card title={t('procurement.price')}>
      <div className={styles.stack}>
        {price !== null && (
          <p>
            {formatMoney(locale, price)}{' '}
            <span className={styles.faint}>
              {t('procurement.opened-on', { date: formatDate(locale, price.openedOn) })}
            </span>
          </p>
        )}
        {mayPrice && (
          <Form method="post" className={styles.line}>
            <input type="hidden" name="act" value="price" />
            {refusal !== null && <Notice tone="danger">{refusal}</Notice>}
            <Field label={t('procurement.amount')} refusal={reason('amount')}>
              {(control) => (
                <input
                  {...control}
                  name="amount"
                  inputMode="decimal"
                  maxLength={40}
                  required
                  defaultValue={typed('amount')}
                />
              )}
            </Field>
            <Field label={t('procurement.currency')} refusal={reason('currency')}>
              {(control) => (
                <select
                  {...control}
                  name="currency"
                  defaultValue={typed('currency') ?? price?.currency}
                >
                  {CURRENCIES.map((currency) => (
                    <option key={currency}>{currency}</option>
                  ))}
                </select>
              )}
            </Field>
            <Field label={t('procurement.opened')} refusal={reason('openedOn')}>
              {(control) => (
                <input
                  {...control}
                  type="date"
                  name="openedOn"
                  max={today}
                  required
                  defaultValue={typed('openedOn') ?? price?.openedOn ?? today}
                />
              )}
            </Field>
            <Button type="submit" disabled={isSending}>
              {t('procurement.price.save')}
            </Button>
          </Form>
        )}
      </div>
    </Card>
  );
}

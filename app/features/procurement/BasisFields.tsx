import { CURRENCIES } from '../../domain/contract/currency.ts';
import { amountText } from '../../domain/contract/money.ts';
import {
  PROCUREMENT_REVIEWS,
  SELECTION_METHODS,
  type ProcurementReview,
  type SelectionMethod,
} from '../../domain/register/assignment.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Field } from '../../ui/Field.tsx';
import type { MoneyView } from '../../use-cases/procurement/procurement-views.ts';
import styles from './procurement.module.css';

type Props = {
  present: {
    method: SelectionMethod;
    review: ProcurementReview;
    stepReference: string | null;
    planned: MoneyView | null;
  } | null;
  reason: (field: string) => string | undefined;
  typed: (field: string) => string | undefined;
};

/** How an assignment is procured: method, review by the Bank, budget and number in STEP. */
export function BasisFields({ present, reason, typed }: Props) {
  const t = useTranslate();
  const budget = present?.planned == null ? undefined : amountText(present.planned);
  return (
    <>
      <Field label={t('overview.fact.method')} refusal={reason('method')}>
        {(control) => (
          <select {...control} name="method" defaultValue={typed('method') ?? present?.method}>
            {SELECTION_METHODS.map((method) => (
              <option key={method} value={method}>
                {t(`board.method.${method}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('procurement.new.review')}>
        {(control) => (
          <select {...control} name="review" defaultValue={typed('review') ?? present?.review}>
            {PROCUREMENT_REVIEWS.map((review) => (
              <option key={review} value={review}>
                {t(`procurement.review.${review}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className={styles.line}>
        <Field label={t('procurement.new.budget')} refusal={reason('amount')}>
          {(control) => (
            <input
              {...control}
              name="amount"
              inputMode="decimal"
              maxLength={40}
              defaultValue={typed('amount') ?? budget}
            />
          )}
        </Field>
        <Field label={t('procurement.currency')}>
          {(control) => (
            <select
              {...control}
              name="currency"
              defaultValue={typed('currency') ?? present?.planned?.currency}
            >
              {CURRENCIES.map((currency) => (
                <option key={currency}>{currency}</option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Field label={t('procurement.new.step-reference')} refusal={reason('stepReference')}>
        {(control) => (
          <input
            {...control}
            name="stepReference"
            maxLength={100}
            defaultValue={typed('stepReference') ?? present?.stepReference ?? ''}
          />
        )}
      </Field>
    </>
  );
}

import { inLocale } from '../../domain/shared/locale.ts';
import { Form } from '../../framework.ts';
import { formatMoney } from '../../i18n/format-money.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { PaymentView } from '../../use-cases/contract/contract-views.ts';
import type { FormOutcome } from '../register/FactsScreen.tsx';
import form from '../register/form.module.css';
import styles from './contract.module.css';
import { DateField } from './DateField.tsx';
import { FormButtons } from './FormButtons.tsx';
import { SubPage } from './SubPage.tsx';
import { useRefusedForm } from './use-refused-form.ts';

type Props = {
  code: string;
  payment: PaymentView;
  currency: string;
  today: string;
  outcome: FormOutcome;
};

/** Records what happens to one payment next: the invoice, then the money. */
export function PaymentScreen({ code, payment, currency, today, outcome }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const { sentence } = useRefusedForm(outcome);
  const { no, state, deliverable, amountMinor } = payment;
  const next = state === 'PAYABLE' ? 'invoice' : state === 'INVOICED' ? 'release' : null;
  return (
    <SubPage code={code} of="contract" title={t('contract.payment', { no })}>
      <div className={form.form}>
        <p>
          <b>{formatMoney(locale, { amountMinor, currency })}</b>
          {` · ${deliverable.no} ${inLocale(deliverable.title, locale)}`}
        </p>
        {sentence !== null && <Notice tone="danger">{sentence}</Notice>}
        {next === null && (
          <Notice tone="info">
            {t('contract.record.nothing', { state: t(`contract.state.${state}`) })}
          </Notice>
        )}
        {next !== null && <RecordForm {...{ code, next, payment, today, outcome }} />}
      </div>
    </SubPage>
  );
}

type FormProps = Omit<Props, 'currency'> & { next: 'invoice' | 'release' };

function RecordForm({ code, next, payment, today, outcome }: FormProps) {
  const t = useTranslate();
  const { reason, typed } = useRefusedForm(outcome);
  return (
    <Form method="post" className={styles.stack}>
      <h2>{t(`contract.record.${next}`)}</h2>
      <p className={form.lead}>{t(`contract.record.${next}.lead`)}</p>
      <input type="hidden" name="paymentId" value={payment.id} />
      <DateField
        label={t(`contract.record.on.${next}`)}
        name="occurredOn"
        max={today}
        value={today}
        outcome={outcome}
      />
      <Field label={t(`contract.record.reference.${next}`)} refusal={reason('reference')}>
        {(control) => (
          <input
            {...control}
            name="reference"
            autoComplete="off"
            maxLength={100}
            defaultValue={typed('reference')}
          />
        )}
      </Field>
      <input type="hidden" name="record" value={next} />
      <FormButtons label={t(`contract.record.${next}`)} back={`/assignments/${code}/contract`} />
    </Form>
  );
}

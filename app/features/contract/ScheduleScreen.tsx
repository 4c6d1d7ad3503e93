import { amountText } from '../../domain/contract/money.ts';
import { isAdaptable, totalOf } from '../../domain/contract/payment-schedule.ts';
import { inLocale } from '../../domain/shared/locale.ts';
import { Form } from '../../framework.ts';
import { formatMoney } from '../../i18n/format-money.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { CommitmentSheet, ContractView } from '../../use-cases/contract/contract-views.ts';
import type { FormOutcome } from '../register/FactsScreen.tsx';
import form from '../register/form.module.css';
import styles from './contract.module.css';
import { FormButtons } from './FormButtons.tsx';
import { SubPage } from './SubPage.tsx';
import { useRefusedForm } from './use-refused-form.ts';

type Deliverables = CommitmentSheet['deliverables'];

type Props = {
  code: string;
  contract: ContractView;
  deliverables: Deliverables;
  outcome: FormOutcome;
};

/** Lines beside those of the present payments. */
const SPARE_LINES = 2;

/** Parts what is neither invoiced nor paid among the deliverables anew. */
export function ScheduleScreen({ code, contract, deliverables, outcome }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const { sentence } = useRefusedForm(outcome);
  const { currency, amountMinor, payments } = contract;
  const settled = totalOf(payments.filter((payment) => !isAdaptable(payment)));
  const open = payments.filter(isAdaptable);
  const money = (minor: number) => formatMoney(locale, { amountMinor: minor, currency });
  const lines = [
    ...open.map((payment) => ({
      deliverableId: payment.deliverable.id,
      amount: amountText({ amountMinor: payment.amountMinor, currency }),
    })),
    ...Array.from({ length: SPARE_LINES }, () => ({ deliverableId: '', amount: '' })),
  ];
  return (
    <SubPage code={code} of="contract" title={t('contract.schedule')}>
      <Form method="post" className={form.form}>
        <p className={form.lead}>{t('contract.schedule.lead', { amount: money(amountMinor) })}</p>
        <p>
          <b>{t('contract.schedule.left', { amount: money(amountMinor - settled) })}</b>
        </p>
        {sentence !== null && <Notice tone="danger">{sentence}</Notice>}
        <div className={styles.lines}>
          {lines.map((line, index) => (
            <ScheduleLine key={index} no={index + 1} {...{ ...line, deliverables, outcome }} />
          ))}
        </div>
        <p className={form.lead}>{t('contract.schedule.hint')}</p>
        <FormButtons label={t('shell.save')} back={`/assignments/${code}/contract`} />
      </Form>
    </SubPage>
  );
}

type LineProps = {
  no: number;
  deliverableId: string;
  amount: string;
  deliverables: Deliverables;
  outcome: FormOutcome;
};

function ScheduleLine({ no, deliverableId, amount, deliverables, outcome }: LineProps) {
  const t = useTranslate();
  const locale = useLocale();
  const { reason, typed } = useRefusedForm(outcome);
  const [forWhat, howMuch] = [`deliverable-${no}`, `amount-${no}`];
  return (
    <div className={`${styles.line} ${styles.two}`}>
      <Field label={t('contract.schedule.deliverable.of', { no })} refusal={reason(forWhat)}>
        {(control) => (
          <select {...control} name={forWhat} defaultValue={typed(forWhat, deliverableId)}>
            <option value="">{t('contract.commitment.none')}</option>
            {deliverables.map(({ id, no: number, title }) => (
              <option key={id} value={id}>
                {`${number} ${inLocale(title, locale)}`}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('contract.schedule.amount.of', { no })} refusal={reason(howMuch)}>
        {(control) => (
          <input
            {...control}
            name={howMuch}
            inputMode="decimal"
            autoComplete="off"
            maxLength={60}
            defaultValue={typed(howMuch, amount)}
          />
        )}
      </Field>
    </div>
  );
}

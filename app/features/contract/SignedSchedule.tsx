import { inLocale } from '../../domain/shared/locale.ts';
import { formatDate } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Field } from '../../ui/Field.tsx';
import type { SigningView } from '../../use-cases/contract/contract-views.ts';
import type { FormOutcome } from '../register/FactsScreen.tsx';
import form from '../register/form.module.css';
import styles from './contract.module.css';
import { DateField } from './DateField.tsx';
import { useRefusedForm } from './use-refused-form.ts';

type Props = { signing: SigningView; outcome: FormOutcome };

/** For each deliverable its day, where that is still open, and what is paid on its acceptance. */
export function SignedSchedule({ signing, outcome }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <fieldset className={styles.fieldset}>
      <legend className={form.legend}>{t('contract.sign.deliverables')}</legend>
      <p className={form.lead}>{t('contract.sign.deliverables.hint')}</p>
      <div className={styles.lines}>
        {signing.deliverables.map((deliverable) => (
          <div key={deliverable.no} className={styles.line}>
            <span>{`${deliverable.no} ${inLocale(deliverable.title, locale)}`}</span>
            <DueDay {...{ signing, deliverable, outcome }} />
            <PaymentField {...{ deliverable, outcome }} />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

type LineProps = { deliverable: SigningView['deliverables'][number]; outcome: FormOutcome };

function DueDay({ signing, deliverable, outcome }: LineProps & { signing: SigningView }) {
  const t = useTranslate();
  const locale = useLocale();
  const { no, title, dueOn, dueRule } = deliverable;
  if (signing.areRegistered || dueRule !== 'FIXED_DATE') {
    return (
      <span className={styles.faint}>
        {dueOn === null
          ? t(`contract.sign.rule.${dueRule}`)
          : t('contract.fact.due', { date: formatDate(locale, dueOn) })}
      </span>
    );
  }
  const label = t('contract.sign.due.of', { title: inLocale(title, locale) });
  return <DateField label={label} name={`due-${no}`} outcome={outcome} />;
}

function PaymentField({ deliverable: { no, title }, outcome }: LineProps) {
  const t = useTranslate();
  const locale = useLocale();
  const { reason, typed } = useRefusedForm(outcome);
  const name = `pay-${no}`;
  return (
    <Field
      label={t('contract.sign.pay.of', { title: inLocale(title, locale) })}
      refusal={reason(name)}
    >
      {(control) => (
        <input
          {...control}
          name={name}
          inputMode="decimal"
          autoComplete="off"
          maxLength={60}
          defaultValue={typed(name)}
        />
      )}
    </Field>
  );
}

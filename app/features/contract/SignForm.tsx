import { CURRENCIES } from '../../domain/contract/currency.ts';
import { addMonths } from '../../domain/contract/contract-period.ts';
import { inLocale } from '../../domain/shared/locale.ts';
import { Form } from '../../framework.ts';
import { formatDate } from '../../i18n/format.ts';
import { formatMoney } from '../../i18n/format-money.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { SigningView } from '../../use-cases/contract/contract-views.ts';
import type { FormOutcome } from '../register/FactsScreen.tsx';
import form from '../register/form.module.css';
import styles from './contract.module.css';
import { DateField } from './DateField.tsx';
import { FormButtons } from './FormButtons.tsx';
import { SignedSchedule } from './SignedSchedule.tsx';
import { useRefusedForm } from './use-refused-form.ts';
import { VersionField } from './VersionField.tsx';

type Props = { signing: SigningView; today: string; outcome: FormOutcome };

/** Registers the contract as it was signed. */
export function SignForm({ signing, today, outcome }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const { sentence, reason, typed } = useRefusedForm(outcome);
  const { months } = signing;
  return (
    <Form method="post" className={form.form}>
      <h2>{t('contract.sign')}</h2>
      <p className={form.lead}>{t('contract.sign.lead')}</p>
      {sentence !== null && <Notice tone="danger">{sentence}</Notice>}
      <ConsultantField signing={signing} outcome={outcome} />
      <div className={styles.pair}>
        <DateField label={t('contract.signed-on')} name="signedOn" max={today} {...{ outcome }} />
        <DateField label={t('contract.starts-on')} name="startsOn" {...{ outcome }} />
        {months === null && (
          <DateField label={t('contract.ends-on')} name="endsOn" {...{ outcome }} />
        )}
      </div>
      {months !== null && (
        <p>
          {t('contract.sign.months', {
            months,
            date: formatDate(locale, addMonths(today, months)),
          })}
        </p>
      )}
      <div className={styles.pair}>
        <Field label={t('contract.currency')} refusal={reason('currency')}>
          {(control) => (
            <select
              {...control}
              name="currency"
              defaultValue={typed('currency', signing.planned?.currency ?? CURRENCIES[0])}
            >
              {CURRENCIES.map((currency) => (
                <option key={currency}>{currency}</option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label={t('contract.amount')}
          hint={
            signing.planned === null
              ? t('contract.sign.amount.hint')
              : t('contract.sign.planned', { amount: formatMoney(locale, signing.planned) })
          }
          refusal={reason('amount')}
        >
          {(control) => (
            <input
              {...control}
              name="amount"
              inputMode="decimal"
              autoComplete="off"
              maxLength={60}
              required
              defaultValue={typed('amount')}
            />
          )}
        </Field>
      </div>
      <SignedSchedule signing={signing} outcome={outcome} />
      {signing.versions.length > 0 && (
        <VersionField
          label={t('contract.sign.version')}
          name="documentVersionId"
          refusal={reason('documentVersionId')}
          versions={signing.versions}
          none={t('contract.sign.version.none')}
          value={typed('documentVersionId')}
        />
      )}
      <FormButtons label={t('contract.act.sign')} back={null} />
    </Form>
  );
}

function ConsultantField({ signing, outcome }: Pick<Props, 'signing' | 'outcome'>) {
  const t = useTranslate();
  const locale = useLocale();
  const { reason, typed } = useRefusedForm(outcome);
  return (
    <Field label={t('contract.consultant')} refusal={reason('consultant')}>
      {(control) => (
        <select {...control} name="consultant" required defaultValue={typed('consultant')}>
          <option value="">{t('contract.sign.choose')}</option>
          {signing.consultants.map(({ value, name, isCandidate }) => (
            <option key={value} value={value}>
              {isCandidate
                ? t('contract.sign.consultant.candidate', { name: inLocale(name, locale) })
                : inLocale(name, locale)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

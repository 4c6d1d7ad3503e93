import { AMENDMENT_KINDS } from '../../domain/contract/contract.ts';
import { Form } from '../../framework.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { VersionChoice } from '../../use-cases/contract/contract-views.ts';
import type { FormOutcome } from '../register/FactsScreen.tsx';
import form from '../register/form.module.css';
import styles from './contract.module.css';
import { DateField } from './DateField.tsx';
import { FormButtons } from './FormButtons.tsx';
import { SubPage } from './SubPage.tsx';
import { useRefusedForm } from './use-refused-form.ts';
import { VersionField } from './VersionField.tsx';

type Props = {
  code: string;
  currency: string;
  choices: { evaluations: readonly VersionChoice[]; texts: readonly VersionChoice[] };
  outcome: FormOutcome;
};

/** Proposes a change of the contract to both parties. */
export function AmendmentFormScreen({ code, currency, choices, outcome }: Props) {
  const t = useTranslate();
  const { sentence, reason, typed } = useRefusedForm(outcome);
  return (
    <SubPage code={code} of="contract" title={t('contract.amendment.new')}>
      <Form method="post" className={form.form}>
        <p className={form.lead}>{t('contract.amendment.new.lead')}</p>
        {sentence !== null && <Notice tone="danger">{sentence}</Notice>}
        <Field label={t('contract.amendment.kind')} refusal={reason('kind')}>
          {(control) => (
            <select {...control} name="kind" defaultValue={typed('kind', AMENDMENT_KINDS[0])}>
              {AMENDMENT_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`contract.kind.${kind}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div className={styles.pair}>
          <DateField
            label={t('contract.amendment.new-end')}
            hint={t('contract.amendment.new-end.hint')}
            name="newEndsOn"
            outcome={outcome}
            isOptional
          />
          <Field
            label={t('contract.amendment.change')}
            hint={t('contract.amendment.change.hint', { currency })}
            refusal={reason('amountChange')}
          >
            {(control) => (
              <input
                {...control}
                name="amountChange"
                autoComplete="off"
                maxLength={60}
                defaultValue={typed('amountChange')}
              />
            )}
          </Field>
        </div>
        <VersionField
          label={t('contract.amendment.evaluation')}
          name="evaluationVersionId"
          hint={t(
            choices.evaluations.length === 0
              ? 'contract.amendment.evaluation.none'
              : 'contract.amendment.evaluation.hint',
          )}
          refusal={reason('evaluationVersionId')}
          versions={choices.evaluations}
          none={t('contract.commitment.none')}
          value={typed('evaluationVersionId')}
        />
        <Field label={t('contract.amendment.reason')} refusal={reason('reason')}>
          {(control) => (
            <textarea
              {...control}
              name="reason"
              rows={4}
              maxLength={2000}
              required
              defaultValue={typed('reason')}
            />
          )}
        </Field>
        {choices.texts.length > 0 && (
          <VersionField
            label={t('contract.amendment.text')}
            name="documentVersionId"
            refusal={reason('documentVersionId')}
            versions={choices.texts}
            none={t('contract.commitment.none')}
            value={typed('documentVersionId')}
          />
        )}
        <FormButtons
          label={t('contract.amendment.submit')}
          back={`/assignments/${code}/contract`}
        />
      </Form>
    </SubPage>
  );
}

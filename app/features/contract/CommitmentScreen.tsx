import { COMMITMENT_RESULTS } from '../../domain/contract/contract.ts';
import { inLocale } from '../../domain/shared/locale.ts';
import { Form } from '../../framework.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { CommitmentSheet, CommitmentView } from '../../use-cases/contract/contract-views.ts';
import type { FormOutcome } from '../register/FactsScreen.tsx';
import form from '../register/form.module.css';
import styles from './contract.module.css';
import { CheckHistory } from './CheckHistory.tsx';
import { CommitmentFacts } from './CommitmentFacts.tsx';
import { FormButtons } from './FormButtons.tsx';
import { SubPage } from './SubPage.tsx';
import { TextField } from './TextField.tsx';
import { useRefusedForm } from './use-refused-form.ts';
import { VersionField } from './VersionField.tsx';

type Props = { sheet: CommitmentSheet; commitment: CommitmentView; outcome: FormOutcome };

/** One commitment: what was promised, every check of it, and the next check. */
export function CommitmentScreen({ sheet, commitment, outcome }: Props) {
  const t = useTranslate();
  const { code, mayCheck, deliverables } = sheet;
  return (
    <SubPage code={code} of="commitments" title={t('contract.commitment', { no: commitment.no })}>
      <div className={form.form}>
        <CommitmentFacts commitment={commitment} />
        <CheckHistory sheet={sheet} commitment={commitment} />
        {deliverables.length === 0 && <p>{t('contract.sheet.no-deliverables')}</p>}
        {mayCheck && deliverables.length > 0 && <CheckForm {...{ sheet, commitment, outcome }} />}
      </div>
    </SubPage>
  );
}

function CheckForm({ sheet, commitment, outcome }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const { sentence, reason, typed } = useRefusedForm(outcome);
  const { unit, cells } = commitment;
  // Usually the next one is checked: the first that was not.
  const nextId = sheet.deliverables[cells.indexOf(null)]?.id;
  return (
    <Form method="post" className={styles.stack}>
      <h2>{t('contract.check')}</h2>
      <p className={form.lead}>{t('contract.check.lead')}</p>
      {sentence !== null && <Notice tone="danger">{sentence}</Notice>}
      <Field label={t('contract.check.deliverable')} refusal={reason('deliverableId')}>
        {(control) => (
          <select {...control} name="deliverableId" defaultValue={typed('deliverableId', nextId)}>
            {sheet.deliverables.map(({ id, no, title }) => (
              <option key={id} value={id}>
                {`${no} ${inLocale(title, locale)}`}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('contract.check.result')} refusal={reason('result')}>
        {(control) => (
          <select {...control} name="result" defaultValue={typed('result', COMMITMENT_RESULTS[0])}>
            {COMMITMENT_RESULTS.map((result) => (
              <option key={result} value={result}>
                {t(`contract.result.${result}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {commitment.targetValue !== null && (
        <TextField
          label={t('contract.check.reached')}
          hint={t('contract.check.reached.unit', { unit: unit ?? '' })}
          name="reached"
          outcome={outcome}
        />
      )}
      <TextField
        label={t('contract.check.evidence')}
        hint={t('contract.check.evidence.hint')}
        name="evidence"
        rows={3}
        outcome={outcome}
      />
      {sheet.versions.length > 0 && (
        <VersionField
          label={t('contract.check.version')}
          name="documentVersionId"
          refusal={reason('documentVersionId')}
          versions={sheet.versions}
          none={t('contract.commitment.none')}
          value={typed('documentVersionId')}
        />
      )}
      <FormButtons
        label={t('contract.act.check')}
        back={`/assignments/${sheet.code}/commitments`}
      />
    </Form>
  );
}

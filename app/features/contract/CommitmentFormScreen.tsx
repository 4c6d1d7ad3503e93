import { COMMITMENT_KINDS } from '../../domain/contract/contract.ts';
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
import { TextField } from './TextField.tsx';
import { useRefusedForm } from './use-refused-form.ts';
import { VersionField } from './VersionField.tsx';

type Props = { code: string; proposals: readonly VersionChoice[]; outcome: FormOutcome };

/** Takes one commitment from the accepted proposal. */
export function CommitmentFormScreen({ code, proposals, outcome }: Props) {
  const t = useTranslate();
  const { sentence, reason, typed } = useRefusedForm(outcome);
  return (
    <SubPage code={code} of="commitments" title={t('contract.commitment.new')}>
      <Form method="post" className={form.form}>
        <p className={form.lead}>{t('contract.commitment.new.lead')}</p>
        {sentence !== null && <Notice tone="danger">{sentence}</Notice>}
        <Field label={t('contract.commitment.kind')} refusal={reason('kind')}>
          {(control) => (
            <select {...control} name="kind" defaultValue={typed('kind', COMMITMENT_KINDS[0])}>
              {COMMITMENT_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`contract.commitment-kind.${kind}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField
          label={t('contract.commitment.text-zh')}
          name="textZh"
          rows={2}
          lang="zh-CN"
          {...{ outcome }}
        />
        <TextField
          label={t('contract.commitment.text-en')}
          name="textEn"
          rows={2}
          lang="en"
          {...{ outcome }}
        />
        <div className={styles.pair}>
          <TextField
            label={t('contract.commitment.target')}
            hint={t('contract.commitment.target.hint')}
            name="target"
            {...{ outcome }}
          />
          <TextField label={t('contract.commitment.unit')} name="unit" {...{ outcome }} />
          <DateField
            label={t('contract.commitment.due')}
            name="dueOn"
            outcome={outcome}
            isOptional
          />
        </div>
        {proposals.length > 0 && (
          <>
            <VersionField
              label={t('contract.commitment.source')}
              name="documentVersionId"
              refusal={reason('documentVersionId')}
              versions={proposals}
              none={t('contract.commitment.none')}
              value={typed('documentVersionId')}
            />
            <TextField
              label={t('contract.commitment.quote')}
              hint={t('contract.commitment.quote.hint')}
              name="quote"
              rows={2}
              {...{ outcome }}
            />
          </>
        )}
        <FormButtons label={t('contract.act.add')} back={`/assignments/${code}/commitments`} />
      </Form>
    </SubPage>
  );
}

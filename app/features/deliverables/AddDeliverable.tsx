import { ACCEPTED_BY, DELIVERABLE_KINDS, DUE_RULES } from '../../domain/register/deliverable.ts';
import { Form, useNavigation } from '../../framework.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { BilingualTitleFields } from './BilingualTitleFields.tsx';
import { Choice } from './Choice.tsx';
import styles from './deliverables.module.css';
import { outcomeOf, type FormOutcome } from './form-outcome.ts';

/** Registers one more deliverable. */
export function AddDeliverable({ outcome }: { outcome: FormOutcome }) {
  const t = useTranslate();
  const isSaving = useNavigation().state === 'submitting';
  const refused = outcomeOf(outcome, 'add-deliverable');
  const typed = refused?.submitted;
  const dateCode =
    refused?.fields.dueOn ?? (refused?.code === 'date.invalid' ? refused.code : undefined);
  return (
    <details className={styles.details} open={refused !== null}>
      <summary>{t('deliverables.add.deliverable')}</summary>
      <Form method="post" className={styles.form}>
        <input type="hidden" name="act" value="add-deliverable" />
        <Choice
          name="kind"
          label={t('deliverables.field.kind')}
          chosen={typed?.kind}
          options={DELIVERABLE_KINDS.map((kind) => ({
            value: kind,
            label: t(`deliverables.deliverable-kind.${kind}`),
          }))}
        />
        <BilingualTitleFields refused={refused} />
        <Choice
          name="dueRule"
          label={t('deliverables.field.rule')}
          chosen={typed?.dueRule ?? 'FIXED_DATE'}
          options={DUE_RULES.map((rule) => ({
            value: rule,
            label: t(`deliverables.rule.${rule}`),
          }))}
        />
        <Field
          label={t('deliverables.field.due')}
          hint={t('deliverables.field.due.hint')}
          refusal={dateCode && t(`refusals.${dateCode}`)}
        >
          {(control) => <input {...control} type="date" name="dueOn" defaultValue={typed?.dueOn} />}
        </Field>
        <Choice
          name="acceptedBy"
          label={t('deliverables.field.accepted-by')}
          chosen={typed?.acceptedBy}
          options={ACCEPTED_BY.map((side) => ({
            value: side,
            label: t(`deliverables.accepted-by.${side}`),
          }))}
        />
        <Button type="submit" disabled={isSaving}>
          {t('deliverables.add.submit')}
        </Button>
      </Form>
    </details>
  );
}

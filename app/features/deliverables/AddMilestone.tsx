import { MILESTONE_TYPES } from '../../domain/register/milestone.ts';
import { Form, useNavigation } from '../../framework.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { BilingualTitleFields } from './BilingualTitleFields.tsx';
import { Choice } from './Choice.tsx';
import styles from './deliverables.module.css';
import { outcomeOf, type FormOutcome } from './form-outcome.ts';

/** Registers one more milestone. */
export function AddMilestone({ outcome }: { outcome: FormOutcome }) {
  const t = useTranslate();
  const isSaving = useNavigation().state === 'submitting';
  const refused = outcomeOf(outcome, 'add-milestone');
  const dateCode = refused?.fields.dueOn;
  return (
    <details className={styles.details} open={refused !== null}>
      <summary>{t('deliverables.add.milestone')}</summary>
      <Form method="post" className={styles.form}>
        <input type="hidden" name="act" value="add-milestone" />
        <Choice
          name="type"
          label={t('deliverables.field.kind')}
          chosen={refused?.submitted.type}
          options={MILESTONE_TYPES.map((type) => ({
            value: type,
            label: t(`deliverables.milestone-type.${type}`),
          }))}
        />
        <BilingualTitleFields refused={refused} />
        <Field label={t('deliverables.field.due')} refusal={dateCode && t(`refusals.${dateCode}`)}>
          {(control) => (
            <input
              {...control}
              type="date"
              name="dueOn"
              required
              defaultValue={refused?.submitted.dueOn}
            />
          )}
        </Field>
        <Button type="submit" disabled={isSaving}>
          {t('deliverables.add.submit')}
        </Button>
      </Form>
    </details>
  );
}

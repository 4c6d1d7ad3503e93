import type { CalendarDate } from '../../domain/shared/calendar-date.ts';
import { Form, useNavigation } from '../../framework.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Field } from '../../ui/Field.tsx';
import styles from './deliverables.module.css';
import { outcomeOf, type FormOutcome } from './form-outcome.ts';

/** The project office names the day of a deliverable that has no fixed one. */
export function DueDateForm({
  dueOn,
  outcome,
}: {
  dueOn: CalendarDate | null;
  outcome: FormOutcome;
}) {
  const t = useTranslate();
  const isSaving = useNavigation().state === 'submitting';
  const refused = outcomeOf(outcome, 'set-date');
  return (
    <Card title={t('deliverables.date.title')}>
      <Form method="post" className={styles.padded}>
        <input type="hidden" name="act" value="set-date" />
        <Field
          label={t('deliverables.field.due')}
          refusal={refused === null ? undefined : t(`refusals.${refused.code}`)}
        >
          {(control) => (
            <input
              {...control}
              type="date"
              name="dueOn"
              required
              defaultValue={refused?.submitted.dueOn ?? dueOn ?? undefined}
            />
          )}
        </Field>
        <Button type="submit" disabled={isSaving}>
          {t(dueOn === null ? 'deliverables.date.set' : 'deliverables.date.change')}
        </Button>
      </Form>
    </Card>
  );
}

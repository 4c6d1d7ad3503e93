import { addDays } from '../../domain/shared/calendar-date.ts';
import { Form, useNavigation } from '../../framework.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import type { TimeRequestView } from '../../use-cases/register/deliverable-views.ts';
import styles from './deliverables.module.css';
import { outcomeOf, type FormOutcome } from './form-outcome.ts';

/** Grants or refuses one request; what is granted may be less than what was asked. */
export function TimeDecisionForm({
  request,
  outcome,
}: {
  request: TimeRequestView;
  outcome: FormOutcome;
}) {
  const t = useTranslate();
  const isSaving = useNavigation().state === 'submitting';
  const refused = outcomeOf(outcome, 'decide-time');
  const isAboutNote = refused?.code.startsWith('reason.') === true;
  return (
    <Form method="post" className={styles.form} aria-label={t('deliverables.time.decide')}>
      <input type="hidden" name="act" value="decide-time" />
      <input type="hidden" name="requestId" value={request.id} />
      <Field
        label={t('deliverables.time.grant-until')}
        refusal={refused !== null && !isAboutNote ? t(`refusals.${refused.code}`) : undefined}
      >
        {(control) => (
          <input
            {...control}
            type="date"
            name="grantedDueOn"
            min={addDays(request.dueOnBefore, 1)}
            max={request.requestedDueOn}
            defaultValue={refused?.submitted.grantedDueOn ?? request.requestedDueOn}
          />
        )}
      </Field>
      <Field
        label={t('deliverables.time.note')}
        refusal={isAboutNote ? t(`refusals.${refused.code}`) : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            name="note"
            rows={2}
            maxLength={500}
            defaultValue={refused?.submitted.note}
          />
        )}
      </Field>
      <span className={styles.buttons}>
        <Button type="submit" name="decision" value="GRANTED" disabled={isSaving}>
          {t('deliverables.time.grant')}
        </Button>
        <Button type="submit" name="decision" value="REFUSED" look="quiet" disabled={isSaving}>
          {t('deliverables.time.refuse')}
        </Button>
      </span>
    </Form>
  );
}

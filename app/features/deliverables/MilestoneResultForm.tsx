import { MILESTONE_RESULTS } from '../../domain/register/milestone.ts';
import type { CalendarDate } from '../../domain/shared/calendar-date.ts';
import { inLocale, type Bilingual } from '../../domain/shared/locale.ts';
import { Form, useNavigation } from '../../framework.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import styles from './deliverables.module.css';
import { outcomeOf, type FormOutcome } from './form-outcome.ts';

type Props = { no: number; title: Bilingual; today: CalendarDate; outcome: FormOutcome };

/** Says how one milestone came out. */
export function MilestoneResultForm({ no, title, today, outcome }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const isSaving = useNavigation().state === 'submitting';
  const refused = outcomeOf(outcome, 'record-result');
  const own = refused?.submitted.no === String(no) ? refused : null;
  const reason = (field: string) => {
    const code = own?.fields[field];
    return code && t(`refusals.${code}`);
  };
  return (
    <details className={styles.details} open={own !== null}>
      <summary>
        {t('deliverables.milestone.record')}
        <span className="visually-hidden">{` ${inLocale(title, locale)}`}</span>
      </summary>
      <Form method="post" className={styles.form}>
        <input type="hidden" name="act" value="record-result" />
        <input type="hidden" name="no" value={no} />
        <Field label={t('deliverables.field.result')} refusal={reason('result')}>
          {(control) => (
            <select {...control} name="result" defaultValue={own?.submitted.result ?? 'MET'}>
              {MILESTONE_RESULTS.map((result) => (
                <option key={result} value={result}>
                  {t(`deliverables.milestone-state.${result}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('deliverables.field.occurred')} refusal={reason('occurredOn')}>
          {(control) => (
            <input
              {...control}
              type="date"
              name="occurredOn"
              max={today}
              required
              defaultValue={own?.submitted.occurredOn ?? today}
            />
          )}
        </Field>
        <Field label={t('deliverables.field.note')} refusal={reason('note')}>
          {(control) => (
            <textarea
              {...control}
              name="note"
              rows={2}
              maxLength={500}
              defaultValue={own?.submitted.note}
            />
          )}
        </Field>
        <Button type="submit" disabled={isSaving}>
          {t('shell.save')}
        </Button>
      </Form>
    </details>
  );
}

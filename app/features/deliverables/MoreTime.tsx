import { inLocale } from '../../domain/shared/locale.ts';
import { Form, useNavigation } from '../../framework.ts';
import { formatDate } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Field } from '../../ui/Field.tsx';
import type {
  DeliverablePage,
  TimeRequestView,
} from '../../use-cases/register/deliverable-views.ts';
import styles from './deliverables.module.css';
import { outcomeOf, type FormOutcome } from './form-outcome.ts';
import { TimeDecisionForm } from './TimeDecisionForm.tsx';

type Props = { page: DeliverablePage; outcome: FormOutcome };

/** Requests for more time with their decisions, and the form for the next one. */
export function MoreTime({ page, outcome }: Props) {
  const t = useTranslate();
  const { acts, timeRequests } = page;
  if (timeRequests.length === 0 && acts.askTime === null) return null;
  return (
    <Card title={t('deliverables.time.title')}>
      {timeRequests.length > 0 && (
        <ul className={styles.events} aria-label={t('deliverables.time.title')}>
          {timeRequests.map((request) => (
            <li key={request.id}>
              <Request request={request} />
              {acts.decideTime === request.id && (
                <TimeDecisionForm request={request} outcome={outcome} />
              )}
            </li>
          ))}
        </ul>
      )}
      {acts.askTime !== null && <Ask after={acts.askTime.after} outcome={outcome} />}
    </Card>
  );
}

function Request({ request }: { request: TimeRequestView }) {
  const t = useTranslate();
  const locale = useLocale();
  const { decision } = request;
  const decided = () => {
    if (decision === null) return t('deliverables.time.pending');
    const person = inLocale(decision.decidedByName, locale);
    return decision.grantedDueOn === null
      ? t('deliverables.time.refused', { person })
      : t('deliverables.time.granted', {
          person,
          date: formatDate(locale, decision.grantedDueOn),
        });
  };
  return (
    <>
      <p>
        {t('deliverables.time.asked', {
          person: inLocale(request.requestedByName, locale),
          date: formatDate(locale, request.requestedDueOn),
          before: formatDate(locale, request.dueOnBefore),
        })}
      </p>
      <p>{request.reason}</p>
      <p>
        <b>{decided()}</b> {decision?.note}
      </p>
    </>
  );
}

function Ask({ after, outcome }: { after: string; outcome: FormOutcome }) {
  const t = useTranslate();
  const isSaving = useNavigation().state === 'submitting';
  const refused = outcomeOf(outcome, 'ask-time');
  const isAboutDate =
    refused?.code === 'time-request.not-later' || refused?.code === 'date.invalid';
  const reasonCode = refused?.fields.reason;
  return (
    <details className={styles.inCard} open={refused !== null}>
      <summary>{t('deliverables.time.ask')}</summary>
      <Form method="post" className={styles.form}>
        <input type="hidden" name="act" value="ask-time" />
        <Field
          label={t('deliverables.time.until')}
          refusal={isAboutDate ? t(`refusals.${refused.code}`) : undefined}
        >
          {(control) => (
            <input
              {...control}
              type="date"
              name="dueOn"
              min={after}
              required
              defaultValue={refused?.submitted.dueOn}
            />
          )}
        </Field>
        <Field
          label={t('deliverables.time.reason')}
          refusal={reasonCode && t(`refusals.${reasonCode}`)}
        >
          {(control) => (
            <textarea
              {...control}
              name="reason"
              rows={3}
              maxLength={500}
              required
              defaultValue={refused?.submitted.reason}
            />
          )}
        </Field>
        <Button type="submit" disabled={isSaving}>
          {t('deliverables.time.send')}
        </Button>
      </Form>
    </details>
  );
}

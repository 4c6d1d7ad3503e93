import { Form, useNavigation } from '../../framework.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { DeliverablePage } from '../../use-cases/register/deliverable-views.ts';
import styles from './deliverables.module.css';
import { outcomeOf, type FormOutcome } from './form-outcome.ts';
import { SubmitForm } from './SubmitForm.tsx';

type Props = { page: DeliverablePage; outcome: FormOutcome };

/** The one thing that the reader does next, or who has to act instead. */
export function DeliverableNext({ page, outcome }: Props) {
  const { acts } = page;
  if (acts.submit !== null) return <SubmitForm page={page} submit={acts.submit} />;
  if (acts.accept !== null || acts.return) return <Judge page={page} outcome={outcome} />;
  return <Waiting page={page} />;
}

function Waiting({ page: { awaited, deliverable } }: { page: DeliverablePage }) {
  const t = useTranslate();
  const words = () => {
    if (deliverable.state === 'ACCEPTED') return t('deliverables.page.done');
    if (awaited === null) return t('deliverables.page.nothing');
    return t('deliverables.page.waits', { side: t(`deliverables.side.${awaited}`) });
  };
  return (
    <Card title={t('deliverables.page.next')}>
      <p className={styles.padded}>{words()}</p>
    </Card>
  );
}

/** Accepts or returns what was handed in. */
function Judge({ page, outcome }: Props) {
  const t = useTranslate();
  const isSaving = useNavigation().state === 'submitting';
  const { acts, judged } = page;
  const refused = outcomeOf(outcome, 'return');
  const reasonCode = refused?.fields.reason;
  const openIssues = acts.accept?.openIssues ?? 0;
  return (
    <Card title={t('deliverables.accept.title')}>
      <div className={styles.padded}>
        {judged !== null && (
          <>
            <p>{t('deliverables.accept.lead', { no: judged.versionNo })}</p>
            <ButtonLink to={`/documents/${judged.documentId}/versions?no=${judged.versionNo}`}>
              {t('deliverables.event.version', { no: judged.versionNo })}
            </ButtonLink>
          </>
        )}
        {openIssues > 0 && (
          <Notice tone="warn">{t('deliverables.accept.issues', { count: openIssues })}</Notice>
        )}
        {acts.accept !== null && openIssues === 0 && (
          <Form method="post">
            <Button type="submit" name="act" value="accept" look="primary" disabled={isSaving}>
              {t('deliverables.accept.button')}
            </Button>
          </Form>
        )}
        {acts.return && (
          <Form method="post" className={styles.form}>
            <input type="hidden" name="act" value="return" />
            <Field
              label={t('deliverables.return.reason')}
              refusal={reasonCode && t(`refusals.${reasonCode}`)}
            >
              {(control) => (
                <textarea
                  {...control}
                  name="reason"
                  rows={4}
                  maxLength={500}
                  required
                  defaultValue={refused?.submitted.reason}
                />
              )}
            </Field>
            <Button type="submit" disabled={isSaving}>
              {t('deliverables.return.button')}
            </Button>
          </Form>
        )}
      </div>
    </Card>
  );
}

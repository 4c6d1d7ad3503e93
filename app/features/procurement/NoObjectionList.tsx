import { DOCUMENT_OF_SUBJECT } from '../../domain/procurement/no-objection-document.ts';
import { Form, Link, useNavigation } from '../../framework.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type {
  NoObjectionView,
  ProcurementPage,
} from '../../use-cases/procurement/procurement-views.ts';
import { DecisionForm } from './DecisionForm.tsx';
import { useOutcome } from './form-outcome.ts';
import { NoObjectionFacts } from './NoObjectionFacts.tsx';
import styles from './procurement.module.css';

type Props = Pick<ProcurementPage, 'noObjections' | 'askable' | 'may'> & { code: string };

/** What the Bank was asked, about which version, and what it said. */
export function NoObjectionList({ code, noObjections, askable, may }: Props) {
  const t = useTranslate();
  return (
    <Card title={t('procurement.no-objections')}>
      <div className={styles.stack}>
        {noObjections.length === 0 && (
          <EmptyState>{t('procurement.no-objections.none')}</EmptyState>
        )}
        {noObjections.length > 0 && (
          <ul className={styles.list}>
            {noObjections.map((asked) => (
              <li key={asked.id} className={styles.row}>
                <NoObjectionFacts asked={asked} />
                <NextAct {...{ asked, may }} />
              </li>
            ))}
          </ul>
        )}
        {may.ask && <AskForm key={noObjections.length} code={code} askable={askable} />}
      </div>
    </Card>
  );
}

function NextAct({ asked, may }: { asked: NoObjectionView; may: Props['may'] }) {
  const t = useTranslate();
  const isSending = useNavigation().state === 'submitting';
  const about = `${asked.subject}:${asked.document.id}`;
  const { refusal } = useOutcome({ act: 'ask', about, again: asked.id });
  if (asked.state === 'PENDING' && may.decide) return <DecisionForm id={asked.id} />;
  if (asked.state !== 'VOID' || !may.ask) return null;
  return (
    <Form method="post" className={styles.acts}>
      <input type="hidden" name="act" value="ask" />
      <input type="hidden" name="about" value={about} />
      <input type="hidden" name="again" value={asked.id} />
      {refusal !== null && <Notice tone="danger">{refusal}</Notice>}
      <Button type="submit" disabled={isSending}>
        {t('procurement.ask-again')}
      </Button>
    </Form>
  );
}

function AskForm({ code, askable }: { code: string; askable: Props['askable'] }) {
  const t = useTranslate();
  const isSending = useNavigation().state === 'submitting';
  const { refusal, reason, typed } = useOutcome({ act: 'ask' });
  const missing = askable.filter(({ documents }) => documents.length === 0);
  const isAgain = typed('again') !== undefined;
  return (
    <details open={typed('act') !== undefined && !isAgain}>
      <summary>{t('procurement.ask')}</summary>
      {askable.length > missing.length && (
        <Form method="post" className={styles.stack}>
          <input type="hidden" name="act" value="ask" />
          {refusal !== null && !isAgain && <Notice tone="danger">{refusal}</Notice>}
          <Field
            label={t('procurement.ask.about')}
            hint={t('procurement.ask.hint')}
            refusal={reason('about')}
          >
            {(control) => (
              <select {...control} name="about" defaultValue={typed('about')}>
                {askable.flatMap(({ subject, documents }) =>
                  documents.map(({ id, title }) => (
                    <option key={subject + id} value={`${subject}:${id}`}>
                      {`${t(`procurement.subject.${subject}`)}: ${title}`}
                    </option>
                  )),
                )}
              </select>
            )}
          </Field>
          <Field label={t('procurement.ask.note')} refusal={reason('note')}>
            {(control) => (
              <input {...control} name="note" maxLength={500} defaultValue={typed('note')} />
            )}
          </Field>
          <p>
            <Button type="submit" disabled={isSending}>
              {t('procurement.ask.send')}
            </Button>
          </p>
        </Form>
      )}
      {missing.length > 0 && (
        <ul className={styles.lacks}>
          {missing.map(({ subject }) => (
            <li key={subject}>
              {t(`procurement.subject.${subject}`)}
              {': '}
              <Link
                to={`/assignments/${code}/documents/new?kind=${DOCUMENT_OF_SUBJECT[subject]}`}
                aria-label={t('procurement.ask.start-of', {
                  subject: t(`procurement.subject.${subject}`),
                })}
              >
                {t('procurement.ask.start')}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

import { inLocale } from '../../domain/shared/locale.ts';
import type { CandidateEvent } from '../../domain/procurement/candidate.ts';
import { Form, Link, useNavigation } from '../../framework.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { CandidateView } from '../../use-cases/procurement/procurement-views.ts';
import { CANDIDATE_TONES } from './candidate-tone.ts';
import { useOutcome } from './form-outcome.ts';
import styles from './procurement.module.css';

type Props = {
  code: string;
  candidates: readonly CandidateView[];
  mayEdit: boolean;
  isOpen: boolean;
};

/** Who is interested, listed, invited, selected or turned away. */
export function CandidateList({ code, candidates, mayEdit, isOpen }: Props) {
  const t = useTranslate();
  return (
    <Card title={t('procurement.candidates')}>
      <div className={styles.stack}>
        {candidates.length === 0 && (
          <EmptyState>
            {t(isOpen ? 'procurement.candidates.none' : 'procurement.candidates.closed')}
          </EmptyState>
        )}
        {candidates.length > 0 && (
          <ul className={styles.list}>
            {candidates.map((candidate) => (
              <CandidateRow key={candidate.id} {...{ code, candidate, mayEdit }} />
            ))}
          </ul>
        )}
        {mayEdit && isOpen && <AddCandidate key={candidates.length} />}
      </div>
    </Card>
  );
}

function CandidateRow(props: { code: string; candidate: CandidateView; mayEdit: boolean }) {
  const { code, candidate, mayEdit } = props;
  const t = useTranslate();
  const locale = useLocale();
  const name = inLocale(candidate.name, locale);
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <Link to={`/assignments/${code}/procurement/candidates/${candidate.no}`}>
          {`${candidate.no}. ${name}`}
        </Link>{' '}
        <Chip tone={CANDIDATE_TONES[candidate.event]}>
          {t(`procurement.candidate-state.${candidate.event}`)}
        </Chip>
        {candidate.reason !== '' && <p className={styles.faint}>{candidate.reason}</p>}
      </div>
      {mayEdit && candidate.moves.length > 0 && (
        <CandidateMoves candidate={candidate} name={name} />
      )}
    </li>
  );
}

function CandidateMoves({ candidate, name }: { candidate: CandidateView; name: string }) {
  const t = useTranslate();
  const isSending = useNavigation().state === 'submitting';
  const { refusal, reason, typed } = useOutcome({ act: 'candidate', candidateId: candidate.id });
  const needsReason = (event: CandidateEvent) =>
    event === 'REJECTED' || candidate.event === 'REJECTED';
  const plain = candidate.moves.filter((event) => !needsReason(event));
  const reasoned = candidate.moves.filter(needsReason);
  const hidden = (
    <>
      <input type="hidden" name="act" value="candidate" />
      <input type="hidden" name="candidateId" value={candidate.id} />
    </>
  );
  return (
    <div className={styles.acts}>
      {refusal !== null && <Notice tone="danger">{refusal}</Notice>}
      {plain.length > 0 && (
        <Form method="post" className={styles.line}>
          {hidden}
          {plain.map((event) => (
            <Button
              key={event}
              type="submit"
              name="event"
              value={event}
              disabled={isSending}
              aria-label={t(`procurement.act-of.${event}`, { name })}
            >
              {t(`procurement.act.${event}`)}
            </Button>
          ))}
        </Form>
      )}
      {reasoned.map((event) => (
        <details key={event} open={typed('event') === event}>
          <summary>{t(`procurement.act-of.${event}`, { name })}</summary>
          <Form method="post" className={styles.line}>
            {hidden}
            <input type="hidden" name="event" value={event} />
            <Field label={t('procurement.reason')} refusal={reason('reason')}>
              {(control) => (
                <input {...control} name="reason" maxLength={500} defaultValue={typed('reason')} />
              )}
            </Field>
            <Button type="submit" disabled={isSending}>
              {t(`procurement.act.${event}`)}
            </Button>
          </Form>
        </details>
      ))}
    </div>
  );
}

function AddCandidate() {
  const t = useTranslate();
  const isSending = useNavigation().state === 'submitting';
  const { refusal, reason, typed } = useOutcome({ act: 'add' });
  return (
    <Form method="post" className={styles.line} aria-label={t('procurement.candidates.add')}>
      <input type="hidden" name="act" value="add" />
      {refusal !== null && <Notice tone="danger">{refusal}</Notice>}
      <Field label={t('procurement.name-zh')} refusal={reason('nameZh')}>
        {(control) => (
          <input
            {...control}
            name="nameZh"
            lang="zh-CN"
            maxLength={300}
            required
            defaultValue={typed('nameZh')}
          />
        )}
      </Field>
      <Field label={t('procurement.name-en')} refusal={reason('nameEn')}>
        {(control) => (
          <input
            {...control}
            name="nameEn"
            lang="en"
            maxLength={300}
            required
            defaultValue={typed('nameEn')}
          />
        )}
      </Field>
      <Button type="submit" disabled={isSending}>
        {t('procurement.candidates.add')}
      </Button>
    </Form>
  );
}

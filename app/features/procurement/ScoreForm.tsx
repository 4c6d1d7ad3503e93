import { inLocale } from '../../domain/shared/locale.ts';
import { Form, useNavigation } from '../../framework.ts';
import { formatHundredths } from '../../i18n/points.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { CandidatePage } from '../../use-cases/procurement/procurement-views.ts';
import { useOutcome } from './form-outcome.ts';
import styles from './procurement.module.css';

type Criterion = CandidatePage['criteria'][number];

/** The criteria with the reader's own scores to enter, and those of others where they are open. */
export function ScoreForm({ page }: { page: CandidatePage }) {
  const t = useTranslate();
  const isSending = useNavigation().state === 'submitting';
  const { refusal, reason, typed } = useOutcome({ act: 'score' });
  const { criteria, declaration, mayJudge } = page;
  const isOpen = mayJudge && declaration?.declaration === 'NONE';
  const list = (
    <ol className={styles.list}>
      {criteria.map((criterion) => (
        <li key={criterion.id}>
          {isOpen ? (
            <ScoreField criterion={criterion} typed={typed(`score-${criterion.id}`)} />
          ) : (
            <p>
              {`${criterion.no}. `}
              <CriterionText criterion={criterion} />
            </p>
          )}
          <Others criterion={criterion} />
        </li>
      ))}
    </ol>
  );
  return (
    <Card title={t('procurement.scores')}>
      <div className={styles.stack}>
        {criteria.length === 0 && <EmptyState>{t('procurement.criteria.none')}</EmptyState>}
        {declaration?.declaration === 'CONFLICT' && (
          <Notice tone="warn">{t('refusals.conflict.declared')}</Notice>
        )}
        {!isOpen && list}
        {isOpen && criteria.length > 0 && (
          <Form method="post" className={styles.stack}>
            <input type="hidden" name="act" value="score" />
            {refusal !== null && <Notice tone="danger">{refusal}</Notice>}
            {list}
            <Field label={t('procurement.score.note')} refusal={reason('note')}>
              {(control) => (
                <input {...control} name="note" maxLength={500} defaultValue={typed('note')} />
              )}
            </Field>
            <p>
              <Button type="submit" look="primary" disabled={isSending}>
                {t('procurement.score.save')}
              </Button>
            </p>
          </Form>
        )}
      </div>
    </Card>
  );
}

function ScoreField({ criterion, typed }: { criterion: Criterion; typed: string | undefined }) {
  const t = useTranslate();
  const locale = useLocale();
  const { id, no, kind, text, maxPoints, mine } = criterion;
  const name = `score-${id}`;
  const label = `${no}. ${inLocale(text, locale)}`;
  if (kind === 'MANDATORY') {
    return (
      <Field label={label} hint={t('procurement.criterion-kind.MANDATORY')}>
        {(control) => (
          <select
            {...control}
            name={name}
            defaultValue={typed ?? (mine === null ? '' : String(mine))}
          >
            <option value="">{t('procurement.score.open')}</option>
            <option value="1">{t('procurement.mandatory.MET')}</option>
            <option value="0">{t('procurement.mandatory.NOT_MET')}</option>
          </select>
        )}
      </Field>
    );
  }
  return (
    <Field label={label} hint={t('procurement.points-of', { count: maxPoints ?? 0 })}>
      {(control) => (
        <input
          {...control}
          name={name}
          inputMode="decimal"
          maxLength={6}
          defaultValue={typed ?? (mine === null ? '' : String(mine / 100))}
        />
      )}
    </Field>
  );
}

function CriterionText({ criterion }: { criterion: Criterion }) {
  const t = useTranslate();
  const locale = useLocale();
  const { mine } = criterion;
  return (
    <>
      {inLocale(criterion.text, locale)}
      {mine !== null && (
        <span className={styles.faint}>
          {' '}
          {t('procurement.score.mine')} <Given criterion={criterion} hundredths={mine} />
        </span>
      )}
    </>
  );
}

function Others({ criterion }: { criterion: Criterion }) {
  const locale = useLocale();
  return criterion.others.map(({ evaluatorName, hundredths }) => (
    <p key={evaluatorName.en} className={styles.faint}>
      {inLocale(evaluatorName, locale)}
      {': '}
      <Given criterion={criterion} hundredths={hundredths} />
    </p>
  ));
}

function Given({ criterion, hundredths }: { criterion: Criterion; hundredths: number }) {
  const t = useTranslate();
  const locale = useLocale();
  if (criterion.kind === 'PREFERRED') return formatHundredths(locale, hundredths);
  return t(hundredths > 0 ? 'procurement.mandatory.MET' : 'procurement.mandatory.NOT_MET');
}

import {
  CRITERION_KINDS,
  CRITERION_SUBJECTS,
  EVALUATION_PHASES,
} from '../../domain/procurement/candidate.ts';
import { inLocale } from '../../domain/shared/locale.ts';
import { Form, useNavigation } from '../../framework.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { CriterionView } from '../../use-cases/procurement/procurement-views.ts';
import { useOutcome } from './form-outcome.ts';
import styles from './procurement.module.css';

type Props = { criteria: readonly CriterionView[]; mayEdit: boolean };

/** What must be met and what gives points. */
export function CriteriaList({ criteria, mayEdit }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <Card title={t('procurement.criteria')}>
      <div className={styles.stack}>
        {criteria.length === 0 && <EmptyState>{t('procurement.criteria.none')}</EmptyState>}
        {criteria.length > 0 && (
          <ol className={styles.list}>
            {criteria.map((criterion) => (
              <li key={criterion.id}>
                {`${criterion.no}. ${inLocale(criterion.text, locale)}`}
                <p className={styles.faint}>
                  {criterion.maxPoints === null
                    ? t('procurement.criterion-kind.MANDATORY')
                    : t('procurement.points-of', { count: criterion.maxPoints })}
                  {' · '}
                  {t(`procurement.criterion-subject.${criterion.subject}`)}
                  {' · '}
                  {t(`procurement.phase.${criterion.phase}`)}
                </p>
              </li>
            ))}
          </ol>
        )}
        {mayEdit && <AddCriterion key={criteria.length} />}
      </div>
    </Card>
  );
}

function AddCriterion() {
  const t = useTranslate();
  const isSending = useNavigation().state === 'submitting';
  const { refusal, reason, typed } = useOutcome({ act: 'criterion' });
  const choice = (name: 'kind' | 'subject' | 'phase') => ({
    name,
    defaultValue: typed(name),
  });
  return (
    <details open={typed('act') !== undefined}>
      <summary>{t('procurement.criteria.add')}</summary>
      <Form method="post" className={styles.stack}>
        <input type="hidden" name="act" value="criterion" />
        {refusal !== null && <Notice tone="danger">{refusal}</Notice>}
        <Field label={t('procurement.criterion-zh')} refusal={reason('textZh')}>
          {(control) => (
            <input
              {...control}
              name="textZh"
              lang="zh-CN"
              maxLength={300}
              required
              defaultValue={typed('textZh')}
            />
          )}
        </Field>
        <Field label={t('procurement.criterion-en')} refusal={reason('textEn')}>
          {(control) => (
            <input
              {...control}
              name="textEn"
              lang="en"
              maxLength={300}
              required
              defaultValue={typed('textEn')}
            />
          )}
        </Field>
        <div className={styles.line}>
          <Field label={t('procurement.criterion-kind')}>
            {(control) => (
              <select {...control} {...choice('kind')}>
                {CRITERION_KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`procurement.criterion-kind.${kind}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t('procurement.max-points')} refusal={reason('maxPoints')}>
            {(control) => (
              <input
                {...control}
                name="maxPoints"
                inputMode="numeric"
                maxLength={3}
                defaultValue={typed('maxPoints')}
              />
            )}
          </Field>
          <Field label={t('procurement.criterion-subject')}>
            {(control) => (
              <select {...control} {...choice('subject')}>
                {CRITERION_SUBJECTS.map((subject) => (
                  <option key={subject} value={subject}>
                    {t(`procurement.criterion-subject.${subject}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t('procurement.phase')}>
            {(control) => (
              <select {...control} {...choice('phase')}>
                {EVALUATION_PHASES.map((phase) => (
                  <option key={phase} value={phase}>
                    {t(`procurement.phase.${phase}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <p>
          <Button type="submit" disabled={isSending}>
            {t('procurement.criteria.add')}
          </Button>
        </p>
      </Form>
    </details>
  );
}

import { CONFLICT_DECLARATIONS } from '../../domain/procurement/candidate.ts';
import { Form, useNavigation } from '../../framework.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { CandidatePage } from '../../use-cases/procurement/procurement-views.ts';
import { useOutcome } from './form-outcome.ts';
import styles from './procurement.module.css';

/** Ties to the candidate are declared before anybody judges it. */
export function DeclarationForm({ declaration }: Pick<CandidatePage, 'declaration'>) {
  const t = useTranslate();
  const isSending = useNavigation().state === 'submitting';
  const { refusal, reason, typed } = useOutcome({ act: 'declare' });
  const look = declaration === null ? 'primary' : 'plain';
  return (
    <Card title={t('procurement.conflict')}>
      <Form method="post" className={styles.stack}>
        <input type="hidden" name="act" value="declare" />
        <p>{t('procurement.conflict.lead')}</p>
        {refusal !== null && <Notice tone="danger">{refusal}</Notice>}
        <Field label={t('procurement.conflict')}>
          {(control) => (
            <select
              {...control}
              name="declaration"
              defaultValue={typed('declaration') ?? declaration?.declaration}
            >
              {CONFLICT_DECLARATIONS.map((one) => (
                <option key={one} value={one}>
                  {t(`procurement.conflict.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('procurement.conflict.statement')} refusal={reason('statement')}>
          {(control) => (
            <input
              {...control}
              name="statement"
              maxLength={500}
              defaultValue={typed('statement') ?? declaration?.statement}
            />
          )}
        </Field>
        <p>
          <Button type="submit" look={look} disabled={isSending}>
            {t('procurement.conflict.declare')}
          </Button>
        </p>
      </Form>
    </Card>
  );
}

import { NO_OBJECTION_DECISIONS } from '../../domain/procurement/no-objection.ts';
import { Form, useNavigation } from '../../framework.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useOutcome } from './form-outcome.ts';
import styles from './procurement.module.css';

/** The Bank's answer to one request. */
export function DecisionForm({ id }: { id: string }) {
  const t = useTranslate();
  const isSending = useNavigation().state === 'submitting';
  const { refusal, reason, typed } = useOutcome({ act: 'decide', id });
  return (
    <Form method="post" className={styles.stack}>
      <input type="hidden" name="act" value="decide" />
      <input type="hidden" name="id" value={id} />
      {refusal !== null && <Notice tone="danger">{refusal}</Notice>}
      <Field label={t('procurement.comments')} refusal={reason('comments')}>
        {(control) => (
          <textarea
            {...control}
            name="comments"
            rows={3}
            maxLength={5000}
            defaultValue={typed('comments')}
          />
        )}
      </Field>
      <div className={styles.acts}>
        {NO_OBJECTION_DECISIONS.map((decision) => (
          <Button
            key={decision}
            type="submit"
            name="decision"
            value={decision}
            disabled={isSending}
          >
            {t(`procurement.decide.${decision}`)}
          </Button>
        ))}
      </div>
    </Form>
  );
}

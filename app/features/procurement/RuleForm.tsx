import { RULE_NAMES } from '../../domain/procurement/procurement-rule.ts';
import { SELECTION_METHODS } from '../../domain/register/assignment.ts';
import { Form, useNavigation } from '../../framework.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useOutcome } from './form-outcome.ts';
import styles from './procurement.module.css';

/** A value that holds from a day on; the one before it ends the day before. */
export function RuleForm() {
  const t = useTranslate();
  const isSaving = useNavigation().state === 'submitting';
  const { refusal, reason, typed } = useOutcome({});
  return (
    <Card title={t('procurement.rules.new')}>
      <Form method="post" className={styles.stack}>
        {refusal !== null && <Notice tone="danger">{refusal}</Notice>}
        <div className={styles.line}>
          <Field label={t('procurement.rules.name')}>
            {(control) => (
              <select {...control} name="name" defaultValue={typed('name')}>
                {RULE_NAMES.map((name) => (
                  <option key={name} value={name}>
                    {t(`procurement.rule.${name}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t('overview.fact.method')}>
            {(control) => (
              <select {...control} name="method" defaultValue={typed('method')}>
                <option value="">{t('procurement.rules.all-methods')}</option>
                {SELECTION_METHODS.map((method) => (
                  <option key={method}>{method}</option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t('procurement.rules.value')} refusal={reason('value')}>
            {(control) => (
              <input
                {...control}
                name="value"
                inputMode="numeric"
                maxLength={4}
                required
                defaultValue={typed('value')}
              />
            )}
          </Field>
          <Field label={t('procurement.rules.from')} refusal={reason('effectiveFrom')}>
            {(control) => (
              <input
                {...control}
                type="date"
                name="effectiveFrom"
                required
                defaultValue={typed('effectiveFrom')}
              />
            )}
          </Field>
        </div>
        <Field label={t('procurement.rules.source-zh')} refusal={reason('sourceZh')}>
          {(control) => (
            <input
              {...control}
              name="sourceZh"
              lang="zh-CN"
              maxLength={300}
              required
              defaultValue={typed('sourceZh')}
            />
          )}
        </Field>
        <Field label={t('procurement.rules.source-en')} refusal={reason('sourceEn')}>
          {(control) => (
            <input
              {...control}
              name="sourceEn"
              lang="en"
              maxLength={300}
              required
              defaultValue={typed('sourceEn')}
            />
          )}
        </Field>
        <Field label={t('procurement.rules.confirmed')}>
          {(control) => (
            <select {...control} name="isConfirmed" defaultValue={typed('isConfirmed')}>
              <option value="no">{t('procurement.unconfirmed')}</option>
              <option value="yes">{t('procurement.rules.read')}</option>
            </select>
          )}
        </Field>
        <p>
          <Button type="submit" look="primary" disabled={isSaving}>
            {t('procurement.rules.add')}
          </Button>
        </p>
      </Form>
    </Card>
  );
}

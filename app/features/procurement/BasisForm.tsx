import { Form, useNavigation } from '../../framework.ts';
import { formatMoney } from '../../i18n/money.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { ProcurementPage } from '../../use-cases/procurement/procurement-views.ts';
import { BasisFields } from './BasisFields.tsx';
import { useOutcome } from './form-outcome.ts';
import styles from './procurement.module.css';

/** Method, review and budget as they stand, and the form that changes them. */
export function BasisForm({
  basis,
  mayEdit,
}: {
  basis: ProcurementPage['basis'];
  mayEdit: boolean;
}) {
  const t = useTranslate();
  const locale = useLocale();
  const isSaving = useNavigation().state === 'submitting';
  const { refusal, reason, typed } = useOutcome({ act: 'basis' });
  const { method, review, planned, stepReference } = basis;
  return (
    <Card title={t('procurement.basis')}>
      <div className={styles.stack}>
        <p>
          {t(`board.method.${method}`)}
          {' · '}
          {t('procurement.new.review')}
          {': '}
          {t(`procurement.review.${review}`)}
          {planned !== null && ` · ${t('procurement.new.budget')}: ${formatMoney(locale, planned)}`}
          {stepReference !== null && ` · STEP ${stepReference}`}
        </p>
        {mayEdit && (
          <details open={typed('act') !== undefined}>
            <summary>{t('procurement.basis.edit')}</summary>
            <Form method="post" className={styles.stack}>
              <input type="hidden" name="act" value="basis" />
              {refusal !== null && <Notice tone="danger">{refusal}</Notice>}
              <BasisFields present={basis} reason={reason} typed={typed} />
              <p>
                <Button type="submit" disabled={isSaving}>
                  {t('shell.save')}
                </Button>
              </p>
            </Form>
          </details>
        )}
      </div>
    </Card>
  );
}

import { inLocale } from '../../domain/shared/locale.ts';
import { formatDate } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { CommitmentSheet, CommitmentView } from '../../use-cases/contract/contract-views.ts';
import { CheckCell } from './CheckCell.tsx';
import styles from './contract.module.css';

type Props = { sheet: CommitmentSheet; commitment: CommitmentView };

/** Every check of a commitment, the newest first. */
export function CheckHistory({ sheet, commitment }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const nameOf = (no: number) => {
    const deliverable = sheet.deliverables.find((known) => known.no === no);
    return deliverable === undefined ? String(no) : `${no} ${inLocale(deliverable.title, locale)}`;
  };
  return (
    <Card title={t('contract.check.history')}>
      {commitment.history.length === 0 && <EmptyState>{t('contract.check.none')}</EmptyState>}
      <ul className={styles.list}>
        {commitment.history.map((check, index) => (
          <li key={commitment.history.length - index}>
            <div className={styles.head}>
              <b>{nameOf(check.deliverableNo)}</b>
              <span className={styles.faint}>
                {t('contract.check.by', {
                  name: inLocale(check.checkedBy, locale),
                  date: formatDate(locale, check.checkedOn),
                })}
              </span>
            </div>
            <CheckCell check={check} unit={commitment.unit} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

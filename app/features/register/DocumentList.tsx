import { calendarDateAt } from '../../domain/shared/calendar-date.ts';
import { Link } from '../../framework.ts';
import { formatDate } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { DocumentRowView } from './assignment-page-view.ts';
import styles from './AssignmentScreen.module.css';

/** The texts of the assignment, newest first. */
export function DocumentList({ documents }: { documents: readonly DocumentRowView[] }) {
  const t = useTranslate();
  const locale = useLocale();
  if (documents.length === 0) return <EmptyState>{t('overview.page.documents.empty')}</EmptyState>;
  return (
    <ul className={styles.list}>
      {documents.map(({ id, kind, title, createdAt, openThreads }) => (
        <li key={id}>
          <div>
            <Link to={`/documents/${id}`} className={styles.documentTitle}>
              {title}
            </Link>
            <div className={styles.meta}>
              <span>{t(`register.document-kind.${kind}`)}</span>
              <time dateTime={createdAt}>
                {t('overview.page.documents.started', {
                  date: formatDate(locale, calendarDateAt(new Date(createdAt))),
                })}
              </time>
            </div>
          </div>
          {openThreads > 0 && (
            <Chip tone="violet">
              {t('overview.page.documents.comments', { count: openThreads })}
            </Chip>
          )}
        </li>
      ))}
    </ul>
  );
}

import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import type { RegisterOverview } from '../../use-cases/register/assignment-views.ts';
import { RegisterFilters } from './RegisterFilters.tsx';
import { isFiltered, selectAssignments, type RegisterQuery } from './register-query.ts';
import { RegisterTable } from './RegisterTable.tsx';
import styles from './register.module.css';

/** Every assignment as a row. Filters and order are in the address, so that a view can be sent on. */
export function RegisterScreen({
  overview,
  query,
}: {
  overview: RegisterOverview;
  query: RegisterQuery;
}) {
  const t = useTranslate();
  const rows = selectAssignments(overview.assignments, query, useLocale());
  return (
    <>
      <RecordHeader
        title={t('register.table.title')}
        summary={
          <span role="status">
            {t('register.table.count', {
              shown: rows.length,
              count: overview.assignments.length,
            })}
          </span>
        }
      >
        <RegisterFilters query={query} components={overview.components} />
      </RecordHeader>
      <div className={styles.body}>
        {rows.length === 0 ? (
          <EmptyState
            action={
              isFiltered(query) && (
                <ButtonLink to="/assignments">{t('register.table.clear')}</ButtonLink>
              )
            }
          >
            {isFiltered(query) ? t('register.table.empty') : t('register.board.empty')}
          </EmptyState>
        ) : (
          <div>
            <RegisterTable rows={rows} query={query} today={overview.today} />
            {rows.some((row) => row.titleIsAssumed || row.componentIsAssumed) && (
              <p className={styles.note}>{`* ${t('register.assumed.explanation')}`}</p>
            )}
          </div>
        )}
      </div>
    </>
  );
}

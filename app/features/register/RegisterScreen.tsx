import { isFiltered, registerSearch } from '../../domain/register/register-query.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import type { RegisterPageView } from '../../use-cases/register/register-views.ts';
import type { FormOutcome } from './FactsScreen.tsx';
import { RegisterBulkBar } from './RegisterBulkBar.tsx';
import { RegisterFilters } from './RegisterFilters.tsx';
import { RegisterPages } from './RegisterPages.tsx';
import styles from './RegisterScreen.module.css';
import { RegisterTable } from './RegisterTable.tsx';
import { RegisterViews } from './RegisterViews.tsx';
import shared from './register.module.css';

export type RegisterScreenProps = {
  page: RegisterPageView;
  /** Code of the row that is open for editing, or null. */
  editing: string | null;
  /** Rows that were just changed, or null. */
  changed: number | null;
  outcome: FormOutcome;
  mayImport: boolean;
};

/** Every assignment as a row. What is shown is in the address, so that a view can be sent on. */
export function RegisterScreen(props: RegisterScreenProps) {
  const { page, editing, changed, outcome, mayImport } = props;
  const t = useTranslate();
  const { query, rows, ignored, matching, visible } = page;
  return (
    <>
      <RecordHeader
        title={t('portfolio.table.title')}
        summary={
          <span role="status">
            {t('portfolio.table.count', { shown: matching, count: visible })}
            {changed !== null && ` · ${t('portfolio.bulk.changed', { count: changed })}`}
          </span>
        }
        actions={<RegisterViews query={query} savedViews={page.savedViews} />}
      >
        <RegisterFilters page={page} />
      </RecordHeader>
      <div className={`${shared.body} ${styles.body}`}>
        {ignored.length > 0 && (
          <Notice tone="warn">{t('portfolio.table.ignored', { names: ignored.join(', ') })}</Notice>
        )}
        {rows.length === 0 ? (
          <EmptyState
            action={
              isFiltered(query) && (
                <ButtonLink to="/assignments">{t('portfolio.table.clear')}</ButtonLink>
              )
            }
          >
            {isFiltered(query) ? t('portfolio.table.empty') : t('board.empty')}
          </EmptyState>
        ) : (
          <div>
            <RegisterTable page={page} editing={editing} outcome={outcome} />
            <RegisterPages page={page} />
            {page.bulk !== null && (
              <RegisterBulkBar
                components={page.components}
                managers={page.bulk.managers}
                outcome={editing === null ? outcome : null}
              />
            )}
            <p className={`${shared.note} ${styles.note}`}>
              {rows.some((row) => row.titleIsAssumed || row.componentIsAssumed) && (
                <span>{`* ${t('register.assumed.explanation')}`}</span>
              )}{' '}
              <span className={styles.keys}>{t('portfolio.table.keys')}</span>
            </p>
          </div>
        )}
        <p className={`${shared.note} ${styles.exchange}`}>
          <a href={`/assignments.xlsx${registerSearch({ ...query, page: 1 })}`}>
            {t('portfolio.table.export')}
          </a>
          {mayImport && <a href="/register/import">{t('portfolio.table.import')}</a>}
          {mayImport && <a href="/assignments/new">{t('portfolio.table.new')}</a>}
          <a href="/register/ocds">{t('portfolio.table.open-data')}</a>
        </p>
      </div>
    </>
  );
}

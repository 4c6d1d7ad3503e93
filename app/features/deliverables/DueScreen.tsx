import { DUE_GROUPS } from '../../domain/register/due-item.ts';
import { inLocale } from '../../domain/shared/locale.ts';
import { Link } from '../../framework.ts';
import { formatDate } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import type { DueList, DueRow } from '../../use-cases/register/due-views.ts';
import shared from '../register/register.module.css';
import { dueActPath } from './due-act-path.ts';
import styles from './due.module.css';
import { WorkingDue } from './WorkingDue.tsx';

/** What waits for the person, what is late and what comes next, each with what to do about it. */
export function DueScreen({ list }: { list: DueList }) {
  const t = useTranslate();
  const { rows, show, next, isFirst } = list;
  const uncovered = [
    ...new Set(rows.filter((row) => row.isUncovered).map(({ dueOn }) => (dueOn ?? '').slice(0, 4))),
  ].sort();
  return (
    <>
      <RecordHeader
        title={t('deliverables.due.title')}
        summary={t('deliverables.due.lead')}
        actions={<Shown show={show} />}
      />
      <div className={shared.body}>
        {uncovered.length > 0 && (
          <Notice tone="warn">
            {t('deliverables.list.uncovered', { years: uncovered.join(', ') })}
          </Notice>
        )}
        {rows.length === 0 && (
          <Card title={t('deliverables.due.title')}>
            <EmptyState>{t('deliverables.due.empty')}</EmptyState>
          </Card>
        )}
        {DUE_GROUPS.map((group) => (
          <Group key={group} group={group} rows={rows.filter((row) => row.group === group)} />
        ))}
        <p className={styles.pages}>
          {!isFirst && (
            <ButtonLink to={`?show=${show}`}>{t('deliverables.due.first-page')}</ButtonLink>
          )}
          {next !== null && (
            <ButtonLink to={`?show=${show}&after=${encodeURIComponent(next)}`}>
              {t('deliverables.due.next-page')}
            </ButtonLink>
          )}
        </p>
      </div>
    </>
  );
}

function Shown({ show }: { show: DueList['show'] }) {
  const t = useTranslate();
  return (
    <nav className={styles.shown} aria-label={t('deliverables.due.show')}>
      {(['mine', 'all'] as const).map((each) => (
        <Link key={each} to={`?show=${each}`} aria-current={each === show ? 'true' : undefined}>
          {t(`deliverables.due.show.${each}`)}
        </Link>
      ))}
    </nav>
  );
}

function Group({ group, rows }: { group: DueRow['group']; rows: readonly DueRow[] }) {
  const t = useTranslate();
  if (rows.length === 0) return null;
  return (
    <Card
      title={t(`deliverables.group.${group}`)}
      aside={<span>{t('deliverables.due.count', { count: rows.length })}</span>}
    >
      <ul className={styles.rows}>
        {rows.map((row) => (
          <li key={row.id}>
            <Row row={row} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Row({ row }: { row: DueRow }) {
  const t = useTranslate();
  const locale = useLocale();
  const title = inLocale(row.title, locale);
  const reasonKey = row.act === 'DECIDE_TIME' ? 'asked' : 'returned';
  return (
    <>
      <span className={styles.what}>
        <b>{title}</b>
        <span>
          <Link to={`/assignments/${row.code}`}>{row.code}</Link>{' '}
          {inLocale(row.assignmentTitle, locale)}
        </span>
        {row.reason !== '' && (
          <span className={styles.reason}>
            {t(`deliverables.due.${reasonKey}`, { reason: row.reason })}
          </span>
        )}
      </span>
      <span className={styles.when}>
        {row.since === null ? (
          <WorkingDue {...row} isLate={row.group === 'LATE'} isOwed />
        ) : (
          t('deliverables.due.since', { date: formatDate(locale, row.since) })
        )}
      </span>
      <ButtonLink to={dueActPath(row)}>
        {t(`deliverables.act.${row.act}`)}
        <span className="visually-hidden">{` ${row.code} ${title}`}</span>
      </ButtonLink>
    </>
  );
}

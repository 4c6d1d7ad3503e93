import type { RefusalCode } from '../../domain/shared/refusal-code.ts';
import { Form, Link, useNavigation } from '../../framework.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import look from '../../ui/table-look.module.css';
import type { OcdsTrial, ReceivedReleaseRow } from '../../use-cases/exchange/exchange-views.ts';
import styles from './exchange.module.css';
import { Pager } from './Pager.tsx';
import { shownValue } from './shown-value.ts';

type Props = { trial: OcdsTrial; refusal: RefusalCode | null };

/** Which release of a package belongs to which contract, and the button that stores them. */
export function OcdsTrialScreen({ trial, refusal }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <>
      <RecordHeader
        crumbsLabel={t('shell.breadcrumb')}
        crumbs={[
          { to: '/assignments', label: t('shell.assignments') },
          { to: '/register/ocds', label: t('exchange.ocds.title') },
        ]}
        title={t('exchange.ocds.import')}
        summary={t('exchange.trial.of', {
          file: trial.fileName,
          at: formatDateTime(locale, trial.readAt),
        })}
        actions={
          <ButtonLink to="/register/ocds" look="quiet">
            {t('exchange.ocds.title')}
          </ButtonLink>
        }
      />
      <div className={styles.body}>
        {refusal !== null && <Notice tone="danger">{t(`refusals.${refusal}`)}</Notice>}
        <Store trial={trial} />
        <Releases rows={trial.rows} />
        <Pager
          page={trial}
          shown={trial.rows.length}
          to={(page) => `/register/ocds/${trial.importId}?page=${page}`}
        />
      </div>
    </>
  );
}

function Store({ trial }: { trial: OcdsTrial }) {
  const t = useTranslate();
  const locale = useLocale();
  const isStoring = useNavigation().state === 'submitting';
  const { NEW: fresh, KNOWN: known } = trial.counts;
  if (trial.storedAt !== null) {
    const at = formatDateTime(locale, trial.storedAt);
    return <p role="status">{t('exchange.ocds.trial.stored', { at, fresh: known })}</p>;
  }
  return (
    <>
      <p role="status">{t('exchange.ocds.trial.summary', { fresh, known })}</p>
      {fresh === 0 ? (
        <p>{t('exchange.trial.nothing')}</p>
      ) : (
        <Form method="post" className={styles.form}>
          <Button type="submit" look="primary" disabled={isStoring}>
            {isStoring
              ? t('exchange.ocds.trial.storing')
              : t('exchange.ocds.trial.store', { count: fresh })}
          </Button>
        </Form>
      )}
    </>
  );
}

function Releases({ rows }: { rows: readonly ReceivedReleaseRow[] }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <ScrollRegion label={t('exchange.ocds.table')} className={`${look.scroll} ${styles.scroll}`}>
      <table className={`${look.table} ${styles.table}`}>
        <caption className="visually-hidden">{t('exchange.ocds.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('exchange.ocds.release')}</th>
            <th scope="col">{t('exchange.ocds.date')}</th>
            <th scope="col">{t('exchange.ocds.tag')}</th>
            <th scope="col">{t('exchange.ocds.contract')}</th>
            <th scope="col">{t('exchange.ocds.state')}</th>
            <th scope="col">{t('exchange.ocds.differs')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.ocid} ${row.releaseId}`}>
              <th scope="row" className={styles.words}>
                {row.releaseId}
              </th>
              <td>{formatDateTime(locale, row.date)}</td>
              <td>{row.tag.join(', ')}</td>
              <td>
                {row.code === null ? (
                  t('exchange.ocds.contract.none')
                ) : (
                  <Link to={`/assignments/${row.code}`}>{row.code}</Link>
                )}
              </td>
              <td>{t(`exchange.ocds.state.${row.state}`)}</td>
              <td>
                <Differences row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Differences({ row }: { row: ReceivedReleaseRow }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <ul className={styles.reasons}>
      {row.differences.map(({ column, register, release }) => (
        <li key={column} className={styles.words}>
          <b>{`${t(`exchange.column.${column}`)} `}</b>
          {`${shownValue(column, register, { t, locale })} ≠ ${shownValue(column, release, { t, locale })}`}
        </li>
      ))}
      <li>{t('exchange.ocds.kept', { count: row.fieldCount })}</li>
    </ul>
  );
}

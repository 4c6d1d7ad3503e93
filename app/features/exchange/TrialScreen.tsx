import type { RefusalCode } from '../../domain/shared/refusal-code.ts';
import type { RowOutcome } from '../../domain/register/import-row.ts';
import { Form, Link, useNavigation } from '../../framework.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import type { ImportTrial } from '../../use-cases/exchange/exchange-views.ts';
import styles from './exchange.module.css';
import { Pager } from './Pager.tsx';
import { TrialRows } from './TrialRows.tsx';

type Props = { trial: ImportTrial; refusal: RefusalCode | null };

/** What each row of a workbook would do, and the button that does it. */
export function TrialScreen({ trial, refusal }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const address = (shown: RowOutcome | null, page = 0) =>
    `/register/import/${trial.importId}?${new URLSearchParams({
      ...(shown !== null && { show: shown }),
      ...(page > 0 && { page: String(page) }),
    }).toString()}`;
  return (
    <>
      <RecordHeader
        crumbsLabel={t('shell.breadcrumb')}
        crumbs={[
          { to: '/assignments', label: t('shell.assignments') },
          { to: '/register/import', label: t('exchange.import.title') },
        ]}
        title={t('exchange.trial.title')}
        summary={t('exchange.trial.of', {
          file: trial.fileName,
          at: formatDateTime(locale, trial.readAt),
        })}
        actions={
          <ButtonLink to="/register/import" look="quiet">
            {t('exchange.trial.again')}
          </ButtonLink>
        }
      />
      <div className={styles.body}>
        {refusal !== null && (
          <Notice tone="danger">
            {refusal === 'import.moved' ? t('exchange.trial.moved') : t(`refusals.${refusal}`)}
          </Notice>
        )}
        <Outcome trial={trial} />
        <OutcomeFilter trial={trial} address={address} />
        {trial.rows.length === 0 ? (
          <EmptyState>{t('exchange.trial.empty')}</EmptyState>
        ) : (
          <TrialRows rows={trial.rows} />
        )}
        <Pager page={trial} shown={trial.rows.length} to={(page) => address(trial.shown, page)} />
      </div>
    </>
  );
}

function Outcome({ trial }: { trial: ImportTrial }) {
  const t = useTranslate();
  const locale = useLocale();
  const isApplying = useNavigation().state === 'submitting';
  const { NEW, CHANGED, UNCHANGED, REFUSED } = trial.counts;
  const counts = { new: NEW, changed: CHANGED, unchanged: UNCHANGED, refused: REFUSED };
  if (trial.appliedAt !== null) {
    const at = formatDateTime(locale, trial.appliedAt);
    return <p role="status">{t('exchange.trial.applied', { ...counts, at })}</p>;
  }
  const good = NEW + CHANGED;
  return (
    <>
      <p role="status">{t('exchange.trial.summary', counts)}</p>
      {REFUSED > 0 && (
        <Notice tone="warn">{t('exchange.trial.leaves-out', { count: REFUSED })}</Notice>
      )}
      {good === 0 ? (
        <p>{t('exchange.trial.nothing')}</p>
      ) : (
        <Form method="post" className={styles.form}>
          <Button type="submit" look="primary" disabled={isApplying}>
            {isApplying ? t('exchange.trial.applying') : t('exchange.trial.apply', { count: good })}
          </Button>
        </Form>
      )}
    </>
  );
}

function OutcomeFilter({
  trial,
  address,
}: {
  trial: ImportTrial;
  address: (shown: RowOutcome | null) => string;
}) {
  const t = useTranslate();
  const all: readonly (RowOutcome | null)[] = [null, 'REFUSED', 'NEW', 'CHANGED', 'UNCHANGED'];
  return (
    <nav aria-label={t('exchange.trial.show')}>
      <ul className={styles.filters}>
        {all.map((outcome) => (
          <li key={outcome ?? 'all'}>
            <Link
              to={address(outcome)}
              aria-current={outcome === trial.shown ? 'page' : undefined}
              preventScrollReset
            >
              {outcome === null
                ? t('exchange.trial.all')
                : `${t(`exchange.outcome.${outcome}`)} ${trial.counts[outcome]}`}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import type { RefusalCode } from '../../domain/shared/refusal-code.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import type { PackageProblemView } from '../../use-cases/exchange/exchange-views.ts';
import styles from './exchange.module.css';
import { UploadForm } from './UploadForm.tsx';

type Props = {
  mayImport: boolean;
  refusal: { code: RefusalCode; problems: readonly PackageProblemView[] } | null;
};

/** The packages of open contracting data, and where one of others is taken in. */
export function OcdsScreen({ mayImport, refusal }: Props) {
  const t = useTranslate();
  return (
    <>
      <RecordHeader
        crumbsLabel={t('shell.breadcrumb')}
        crumbs={[{ to: '/assignments', label: t('shell.assignments') }]}
        title={t('exchange.ocds.title')}
      />
      <div className={styles.body}>
        <p className={styles.lead}>{t('exchange.ocds.lead')}</p>
        <div className={styles.links}>
          <ButtonLink to="/register/ocds/releases.json" reloadDocument>
            {t('exchange.ocds.releases')}
          </ButtonLink>
          <ButtonLink to="/register/ocds/records.json" reloadDocument>
            {t('exchange.ocds.records')}
          </ButtonLink>
        </div>
        {mayImport && (
          <>
            <h2>{t('exchange.ocds.import')}</h2>
            <p className={styles.lead}>{t('exchange.ocds.import.lead')}</p>
            {refusal !== null && <Refusal {...refusal} />}
            <UploadForm
              accept=".json"
              refusal={undefined}
              words={{
                label: t('exchange.ocds.file'),
                hint: t('exchange.ocds.file.hint'),
                submit: t('exchange.ocds.read'),
                reading: t('exchange.ocds.reading'),
              }}
            />
          </>
        )}
      </div>
    </>
  );
}

function Refusal({ code, problems }: NonNullable<Props['refusal']>) {
  const t = useTranslate();
  return (
    <>
      <Notice tone="danger">{t(`refusals.${code}`)}</Notice>
      {problems.length > 0 && (
        <ul className={styles.problems} aria-label={t('exchange.ocds.problems')}>
          {problems.slice(0, SHOWN).map((problem) => (
            <li key={problem.path + problem.code}>
              {problem.path !== '' && <code>{`${problem.path} `}</code>}
              {t(`exchange.problem.${problem.code}`)}
            </li>
          ))}
        </ul>
      )}
      {problems.length > SHOWN && <p>{t('exchange.ocds.problems.more', { count: SHOWN })}</p>}
    </>
  );
}

const SHOWN = 50;

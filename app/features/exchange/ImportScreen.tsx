import type { RefusalCode } from '../../domain/shared/refusal-code.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import styles from './exchange.module.css';
import { UploadForm } from './UploadForm.tsx';

/** Where a workbook is chosen to be read on trial. */
export function ImportScreen({
  refusal,
}: {
  refusal: { code: RefusalCode; detail: string | null } | null;
}) {
  const t = useTranslate();
  return (
    <>
      <RecordHeader
        crumbsLabel={t('shell.breadcrumb')}
        crumbs={[{ to: '/assignments', label: t('shell.assignments') }]}
        title={t('exchange.import.title')}
      />
      <div className={styles.body}>
        <p className={styles.lead}>{t('exchange.import.lead')}</p>
        {refusal !== null && (
          <Notice tone="danger">
            {t(`refusals.${refusal.code}`)}
            {refusal.detail !== null && (
              <span className={styles.words}>
                {` ${t('exchange.import.header', { header: refusal.detail })}`}
              </span>
            )}
          </Notice>
        )}
        <UploadForm
          accept=".xlsx"
          refusal={undefined}
          words={{
            label: t('exchange.import.file'),
            hint: t('exchange.import.file.hint'),
            submit: t('exchange.import.read'),
            reading: t('exchange.import.reading'),
          }}
        />
        <p className={styles.lead}>{t('exchange.import.sets')}</p>
        <div className={styles.links}>
          <ButtonLink to="/register/import/template.xlsx" reloadDocument>
            {t('exchange.import.template')}
          </ButtonLink>
          <ButtonLink to="/assignments.xlsx" reloadDocument>
            {t('exchange.import.export')}
          </ButtonLink>
          <ButtonLink to="/register/ocds" look="quiet">
            {t('exchange.ocds.title')}
          </ButtonLink>
        </div>
      </div>
    </>
  );
}

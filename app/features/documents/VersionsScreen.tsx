import { inLocale } from '../../domain/shared/locale.ts';
import type { RefusalCode } from '../../domain/shared/refusal-code.ts';
import { Form, useNavigation } from '../../framework.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import type { VersionsPage, VersionView } from '../../use-cases/documents/version-views.ts';
import { DocumentText } from './DocumentText.tsx';
import styles from './HistoryScreen.module.css';

type Props = VersionsPage & { refusal: RefusalCode | null };

/** The frozen versions of a text, and one of them to read. Links and a form; no script is needed. */
export function VersionsScreen(page: Props) {
  const t = useTranslate();
  const { document, versions, shown } = page;
  return (
    <>
      <RecordHeader
        crumbsLabel={t('shell.breadcrumb')}
        crumbs={[{ to: `/documents/${document.id}`, label: document.title }]}
        title={t('documents.versions')}
        summary={t('text-pages.versions.lead')}
        actions={<ButtonLink to={`/documents/${document.id}`}>{t('documents.read')}</ButtonLink>}
      />
      <div className={styles.columns}>
        <div className={styles.moments}>
          {page.mayFreeze && <FreezeForm hasChanged={page.hasChanged} refusal={page.refusal} />}
          {versions.length === 0 && <p>{t('text-pages.versions.none')}</p>}
          <ol className={styles.spells} aria-label={t('text-pages.versions.list')}>
            {versions.map((version) => (
              <li key={version.id}>
                <VersionLink version={version} isShown={version.no === shown?.version.no} />
              </li>
            ))}
          </ol>
        </div>
        <div className={styles.text}>{shown !== null && <Shown {...shown} />}</div>
      </div>
    </>
  );
}

function FreezeForm({ hasChanged, refusal }: { hasChanged: boolean; refusal: RefusalCode | null }) {
  const t = useTranslate();
  const isFreezing = useNavigation().state === 'submitting';
  if (!hasChanged) return <Notice tone="info">{t('text-pages.versions.unchanged')}</Notice>;
  return (
    <Form method="post" className={styles.form}>
      <Field
        label={t('text-pages.versions.reason')}
        refusal={refusal === null ? undefined : t(`refusals.${refusal}`)}
      >
        {(control) => <input {...control} name="reason" maxLength={500} />}
      </Field>
      <Button type="submit" look="primary" disabled={isFreezing}>
        {t('text-pages.versions.freeze')}
      </Button>
    </Form>
  );
}

function VersionLink({ version, isShown }: { version: VersionView; isShown: boolean }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <a href={`?no=${version.no}`} aria-current={isShown ? 'true' : undefined}>
      <b>{t('text-pages.versions.no', { no: version.no })}</b>
      <time dateTime={version.at}>{formatDateTime(locale, version.at)}</time>
      <span>{inLocale(version.by, locale)}</span>
      {version.reason !== '' && <span>{version.reason}</span>}
    </a>
  );
}

function Shown({ version, html }: { version: VersionView; html: string }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <>
      <Notice tone="info">
        {t('text-pages.versions.shown', {
          no: version.no,
          at: formatDateTime(locale, version.at),
          hash: version.sha256.slice(0, 16),
        })}
      </Notice>
      <DocumentText key={version.no} text={{ html }} />
    </>
  );
}

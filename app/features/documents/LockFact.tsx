import { inLocale } from '../../domain/shared/locale.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Chip } from '../../ui/Chip.tsx';
import type { DocumentHead } from '../../use-cases/documents/document-views.ts';
import styles from './document.module.css';

/** Whether the text is locked, since when and by whom; and for who may, the way to change it. */
export function LockFact({ head: { id, lock, may } }: { head: DocumentHead }) {
  const t = useTranslate();
  const locale = useLocale();
  const act = lock === null ? 'lock' : 'unlock';
  return (
    <>
      {lock !== null && (
        <Chip tone="warn">
          {t('documents.locked', {
            at: formatDateTime(locale, lock.at),
            by: inLocale(lock.by, locale),
          })}
        </Chip>
      )}
      {may.lock && (
        <form method="post" action={`/documents/${id}/${act}`}>
          <button type="submit" className={styles.act} title={t('documents.lock.about')}>
            {t(`documents.${act}`)}
          </button>
        </form>
      )}
    </>
  );
}

import { inLocale } from '../../domain/shared/locale.ts';
import type { RefusalCode } from '../../domain/shared/refusal-code.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import type { PastDocument, WritingSpell } from '../../use-cases/documents/history-views.ts';
import { DocumentText } from './DocumentText.tsx';
import styles from './HistoryScreen.module.css';

type Props = PastDocument & {
  /** Whether a moment was asked for. */
  isAsked: boolean;
  refusal: RefusalCode | null;
};

/** How a text came about, and what it said at a moment. Links and a form; no script is needed. */
export function HistoryScreen({ document, spells, past, isAsked, refusal }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <>
      <RecordHeader
        crumbsLabel={t('shell.breadcrumb')}
        crumbs={[{ to: `/documents/${document.id}`, label: document.title }]}
        title={t('documents.history')}
        summary={t('text-pages.history.lead')}
        actions={<ButtonLink to={`/documents/${document.id}`}>{t('documents.read')}</ButtonLink>}
      />
      <div className={styles.columns}>
        <div className={styles.moments}>
          <form method="get" className={styles.form}>
            <Field label={t('text-pages.history.at')}>
              {(control) => <input {...control} type="datetime-local" name="at" required />}
            </Field>
            <Button type="submit">{t('text-pages.history.show')}</Button>
          </form>
          {refusal !== null && <Notice tone="danger">{t(`refusals.${refusal}`)}</Notice>}
          <ol className={styles.spells} aria-label={t('text-pages.history.spells')}>
            {spells.map((spell) => (
              <li key={spell.lastSeq}>
                <Spell spell={spell} isShown={spell.lastSeq === past?.revision} />
              </li>
            ))}
          </ol>
        </div>
        <div className={styles.text}>
          {past !== null && (
            <>
              <Notice tone="info">
                {t('text-pages.history.past', {
                  revision: past.revision,
                  at: formatDateTime(locale, past.at),
                })}
              </Notice>
              <DocumentText key={past.revision} text={{ html: past.html }} />
            </>
          )}
          {isAsked && past === null && (
            <Notice tone="warn">{t('text-pages.history.nothing')}</Notice>
          )}
        </div>
      </div>
    </>
  );
}

function Spell({ spell, isShown }: { spell: WritingSpell; isShown: boolean }) {
  const t = useTranslate();
  const locale = useLocale();
  const { personName, until, lastSeq } = spell;
  return (
    <a href={`?revision=${lastSeq}`} aria-current={isShown ? 'true' : undefined}>
      <time dateTime={until}>{formatDateTime(locale, until)}</time>
      <b>{inLocale(personName, locale)}</b>
      <span>{t('documents.revision', { revision: lastSeq })}</span>
    </a>
  );
}

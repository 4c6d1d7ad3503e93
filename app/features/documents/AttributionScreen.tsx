import { OBJECT_CHARACTER } from '../../domain/documents/document-tree.ts';
import { QUOTE_CHARACTERS_MAX } from '../../domain/review/thread.ts';
import { inLocale } from '../../domain/shared/locale.ts';
import type { RefusalCode } from '../../domain/shared/refusal-code.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import type { AttributedSegment } from '../../use-cases/documents/history-views.ts';
import styles from './AttributionScreen.module.css';

type Props = {
  document: { id: string; title: string };
  /** The words that were asked about; null before the first question. */
  quote: string | null;
  segments: readonly AttributedSegment[];
  refusal: RefusalCode | null;
};

/** Who wrote a passage, and when. A form and its answer; no script is needed. */
export function AttributionScreen({ document, quote, segments, refusal }: Props) {
  const t = useTranslate();
  return (
    <>
      <RecordHeader
        crumbsLabel={t('shell.breadcrumb')}
        crumbs={[{ to: `/documents/${document.id}`, label: document.title }]}
        title={t('documents.attribution')}
      />
      <div className={styles.page}>
        <form method="get" className={styles.form}>
          <Field label={t('text-pages.attribution.words')}>
            {(control) => (
              <textarea
                {...control}
                name="quote"
                rows={3}
                required
                maxLength={QUOTE_CHARACTERS_MAX}
                defaultValue={quote ?? ''}
              />
            )}
          </Field>
          <div>
            <Button type="submit" look="primary">
              {t('text-pages.attribution.ask')}
            </Button>
          </div>
        </form>
        {refusal !== null && <Notice tone="danger">{t(`refusals.${refusal}`)}</Notice>}
        {segments.length > 0 && (
          <ol className={styles.segments} aria-label={t('documents.attribution')}>
            {segments.map((segment, index) => (
              <li key={`${segment.seq}-${index}`}>
                <Segment segment={segment} />
              </li>
            ))}
          </ol>
        )}
      </div>
    </>
  );
}

function Segment({ segment }: { segment: AttributedSegment }) {
  const t = useTranslate();
  const locale = useLocale();
  const { text, personName, suggestedBy, fromTemplate, at, seq } = segment;
  return (
    <>
      <blockquote>{text.replaceAll(OBJECT_CHARACTER, '□')}</blockquote>
      <p>
        <b>{inLocale(personName, locale)}</b>{' '}
        <time dateTime={at}>{formatDateTime(locale, at)}</time>{' '}
        {t('documents.revision', { revision: seq })}
      </p>
      {fromTemplate && <p>{t('text-pages.attribution.template')}</p>}
      {suggestedBy !== null && (
        <p>{t('text-pages.attribution.suggested', { by: inLocale(suggestedBy, locale) })}</p>
      )}
    </>
  );
}

import { forwardRef, memo } from 'react';
import '../../editor/document-text.css';
import { useTranslate } from '../../i18n/translate.tsx';
import './reading.css';
import { textOf, type PageText } from './page-text.ts';

/** The reading form of a document. It is drawn on the server and left alone in the browser. */
export const DocumentText = memo(
  forwardRef<HTMLElement, { text: PageText }>(function DocumentText({ text }, article) {
    const t = useTranslate();
    return (
      <article
        ref={article}
        id="text"
        className="doc doc-body reading"
        aria-label={t('documents.text')}
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: textOf(text) }}
      />
    );
  }),
);

import { useCallback, useEffect, useRef } from 'react';
import { useTranslate } from '../../i18n/translate.tsx';
import type { DocumentPage } from '../../use-cases/documents/document-views.ts';
import { showPassage } from '../review/go-to-comment.ts';
import { ReviewPanel } from '../review/ReviewPanel.tsx';
import styles from './document.module.css';
import { CommentOnSelection } from './CommentOnSelection.tsx';
import { DocumentHeader } from './DocumentHeader.tsx';
import { DocumentOutline } from './DocumentOutline.tsx';
import { DocumentText } from './DocumentText.tsx';
import type { PageText } from './page-text.ts';
import { useCommentMarks } from './use-comment-marks.ts';
import { usePresent } from './use-present.ts';
import { useReviewState } from './use-review-state.ts';

export type ReadingView = Omit<DocumentPage, 'html' | 'editing'> & { text: PageText };

type Props = {
  page: ReadingView;
  /** Name of the reader's organisation; null for who may not comment. */
  organisation: string | null;
};

/** A document to read and comment on. Nothing here can change its text. */
export function ReadingScreen({ page, organisation }: Props) {
  const t = useTranslate();
  const article = useRef<HTMLElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const { id } = page.head;
  const { view, refresh } = usePresent(`/documents/${id}/present.json?with=text`, page);
  const { cards, outline, head, text } = view;

  const onMove = useCallback((number: number) => showPassage(article.current, number), []);
  const { active, setActive, draft, setDraft, openDraft, onChanged } = useReviewState({
    cards,
    refresh,
    onMove,
    article: organisation === null ? null : article,
  });
  useCommentMarks(article, { text, active, onSelect: setActive });
  useEffect(() => {
    // Should the browser have to draw the whole page anew, it has no text to draw.
    if ('key' in text && article.current?.childNodes.length === 0) void refresh();
  }, [text, refresh]);

  return (
    <>
      <DocumentHeader
        head={head}
        mode="read"
        openComments={cards.filter(({ state }) => state === 'OPEN').length}
        onComment={openDraft}
      />
      <div className={styles.columns}>
        <nav className={styles.outlineColumn} aria-label={t('documents.outline')}>
          <DocumentOutline lines={outline} />
        </nav>
        <div className={styles.textColumn} ref={box}>
          <details className={styles.outlineFold}>
            <summary>{t('documents.outline')}</summary>
            <DocumentOutline lines={outline} />
          </details>
          <DocumentText ref={article} text={text} />
          {organisation !== null && (
            <CommentOnSelection article={article} box={box} onComment={setDraft} />
          )}
        </div>
        <ReviewPanel
          documentId={id}
          keys={organisation === null ? 'move' : 'move-and-comment'}
          cards={cards}
          organisation={organisation}
          backTo={`/documents/${id}`}
          active={active}
          draft={draft}
          onSelect={setActive}
          onDraftEnd={() => setDraft(null)}
          onChanged={(number) => void onChanged(number)}
        />
      </div>
    </>
  );
}

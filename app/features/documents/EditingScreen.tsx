import { useCallback, useState } from 'react';
import { OBJECT_CHARACTER } from '../../domain/documents/document-tree.ts';
import type { QuoteAnchor } from '../../domain/review/thread.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import type { DocumentEditing, DocumentPage } from '../../use-cases/documents/document-views.ts';
import { ReviewPanel } from '../review/ReviewPanel.tsx';
import styles from './document.module.css';
import { DocumentHeader } from './DocumentHeader.tsx';
import { DocumentOutline } from './DocumentOutline.tsx';
import { LiveText } from './LiveText.tsx';
import type { PageText } from './page-text.ts';
import { useFreshness, usePresent } from './use-present.ts';
import { useReviewState } from './use-review-state.ts';

export type EditingView = Omit<DocumentPage, 'html' | 'editing'> & {
  text: PageText;
  editing: DocumentEditing;
};

type Props = {
  page: EditingView;
  organisation: string | null;
  person: { id: string; name: string; color: string };
};

/** A document to write. Its text can be read until the editor has come, and stays where it is. */
export function EditingScreen({ page, organisation, person }: Props) {
  const t = useTranslate();
  const { id } = page.head;
  const { view, refresh } = usePresent(`/documents/${id}/present.json`, page);
  useFreshness(refresh);
  const { cards, head, editing } = view;
  const { active, setActive, draft, setDraft, onChanged } = useReviewState({
    cards,
    refresh,
    onMove: ignore,
    article: null,
  });

  const onThreadSelected = useCallback(
    (threadId: string) => {
      const card = cards.find((one) => one.id === threadId);
      if (card === undefined) return;
      setActive(card.number);
      document.getElementById(`thread-${card.number}`)?.scrollIntoView({ block: 'nearest' });
    },
    [cards, setActive],
  );
  const onCommentRequested = useCallback(
    (anchor: QuoteAnchor) => setDraft({ ...anchor, quote: withoutObjects(anchor.quote) }),
    [setDraft],
  );
  const [isReady, setReady] = useState(false);
  const onReady = useCallback(() => setReady(true), []);
  const [outline, setOutline] = useState<HTMLElement | null>(null);
  return (
    <>
      <DocumentHeader
        head={head}
        mode="edit"
        openComments={cards.filter(({ state }) => state === 'OPEN').length}
      />
      <div className={styles.columns}>
        <nav className={styles.outlineColumn} aria-label={t('documents.outline')}>
          {!isReady && <DocumentOutline lines={page.outline} />}
          <div ref={setOutline} hidden={!isReady} />
        </nav>
        <LiveText
          text={page.text}
          isReady={isReady}
          editor={{
            documentId: id,
            sessionPath: `/api/v1/documents/${id}/session`,
            person,
            ...editing,
            activeThreadId: cards.find(({ number }) => number === active)?.id ?? null,
            onThreadSelected,
            onCommentRequested,
            outlineContainer: outline,
            onShown: onReady,
          }}
        />
        <ReviewPanel
          documentId={id}
          keys="move"
          cards={cards}
          organisation={organisation}
          backTo={`/documents/${id}/edit`}
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

/** Footnotes and register values have no characters of their own in a quote. */
function withoutObjects(quote: string): string {
  return quote.replaceAll(OBJECT_CHARACTER, '');
}

/** The editor itself brings the words of the active comment into view. */
function ignore(): void {
  return undefined;
}

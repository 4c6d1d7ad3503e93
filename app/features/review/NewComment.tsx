import { useEffect, useRef, type KeyboardEvent } from 'react';
import { THREAD_TYPES, type QuoteAnchor } from '../../domain/review/thread.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { commentFields, commentOf } from './comment-of.ts';
import { CommentFields } from './CommentFields.tsx';
import { PostNotice } from './PostNotice.tsx';
import styles from './review.module.css';
import { useReviewForm } from './use-review-form.ts';

/** What is being commented: words chosen in the text, or none yet. */
export type Draft = QuoteAnchor | 'no-words';

type Props = {
  documentId: string;
  /** Name of the commenter's organisation, for the private lane. */
  organisation: string;
  draft: Draft | null;
  onClose: () => void;
  onSent: (number: number) => void;
};

/**
 * The form for a new comment. Without scripts it unfolds and asks for the words; with them it comes
 * up filled when words are selected. Closing it keeps what was typed.
 */
export function NewComment({ documentId, organisation, draft, onClose, onSent }: Props) {
  const t = useTranslate();
  const box = useRef<HTMLDetailsElement>(null);
  const chosen = draft === 'no-words' ? null : draft;
  const { form, isSending, refusal } = useReviewForm({
    path: `/documents/${documentId}/threads`,
    bodyOf: (form) => {
      const fields = commentFields(form);
      const { anchor, ...comment } = commentOf(fields);
      return { type: fields.type, ...anchor, ...comment };
    },
    onDone: ({ number }) => {
      fold();
      onSent(number);
    },
  });

  useEffect(() => {
    if (draft === null || box.current === null) return;
    box.current.open = true;
    const wanted = draft === 'no-words' ? 'quote' : 'body';
    box.current.querySelector<HTMLElement>(`[name="${wanted}"]`)?.focus();
  }, [draft]);

  function fold() {
    if (box.current !== null) box.current.open = false;
    onClose();
  }
  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) fold();
    else form.onKeyDown(event);
  }
  return (
    <details ref={box} className={styles.new} data-chosen={chosen !== null || undefined}>
      <summary>{t('review.new.open')}</summary>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys that only repeat what its buttons do */}
      <form {...form} onKeyDown={onKeyDown} id="new-comment" aria-label={t('review.new.title')}>
        <PostNotice refusal={refusal} />
        <CommentFields anchor={chosen} organisation={organisation} types={THREAD_TYPES} />
        <div className={styles.acts}>
          <Button type="submit" look="primary" disabled={isSending}>
            {t(isSending ? 'review.new.sending' : 'review.new.send')}
          </Button>
          {draft !== null && (
            <>
              <Button look="quiet" onClick={fold}>
                {t('shell.cancel')}
              </Button>
              <span className={styles.keys}>{t('review.new.send.keys')}</span>
            </>
          )}
        </div>
      </form>
    </details>
  );
}

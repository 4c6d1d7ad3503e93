import { useEffect, useState, type RefObject } from 'react';
import type { QuoteAnchor } from '../../domain/review/thread.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './document.module.css';
import { selectedQuote } from './selected-quote.ts';

type Props = {
  article: RefObject<HTMLElement>;
  /** The positioned box that the button floats in. */
  box: RefObject<HTMLElement>;
  onComment: (anchor: QuoteAnchor) => void;
};
type Place = { left: number; top: number };

/** A button at the end of the selected words that opens a comment on them. */
export function CommentOnSelection({ article, box, onComment }: Props) {
  const t = useTranslate();
  const [place, setPlace] = useState<Place | null>(null);

  useEffect(() => {
    let timer = 0;
    const follow = () => {
      clearTimeout(timer);
      // Not under a moving pointer, where it would end the selecting.
      timer = window.setTimeout(() => setPlace(placeOf(article.current, box.current)), SETTLE_MS);
    };
    document.addEventListener('selectionchange', follow);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', follow);
    };
  }, [article, box]);

  if (place === null) return null;
  return (
    <button
      type="button"
      className={styles.floating}
      style={place}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => {
        const chosen = article.current && selectedQuote(article.current);
        if (chosen) onComment(chosen.anchor);
        setPlace(null);
      }}
    >
      <Icon name="comment" />
      {t('review.new.floating')}
      <kbd aria-hidden="true">{SHORTCUT}</kbd>
    </button>
  );
}

function placeOf(article: HTMLElement | null, box: HTMLElement | null): Place | null {
  const chosen = article && selectedQuote(article);
  if (!chosen || box === null) return null;
  const rects = chosen.range.getClientRects();
  const last = rects[rects.length - 1];
  if (last === undefined) return null;
  const origin = box.getBoundingClientRect();
  return {
    left: Math.max(0, Math.min(last.right - origin.left, origin.width - BUTTON_SPACE)),
    top: last.bottom - origin.top + 6,
  };
}

const SETTLE_MS = 150;
const BUTTON_SPACE = 140;
const SHORTCUT = 'C';

import { useEffect, type RefObject } from 'react';
import { commentAt, goToCard, markActive } from '../review/go-to-comment.ts';
import type { PageText } from './page-text.ts';

type Marks = { text: PageText; active: number | null; onSelect: (number: number) => void };

/** Ties the marked words of the text to the cards of their comments. */
export function useCommentMarks(
  article: RefObject<HTMLElement>,
  { text, active, onSelect }: Marks,
): void {
  useEffect(() => {
    markActive(article.current, active);
  }, [article, text, active]);

  useEffect(() => {
    const element = article.current;
    function onClick(event: MouseEvent) {
      const number = commentAt(event.target);
      const isSelecting = getSelection()?.isCollapsed === false;
      // A link inside commented words still leads where it says.
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (number === null || isSelecting || link?.classList.contains('doc-link') === true) return;
      event.preventDefault();
      onSelect(number);
      goToCard(number);
    }
    element?.addEventListener('click', onClick);
    return () => element?.removeEventListener('click', onClick);
  }, [article, text, onSelect]);
}

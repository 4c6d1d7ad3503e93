import { useCallback, useEffect, useMemo, useState, type RefObject } from 'react';
import type { ReviewCard } from '../../use-cases/review/review-card-views.ts';
import { goToCard } from '../review/go-to-comment.ts';
import type { Draft } from '../review/NewComment.tsx';
import { useSingleKeys } from '../review/use-single-keys.ts';
import { selectedQuote } from './selected-quote.ts';

type Question = {
  cards: readonly ReviewCard[];
  refresh: () => Promise<void>;
  /** Brings the words of a comment into view. */
  onMove: (number: number) => void;
  /** The text in which words are chosen for a comment by the key C; null where that key is not. */
  article: RefObject<HTMLElement> | null;
};

/** Which comment is looked at and which one is being written; J and K move, C comments. */
export function useReviewState({ cards, refresh, onMove, article }: Question) {
  const [active, setActive] = useState<number | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);

  useEffect(() => {
    const named = /^#(?:thread|passage)-(\d+)$/.exec(window.location.hash)?.[1];
    if (named !== undefined) setActive(Number(named));
  }, []);

  const openDraft = useCallback(() => {
    const chosen = article?.current && selectedQuote(article.current);
    setDraft(chosen ? chosen.anchor : 'no-words');
  }, [article]);

  const keys = useMemo(() => {
    const move = (step: 1 | -1) => {
      const at = cards.findIndex(({ number }) => number === active);
      const next = cards[at === -1 ? (step === 1 ? 0 : cards.length - 1) : at + step];
      if (next === undefined) return;
      setActive(next.number);
      onMove(next.number);
      goToCard(next.number);
    };
    return {
      j: () => move(1),
      k: () => move(-1),
      ...(article !== null && { c: openDraft }),
    };
  }, [cards, active, onMove, article, openDraft]);
  useSingleKeys(keys);

  /** The thread changed: shows it as it is now and goes there. */
  const onChanged = useCallback(
    async (number: number) => {
      await refresh();
      setActive(number);
      requestAnimationFrame(() => goToCard(number));
    },
    [refresh],
  );
  return { active, setActive, draft, setDraft, openDraft, onChanged };
}

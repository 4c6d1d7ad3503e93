import {
  leafBlocks,
  leafText,
  OBJECT_CHARACTER,
  type DocumentTree,
} from '../../domain/documents/document-tree.ts';
import { locateQuote } from '../../domain/review/locate-quote.ts';
import type { ThreadPlace } from '../../domain/review/thread.ts';
import { wordingDiff } from '../../domain/review/wording-diff.ts';
import type { ReviewCard } from './review-card-views.ts';
import type { ThreadView } from './thread-views.ts';

/** The threads as cards in the order of the text; those whose text is gone come last. */
export function reviewCards(threads: readonly ThreadView[]): ReviewCard[] {
  return [...threads].sort(inTextOrder).map((thread) => {
    const { prefix: _prefix, suffix: _suffix, range: _range, place, ...shown } = thread;
    const { suggestedText } = thread;
    const quote = thread.quote.replaceAll(OBJECT_CHARACTER, '');
    return {
      ...shown,
      quote,
      standing: place.found ? 'in-text' : 'gone',
      wording: suggestedText === null ? null : wordingDiff(quote, suggestedText),
    };
  });
}

/**
 * An accepted suggestion took the place of its quote, so its thread stands where the suggested
 * words stand now.
 */
export function withAcceptedPlaces(
  threads: readonly ThreadView[],
  tree: DocumentTree,
): ThreadView[] {
  const texts = leafBlocks(tree).map(({ inlines }) => leafText(inlines));
  return threads.map((thread) => {
    if (thread.state !== 'ACCEPTED' || thread.suggestedText === null) return thread;
    const { prefix, suffix } = thread;
    const words = locateQuote(texts, { quote: thread.suggestedText, prefix, suffix });
    return words === null ? thread : { ...thread, place: { found: true, ...words } };
  });
}

function inTextOrder(left: ThreadView, right: ThreadView): number {
  const [leafOrder, offsetOrder] = compared(left.place, right.place);
  return leafOrder || offsetOrder || left.number - right.number;
}

function compared(left: ThreadPlace, right: ThreadPlace): [number, number] {
  if (!left.found || !right.found) return [Number(!left.found) - Number(!right.found), 0];
  return [left.start.leaf - right.start.leaf, left.start.offset - right.start.offset];
}

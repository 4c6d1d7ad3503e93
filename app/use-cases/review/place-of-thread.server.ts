import type * as Y from 'yjs';
import { leafTextsOf, placeOfRange } from '../../editor/content/y-leaves.ts';
import { locateQuote } from '../../domain/review/locate-quote.ts';
import type { QuoteAnchor, ThreadPlace } from '../../domain/review/thread.ts';

type Anchored = QuoteAnchor & { rangeStart: Uint8Array; rangeEnd: Uint8Array };

/**
 * Where a thread's text stands: by its relative positions while they still hold the words that
 * were commented; else by the words with their surroundings, because some structural edits
 * re-create the text; else wherever the positions point, if anything is left there.
 */
export function placeOfThread(doc: Y.Doc, thread: Anchored): ThreadPlace {
  const texts = leafTextsOf(doc);
  const byRange = placeOfRange(doc, { start: thread.rangeStart, end: thread.rangeEnd });
  if (byRange.found && sameWords(textAt(texts, byRange), thread.quote)) return byRange;
  const byWords = locateQuote(texts, thread);
  return byWords === null ? byRange : { found: true, ...byWords };
}

/** The characters between two points, leaves joined by a line break. */
export function textAt(
  leafTexts: readonly string[],
  place: Extract<ThreadPlace, { found: true }>,
): string {
  const { start, end } = place;
  return leafTexts
    .slice(start.leaf, end.leaf + 1)
    .map((text, index) =>
      text.slice(
        index === 0 ? start.offset : 0,
        index === end.leaf - start.leaf ? end.offset : undefined,
      ),
    )
    .join('\n');
}

export function sameWords(left: string, right: string): boolean {
  return left.replace(IGNORED, '') === right.replace(IGNORED, '');
}

const IGNORED = /[\s\u200B\uFEFF\uFFFC]/g;

import type * as Y from 'yjs';
import { leafTextsOf, placeOfRange } from '../../editor/content/y-leaves.ts';
import { OBJECT_CHARACTER } from '../../domain/documents/document-tree.ts';
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

/**
 * Whether `text`, taken from leaves, says what was quoted. A footnote or a register value is one
 * stand-in character in it, and in the quote whatever the commenter saw there.
 */
export function sameWords(text: string, quote: string): boolean {
  const [first = '', ...rest] = text.replace(IGNORED, '').split(OBJECT_CHARACTER);
  const quoted = quote.replace(IGNORED, '').replaceAll(OBJECT_CHARACTER, '');
  const last = rest.pop();
  if (last === undefined) return first === quoted;
  if (!quoted.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = quoted.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return quoted.length - last.length >= at && quoted.endsWith(last);
}

const IGNORED = /[\s\u200B\uFEFF]/g;

/**
 * Finds the place of a quote in the present text by its words: exact first, the surrounding text
 * deciding between several places. White space compares loosely, because a browser's selection
 * and a document's blocks write it differently.
 */
import type { QuoteAnchor, TextPoint } from './thread.ts';

type Place = { start: TextPoint; end: TextPoint };

/** @param leaves text of every leaf block in reading order. @returns null when the words are gone. */
export function locateQuote(leaves: readonly string[], anchor: QuoteAnchor): Place | null {
  const text = squeeze(leaves);
  const quote = squeezeText(anchor.quote);
  if (quote === '') return null;
  const prefix = squeezeText(anchor.prefix);
  const suffix = squeezeText(anchor.suffix);

  let best: { at: number; score: number } | null = null;
  for (
    let at = text.characters.indexOf(quote);
    at !== -1;
    at = text.characters.indexOf(quote, at + 1)
  ) {
    const score =
      sharedEnd(text.characters.slice(0, at), prefix) +
      sharedStart(text.characters.slice(at + quote.length), suffix);
    if (best === null || score > best.score) best = { at, score };
  }
  if (best === null) return null;
  const first = text.points[best.at];
  const last = text.points[best.at + quote.length - 1];
  if (first === undefined || last === undefined) return null;
  return { start: first, end: { leaf: last.leaf, offset: last.offset + 1 } };
}

/** All characters that are not white space, each with the point before it. */
function squeeze(leaves: readonly string[]): { characters: string; points: TextPoint[] } {
  const points: TextPoint[] = [];
  let characters = '';
  leaves.forEach((leafText, leaf) => {
    for (let offset = 0; offset < leafText.length; offset += 1) {
      const character = leafText.charAt(offset);
      if (IGNORED.test(character)) continue;
      characters += character;
      points.push({ leaf, offset });
    }
  });
  return { characters, points };
}

function squeezeText(text: string): string {
  return [...text].filter((character) => !IGNORED.test(character)).join('');
}

function sharedStart(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    if (left.charAt(index) !== right.charAt(index)) return index;
  }
  return length;
}

function sharedEnd(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 1; index <= length; index += 1) {
    if (left.charAt(left.length - index) !== right.charAt(right.length - index)) return index - 1;
  }
  return length;
}

/** White space, zero-width characters and the stand-in for footnotes and fields. */
const IGNORED = /[\s\u200B\uFEFF\uFFFC]/;

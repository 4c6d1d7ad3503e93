/**
 * The text of one block as a plain field shows it, and back. What has no characters of its own, a
 * footnote or a register value, stands in it as a numbered mark that must stay where it is.
 */
import { OBJECT_CHARACTER } from './document-tree.ts';

/** Longer than any paragraph; what is longer belongs into the editor. */
export const BLOCK_CHARACTERS_MAX = 50_000;

/** @param text characters of a leaf, as `leafText` gives them. */
export function blockWording(text: string): string {
  let number = 0;
  return text.replaceAll(OBJECT_CHARACTER, () => `⟦${(number += 1)}⟧`);
}

/** @returns the characters of the leaf, or null when a mark is missing, new or has moved. */
export function leafTextOfWording(wording: string, before: string): string | null {
  const marks = [...wording.matchAll(MARK)].map(([mark]) => mark);
  const wanted = [...blockWording(before).matchAll(MARK)].map(([mark]) => mark);
  const isSame = marks.length === wanted.length && marks.every((mark, at) => mark === wanted[at]);
  return isSame ? withoutCarriageReturns(wording).replace(MARK, OBJECT_CHARACTER) : null;
}

/** Where `after` differs from `before`, from the end to the start, objects untouched. */
export type Stretch = { start: number; end: number; newText: string };

export function changedStretches(before: string, after: string): Stretch[] {
  const olds = before.split(OBJECT_CHARACTER);
  const news = after.split(OBJECT_CHARACTER);
  const stretches: Stretch[] = [];
  let offset = 0;
  olds.forEach((old, at) => {
    const stretch = changedStretch(old, news[at] ?? '');
    if (stretch !== null) {
      const { start, end, newText } = stretch;
      stretches.unshift({ start: offset + start, end: offset + end, newText });
    }
    offset += old.length + OBJECT_CHARACTER.length;
  });
  return stretches;
}

function changedStretch(before: string, after: string): Stretch | null {
  if (before === after) return null;
  // Whole characters: a pair of surrogates is never cut.
  const old = [...before];
  const now = [...after];
  const shorter = Math.min(old.length, now.length);
  let same = 0;
  while (same < shorter && old[same] === now[same]) same += 1;
  let tail = 0;
  while (tail < shorter - same && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const start = old.slice(0, same).join('').length;
  const removed = old.slice(same, old.length - tail).join('');
  return {
    start,
    end: start + removed.length,
    newText: now.slice(same, now.length - tail).join(''),
  };
}

/** Forms send line breaks as CR LF, whatever was in the field. */
export function withoutCarriageReturns(wording: string): string {
  return wording.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
}

const MARK = /⟦\d+⟧/g;

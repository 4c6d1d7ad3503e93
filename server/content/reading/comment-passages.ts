import type { TextPoint } from '#app/domain/review/thread.ts';
import { attributes, escapeHtml } from './escape-html.ts';

/** A commented passage as the reader sees it: marked words, then a numbered link to the comment. */
export type CommentPassage = {
  number: number;
  state: 'open' | 'settled';
  start: TextPoint;
  end: TextPoint;
  /** What a person who listens hears for the link: `Comment 12, open, by …`. */
  label: string;
};

/** The part of a passage that lies in one leaf. */
export type LeafPassage = { passage: CommentPassage; from: number; to: number; endsHere: boolean };

/** The passages that touch leaf `leaf`, whose text has `length` characters. */
export function passagesInLeaf(
  passages: readonly CommentPassage[],
  leaf: number,
  length: number,
): LeafPassage[] {
  return passages
    .filter(({ start, end }) => start.leaf <= leaf && leaf <= end.leaf)
    .map((passage) => ({
      passage,
      from: passage.start.leaf === leaf ? Math.min(passage.start.offset, length) : 0,
      to: passage.end.leaf === leaf ? Math.min(passage.end.offset, length) : length,
      endsHere: passage.end.leaf === leaf,
    }));
}

/** Puts `html`, which stands for the characters `from` to `to`, inside a mark of each passage. */
export function markPassages(
  html: string,
  covered: readonly LeafPassage[],
  { from, to }: { from: number; to: number },
): string {
  if (html === '') return '';
  return covered
    .filter((one) => one.from <= from && to <= one.to && from < to)
    .reduceRight((inner, { passage }) => {
      const names = attributes({ 'data-comment': passage.number, 'data-state': passage.state });
      return `<mark${names}>${inner}</mark>`;
    }, html);
}

export function passageLink({ number, state, label }: CommentPassage): string {
  const link = attributes({
    href: `#thread-${number}`,
    id: `passage-${number}`,
    'data-comment': number,
    'data-state': state,
    'aria-label': label,
  });
  const shown = `<a${link}>${escapeHtml(String(number))}</a>`;
  return `<sup class="doc-comment" data-aside>${WORD_JOINER}${shown}</sup>`;
}

/** Keeps the number on the line of its words. */
const WORD_JOINER = '\u2060';

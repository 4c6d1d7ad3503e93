import {
  ANCHOR_CONTEXT_CHARACTERS,
  QUOTE_CHARACTERS_MAX,
  type QuoteAnchor,
} from '../../domain/review/thread.ts';

/** The words of the document that are selected in the page, or null where there are none. */
export function selectedQuote(article: HTMLElement): { anchor: QuoteAnchor; range: Range } | null {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!article.contains(range.commonAncestorContainer)) return null;
  const quote = wordsIn(range).trim();
  if (quote === '' || quote.length > QUOTE_CHARACTERS_MAX) return null;
  const before = document.createRange();
  before.setStart(article, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const after = document.createRange();
  after.setStart(range.endContainer, range.endOffset);
  after.setEnd(article, article.childNodes.length);
  return {
    anchor: {
      quote,
      prefix: wordsIn(before).slice(-ANCHOR_CONTEXT_CHARACTERS),
      suffix: wordsIn(after).slice(0, ANCHOR_CONTEXT_CHARACTERS),
    },
    range: range.cloneRange(),
  };
}

/** The words as they are read, without labels, comment numbers and footnote marks. */
function wordsIn(range: Range): string {
  const copy = range.cloneContents();
  copy.querySelectorAll('[data-aside]:not(.doc-field)').forEach((aside) => aside.remove());
  copy.querySelectorAll('br').forEach((lineBreak) => lineBreak.replaceWith('\n'));
  // A selection inside one leaf copies no leaf, only its words.
  const leaves = copy.querySelectorAll('[data-leaf]');
  leaves.forEach((leaf) => leaf.append('\n'));
  return copy.textContent.replace(/\n+$/, '');
}

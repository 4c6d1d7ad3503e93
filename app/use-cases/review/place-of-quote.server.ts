import type * as Y from 'yjs';
import { leafTextsOf } from '../../editor/content/y-leaves.ts';
import { leafBlocks, type DocumentTree } from '../../domain/documents/document-tree.ts';
import { shownText } from '../../domain/documents/shown-text.ts';
import type { RegisterValues } from '../../domain/documents/template.ts';
import { locateQuote } from '../../domain/review/locate-quote.ts';
import type { QuoteAnchor } from '../../domain/review/thread.ts';

/** Where the quote stands. It may hold register values, as readers see them, or leave them out. */
export function placeOfQuote(
  { doc, tree }: { doc: Y.Doc; tree: DocumentTree },
  anchor: QuoteAnchor,
  values: RegisterValues,
) {
  return locateQuote(leafTextsOf(doc), anchor) ?? locateShownQuote(tree, anchor, values);
}

function locateShownQuote(tree: DocumentTree, anchor: QuoteAnchor, values: RegisterValues) {
  const leaves = leafBlocks(tree).map(({ inlines }) => shownText(inlines, values));
  const texts = leaves.map(({ text }) => text);
  const place = locateQuote(texts, anchor);
  if (place === null) return null;
  const { start, end } = place;
  const first = leaves[start.leaf]?.offsets[start.offset];
  const last = leaves[end.leaf]?.offsets[end.offset - 1];
  if (first === undefined || last === undefined) return null;
  return {
    start: { leaf: start.leaf, offset: first },
    end: { leaf: end.leaf, offset: last + 1 },
  };
}

/**
 * The leaf blocks of the co-edited document in reading order, with the same characters that
 * `leafBlocks` and `leafText` of the tree give, and where in Yjs each character lives.
 */
import * as Y from 'yjs';
import { OBJECT_CHARACTER } from '#app/domain/documents/document-tree.ts';
import type { TextPoint } from '#app/domain/review/thread.ts';
import { contentOutline, unknownText } from './content-outline.ts';
import type { OutlineBlock, OutlineInline, OutlineLeaf, OutlineList } from './content-outline.ts';
import { contentRoot, textPieces, Y_READER } from './y-content.ts';
import type { TextPiece, YNode } from './y-content.ts';

export type YLeaf = { block: YNode | null; text: string; segments: YSegment[] };

/** A stretch of a leaf's characters that lies together in Yjs. */
export type YSegment = {
  /** Offset in the leaf's text. */
  start: number;
  length: number;
  source:
    | { kind: 'text'; text: Y.XmlText; piece: TextPiece }
    /** One node that stands for its characters: a line break, a footnote, a field. */
    | { kind: 'element'; element: Y.XmlElement };
};

export type YLeaves = {
  leaves: YLeaf[];
  /** Where each inline node begins and ends, empty ones too. */
  extents: Map<YNode, { start: TextPoint; end: TextPoint }>;
};

/** Walked once per state of the document: placing fifty threads asks a hundred times. */
export function yLeaves(doc: Y.Doc): YLeaves {
  const isChanging = doc._transaction !== null;
  const known = isChanging ? undefined : walks.get(doc);
  if (known !== undefined) return known;
  const walk = walkLeaves(doc);
  if (!isChanging) {
    walks.set(doc, walk);
    doc.once('beforeTransaction', () => walks.delete(doc));
  }
  return walk;
}

const walks = new WeakMap<Y.Doc, YLeaves>();

function walkLeaves(doc: Y.Doc): YLeaves {
  const roots = contentRoot(doc);
  const outline = contentOutline(Y_READER.childrenOf(roots), Y_READER);
  const extents: YLeaves['extents'] = new Map();
  const leaves = outline.flatMap(outlineLeaves).map((leaf, index) => {
    const yLeaf: YLeaf = { block: leaf.block, text: '', segments: [] };
    addInlines(leaf.inlines, { leaf: yLeaf, index, extents });
    return yLeaf;
  });
  return { leaves, extents };
}

function outlineLeaves(block: OutlineBlock<YNode>): OutlineLeaf<YNode>[] {
  switch (block.kind) {
    case 'leaf':
      return [block];
    case 'list':
      return listLeaves(block);
    case 'table':
      return block.rows.flatMap((row) =>
        row.cells.flatMap((cell) => cell.blocks.flatMap(outlineLeaves)),
      );
    case 'object':
      return [];
  }
}

function listLeaves(list: OutlineList<YNode>): OutlineLeaf<YNode>[] {
  return list.items.flatMap((item) => [item, ...item.nested.flatMap(listLeaves)]);
}

type Filling = { leaf: YLeaf; index: number; extents: YLeaves['extents'] };

function addInlines(inlines: readonly OutlineInline<YNode>[], filling: Filling): void {
  const { leaf, index, extents } = filling;
  for (const inline of inlines) {
    const start = { leaf: index, offset: leaf.text.length };
    if (inline.kind === 'link') addInlines(inline.inlines, filling);
    else addAtom(inline.node, leaf);
    extents.set(inline.node, { start, end: { leaf: index, offset: leaf.text.length } });
  }
}

function addAtom(node: YNode, leaf: YLeaf): void {
  if (node instanceof Y.XmlText) {
    for (const piece of textPieces(node)) {
      append(leaf, piece.text, { kind: 'text', text: node, piece });
    }
  } else {
    append(leaf, elementText(node), { kind: 'element', element: node });
  }
}

function append(leaf: YLeaf, text: string, source: YSegment['source']): void {
  if (text === '') return;
  leaf.segments.push({ start: leaf.text.length, length: text.length, source });
  leaf.text += text;
}

function elementText(element: Y.XmlElement): string {
  switch (element.nodeName) {
    case 'linebreak':
      return '\n';
    case 'footnote':
    case 'register-field':
      return OBJECT_CHARACTER;
    default:
      return unknownText(element, Y_READER);
  }
}

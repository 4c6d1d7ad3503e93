/**
 * Reads the co-edited document directly: binding V2 keeps each node as a Y.XmlElement named by its
 * type, properties as `__name`, states as `s_key`, and neighbouring text nodes in one Y.XmlText
 * whose formatting is `p: { __format }`. Values equal to the class's default are not written.
 */
import * as Y from 'yjs';
import type { DocumentTree } from '#app/domain/documents/document-tree.ts';
import type { NodeReader, TextRun } from './node-reader.ts';
import { blocksOf } from './outline-to-tree.ts';

export type YNode = Y.XmlElement | Y.XmlText;

/** The root of the content in a document's Y.Doc. */
export function contentRoot(doc: Y.Doc): Y.XmlElement {
  return doc.get('root-v2', Y.XmlElement);
}

export function yToTree(doc: Y.Doc): DocumentTree {
  return { blocks: blocksOf(yChildren(contentRoot(doc)), Y_READER) };
}

export const Y_READER: NodeReader<YNode> = {
  typeOf(node) {
    if (node instanceof Y.XmlText) return 'text';
    // Texts are never elements; an element of that name is some other client's invention.
    return node.nodeName === 'text' || node.nodeName === 'tab' ? '' : node.nodeName;
  },
  childrenOf: (node) => (node instanceof Y.XmlText ? [] : yChildren(node)),
  property(node, name) {
    if (node instanceof Y.XmlText) return undefined;
    const value = attribute(node, `__${name}`);
    return name === 'format' && typeof value === 'number' ? ELEMENT_FORMATS[value] : value;
  },
  state: (node, key) => (node instanceof Y.XmlText ? undefined : attribute(node, `s_${key}`)),
  runsOf(node) {
    if (!(node instanceof Y.XmlText)) return [];
    return textPieces(node).map(({ text, format }) => ({ text, format }));
  },
};

export type TextPiece = TextRun & {
  /** Where the piece starts in the Y.XmlText. */
  index: number;
  attributes: Record<string, unknown>;
};

/** Everything in the text that has characters; embedded objects of other clients have none. */
export function textPieces(text: Y.XmlText): TextPiece[] {
  const pieces: TextPiece[] = [];
  let index = 0;
  for (const { insert, attributes = {} } of text.toDelta() as DeltaInsert[]) {
    if (typeof insert === 'string') {
      pieces.push({ text: insert, format: textFormat(attributes), index, attributes });
    }
    index += typeof insert === 'string' ? insert.length : 1;
  }
  return pieces;
}

type DeltaInsert = { insert: unknown; attributes?: Record<string, unknown> };

function textFormat(attributes: Record<string, unknown>): number {
  const properties = attributes['p'];
  if (typeof properties !== 'object' || properties === null) return 0;
  const format: unknown = Reflect.get(properties, '__format');
  return typeof format === 'number' ? format : 0;
}

function yChildren(element: Y.XmlElement): YNode[] {
  const children: unknown[] = element.toArray();
  return children.filter(
    (child): child is YNode => child instanceof Y.XmlElement || child instanceof Y.XmlText,
  );
}

function attribute(element: Y.XmlElement, name: string): unknown {
  return element.getAttribute(name);
}

/** How Lexical writes an element's format as a number. */
const ELEMENT_FORMATS = ['', 'left', 'center', 'right', 'justify', 'start', 'end'];

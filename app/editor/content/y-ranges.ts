/**
 * Places in the text that follow edits. A range is kept as two Yjs relative positions: the start
 * holds on to the character after it, the end to the character before it, so that text typed at
 * either edge stays outside.
 */
import * as Y from 'yjs';
import type { TextPoint, ThreadPlace } from '#app/domain/review/thread.ts';
import { contentRoot } from './y-content.ts';
import { yLeaves } from './y-leaf-walk.ts';
import type { YLeaf, YLeaves, YSegment } from './y-leaf-walk.ts';

/** Two encoded Y.RelativePositions, as stored with a thread. */
export type EncodedRange = { start: Uint8Array; end: Uint8Array };

/** @returns null when the place does not lie in the document's text or holds no character. */
export function relativeRange(
  doc: Y.Doc,
  place: { start: TextPoint; end: TextPoint },
): EncodedRange | null {
  const { leaves } = yLeaves(doc);
  const range = withoutEmptyEdges(place, leaves);
  if (range === null) return null;
  const first = segmentAt(leaves[range.start.leaf], range.start.offset);
  const last = segmentAt(leaves[range.end.leaf], range.end.offset - 1);
  if (first === undefined || last === undefined) return null;
  return {
    start: Y.encodeRelativePosition(positionBefore(first, range.start.offset)),
    end: Y.encodeRelativePosition(positionAfter(last, range.end.offset)),
  };
}

/**
 * Where the range stands now. Not found when its characters are gone or were made anew by a
 * change of the block's type; then the words have to be looked for.
 */
export function placeOfRange(doc: Y.Doc, range: EncodedRange): ThreadPlace {
  const content = yLeaves(doc);
  const start = pointOf(doc, range.start, content);
  const end = pointOf(doc, range.end, content);
  const place = start && end && withoutEmptyEdges({ start, end }, content.leaves);
  return place ? { found: true, ...place } : NOT_FOUND;
}

const NOT_FOUND: ThreadPlace = { found: false };

function positionBefore({ start, source }: YSegment, offset: number): Y.RelativePosition {
  if (source.kind === 'text') {
    const index = source.piece.index + offset - start;
    return Y.createRelativePositionFromTypeIndex(source.text, index, 0);
  }
  const { parent, index } = placeInParent(source.element);
  return Y.createRelativePositionFromTypeIndex(parent, index, 0);
}

function positionAfter({ start, source }: YSegment, offset: number): Y.RelativePosition {
  if (source.kind === 'text') {
    const index = source.piece.index + offset - start;
    return Y.createRelativePositionFromTypeIndex(source.text, index, -1);
  }
  const { parent, index } = placeInParent(source.element);
  return Y.createRelativePositionFromTypeIndex(parent, index + 1, -1);
}

/** A node inside the content always has a parent element. */
export function placeInParent(node: Y.XmlElement | Y.XmlText): {
  parent: Y.XmlElement;
  index: number;
} {
  const { parent } = node;
  if (!(parent instanceof Y.XmlElement)) throw new Error('A content node without parent element');
  return { parent, index: parent.toArray().indexOf(node) };
}

function pointOf(doc: Y.Doc, encoded: Uint8Array, content: YLeaves): TextPoint | null {
  const position = decodePosition(encoded);
  if (position === null) return null;
  const absolute = Y.createAbsolutePositionFromRelativePosition(position, doc);
  if (absolute === null || !isAlive(absolute.type, doc)) return null;
  const { type, index } = absolute;
  if (type instanceof Y.XmlText) return pointInText(type, index, content);
  return type instanceof Y.XmlElement ? pointBetween(type, index, content) : null;
}

/** Bytes that are no position name a place that nobody can find. */
function decodePosition(encoded: Uint8Array): Y.RelativePosition | null {
  try {
    const position = Y.decodeRelativePosition(encoded);
    const namesNothing = [position.item, position.type, position.tname].every((id) => id === null);
    return namesNothing ? null : position;
  } catch {
    return null;
  }
}

/** False for a node that was deleted, itself or with something around it. */
function isAlive(type: Y.AbstractType<unknown>, doc: Y.Doc): boolean {
  const root = contentRoot(doc);
  let current: unknown = type;
  while (current instanceof Y.AbstractType && current !== root) {
    if (current._item === null || current._item.deleted) return false;
    current = current._item.parent;
  }
  return current === root;
}

function pointInText(text: Y.XmlText, index: number, content: YLeaves): TextPoint | null {
  const extent = content.extents.get(text);
  if (extent === undefined) return null;
  const segments = content.leaves[extent.start.leaf]?.segments ?? [];
  for (const { source, start, length } of segments) {
    if (source.kind !== 'text' || source.text !== text) continue;
    const inside = index - source.piece.index;
    if (inside <= length) return { leaf: extent.start.leaf, offset: start + Math.max(0, inside) };
  }
  return extent.end;
}

/** The point between two children of an element that holds inlines. */
function pointBetween(element: Y.XmlElement, index: number, content: YLeaves): TextPoint | null {
  const children: unknown[] = element.toArray();
  const after = children.slice(index).map((child) => extentOf(child, content)?.start);
  const before = children.slice(0, index).map((child) => extentOf(child, content)?.end);
  return (
    after.find((point) => point !== undefined) ??
    before.findLast((point) => point !== undefined) ??
    null
  );
}

function extentOf(node: unknown, { extents }: YLeaves) {
  return node instanceof Y.XmlElement || node instanceof Y.XmlText ? extents.get(node) : undefined;
}

/** Moves edges that stand between two leaves onto characters; null when none are left. */
function withoutEmptyEdges(
  place: { start: TextPoint; end: TextPoint },
  leaves: readonly YLeaf[],
): { start: TextPoint; end: TextPoint } | null {
  let { start, end } = place;
  if (!isIn(start, leaves) || !isIn(end, leaves)) return null;
  while (start.leaf < end.leaf && start.offset === leaves[start.leaf]?.text.length) {
    start = { leaf: start.leaf + 1, offset: 0 };
  }
  while (start.leaf < end.leaf && end.offset === 0) {
    end = { leaf: end.leaf - 1, offset: leaves[end.leaf - 1]?.text.length ?? 0 };
  }
  const isEmpty = start.leaf > end.leaf || (start.leaf === end.leaf && start.offset >= end.offset);
  return isEmpty ? null : { start, end };
}

function isIn({ leaf, offset }: TextPoint, leaves: readonly YLeaf[]): boolean {
  const text = leaves[leaf]?.text;
  return text !== undefined && offset >= 0 && offset <= text.length;
}

/** The segment that holds the character at `offset`. */
function segmentAt(leaf: YLeaf | undefined, offset: number): YSegment | undefined {
  return leaf?.segments.find(({ start, length }) => start <= offset && offset < start + length);
}

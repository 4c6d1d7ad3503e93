import * as Y from 'yjs';
import type { TextPoint } from '#app/domain/review/thread.ts';
import type { YNode } from './y-content.ts';
import { yLeaves } from './y-leaf-walk.ts';
import type { YLeaf, YSegment } from './y-leaf-walk.ts';
import { placeInParent } from './y-ranges.ts';

/**
 * Replaces the characters of `place` by `newText` in one Yjs transaction. The new text takes the
 * formatting of the first replaced character; what stands around it keeps its own, and its
 * anchors. A line break in `newText` is kept as the character `\n`, which the tree reads as one.
 * An empty `newText` deletes. A caller that wants an origin wraps the call in
 * a transaction of its own.
 *
 * @returns false, with nothing changed, when the place is empty, spans several leaf blocks, cuts a
 * character in half or does not lie in the document.
 */
export function replaceRange(
  doc: Y.Doc,
  place: { start: TextPoint; end: TextPoint },
  newText: string,
): boolean {
  const leaf = place.start.leaf === place.end.leaf && yLeaves(doc).leaves[place.start.leaf];
  if (!leaf || !isWhole(leaf.text, place.start.offset, place.end.offset)) return false;
  const pieces = coveredPieces(leaf, place.start.offset, place.end.offset);
  if (pieces.some(({ segment }) => !isReplaceable(segment))) return false;
  doc.transact(() => {
    replacePieces(pieces, newText.replaceAll('\r\n', '\n'));
  });
  return true;
}

/** The part `from` to `to`, counted in the segment, that the place covers. */
type Piece = { segment: YSegment; from: number; to: number };

function coveredPieces(leaf: YLeaf, start: number, end: number): Piece[] {
  return leaf.segments
    .map((segment) => ({
      segment,
      from: Math.max(0, start - segment.start),
      to: Math.min(segment.length, end - segment.start),
    }))
    .filter(({ from, to }) => from < to);
}

/** Deleted from the end, so that the indexes of what comes before stay true. */
function replacePieces(pieces: readonly Piece[], newText: string): void {
  const nodes = new Set(pieces.map(({ segment }) => nodeOf(segment)));
  const parents = new Set([...nodes].map((node) => placeInParent(node).parent));
  const [first, ...rest] = pieces;
  if (first === undefined) return;
  for (const piece of rest.toReversed()) remove(piece);
  replaceFirst(first, newText);
  for (const node of nodes) removeIfEmptied(node);
  for (const parent of parents) {
    if (parent.nodeName === 'link' && parent.length === 0) {
      parents.add(placeInParent(parent).parent);
      deleteNode(parent);
    }
  }
  for (const parent of parents) if (!isRemoved(parent)) joinNeighbours(parent);
}

/**
 * The new text goes in behind the first old character where there are more: then positions that
 * hold on to the old first and last character embrace the new text. Inserted before anything is
 * deleted, because Yjs puts text behind what is deleted at the same place.
 */
function replaceFirst(piece: Piece, newText: string): void {
  const { source } = piece.segment;
  if (source.kind === 'element') {
    insertBeside(source.element, newText);
    deleteNode(source.element);
    return;
  }
  const { text } = source;
  const index = source.piece.index + piece.from;
  const length = piece.to - piece.from;
  const kept = firstCharacterLength(source.piece.text, piece.from);
  if (newText !== '') text.insert(index + kept, newText, textAttributes(source.piece.attributes));
  text.delete(index + kept + newText.length, length - kept);
  text.delete(index, kept);
}

/** A range that begins with a line break or a field has no formatting: plain, in a text beside. */
function insertBeside(element: Y.XmlElement, newText: string): void {
  if (newText === '') return;
  const { parent, index } = placeInParent(element);
  const before: unknown = index > 0 ? parent.get(index - 1) : undefined;
  const after: unknown = index + 1 < parent.length ? parent.get(index + 1) : undefined;
  if (before instanceof Y.XmlText) {
    before.insert(before.length, newText, {});
  } else if (after instanceof Y.XmlText) {
    after.insert(0, newText, {});
  } else {
    parent.insert(index, [new Y.XmlText(newText)]);
  }
}

function remove({ segment, from, to }: Piece): void {
  const { source } = segment;
  if (source.kind === 'text') source.text.delete(source.piece.index + from, to - from);
  else deleteNode(source.element);
}

/** An emptied text goes, except where it is all that a block has: others may be typing in it. */
function removeIfEmptied(node: YNode): void {
  if (isRemoved(node) || !(node instanceof Y.XmlText) || node.length > 0) return;
  const { parent } = placeInParent(node);
  if (parent.length > 1 || parent.nodeName === 'link') deleteNode(node);
}

function deleteNode(node: YNode): void {
  const { parent, index } = placeInParent(node);
  parent.delete(index, 1);
}

/**
 * Neighbouring texts become one Y.XmlText, as the editor keeps them. Left apart, every open editor
 * would join them at once, and the joined text would stand there twice.
 */
function joinNeighbours(parent: Y.XmlElement): void {
  for (let index = parent.length - 1; index > 0; index -= 1) {
    const right: unknown = parent.get(index);
    const left: unknown = parent.get(index - 1);
    if (!(left instanceof Y.XmlText) || !(right instanceof Y.XmlText)) continue;
    const moved = right.toDelta() as object[];
    parent.delete(index, 1);
    left.applyDelta([{ retain: left.length }, ...moved]);
  }
}

function isRemoved(node: YNode): boolean {
  return node._item?.deleted === true;
}

function nodeOf({ source }: YSegment): YNode {
  return source.kind === 'text' ? source.text : source.element;
}

/** New text is plain text even where the old character was a tab node. */
export function textAttributes(attributes: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => name !== 't'));
}

/** Nodes that we do not know may hold more than their text; they are not ours to delete. */
function isReplaceable({ source }: YSegment): boolean {
  return source.kind === 'text' || KNOWN_ELEMENTS.has(source.element.nodeName);
}

const KNOWN_ELEMENTS: ReadonlySet<string> = new Set(['linebreak', 'footnote', 'register-field']);

function isWhole(text: string, start: number, end: number): boolean {
  const isInside = start >= 0 && start < end && end <= text.length;
  return isInside && !cutsCharacter(text, start) && !cutsCharacter(text, end);
}

/** Yjs replaces both halves of a surrogate pair when text is cut between them. */
function cutsCharacter(text: string, offset: number): boolean {
  return offset > 0 && offset < text.length && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}

function firstCharacterLength(text: string, offset: number): number {
  return (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
}

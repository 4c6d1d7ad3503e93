import * as Y from 'yjs';
import { changedStretches, type Stretch } from '../../domain/documents/block-wording.ts';
import { replaceRange, textAttributes } from './replace-range.ts';
import { yLeaves } from './y-leaf-walk.ts';
import type { YLeaf, YSegment } from './y-leaf-walk.ts';
import { placeInParent } from './y-ranges.ts';

/**
 * Gives a leaf block the text `after`, changing only the characters that differ. Objects in it must
 * stand in the same order in both.
 *
 * @returns false when a part of it is not text; then the caller throws the document away.
 */
export function rewriteLeaf(doc: Y.Doc, leaf: number, after: string): boolean {
  const before = yLeaves(doc).leaves[leaf]?.text;
  if (before === undefined) return false;
  let isDone = true;
  doc.transact(() => {
    for (const stretch of changedStretches(before, after)) {
      isDone &&= applyStretch(doc, leaf, stretch);
    }
  });
  return isDone;
}

function applyStretch(doc: Y.Doc, leaf: number, { start, end, newText }: Stretch): boolean {
  if (start < end) {
    const place = { start: { leaf, offset: start }, end: { leaf, offset: end } };
    return replaceRange(doc, place, newText);
  }
  const found = yLeaves(doc).leaves[leaf];
  return found !== undefined && insertText(found, start, newText);
}

/** New text takes the formatting of the character before it, else of the one after it. */
function insertText(leaf: YLeaf, offset: number, newText: string): boolean {
  const before = leaf.segments.find(
    ({ start, length }) => start + length >= offset && start < offset,
  );
  const after = leaf.segments.find(({ start }) => start === offset);
  const beside =
    [before, after].find((segment) => segment?.source.kind === 'text') ?? before ?? after;
  if (beside === undefined) return fillEmpty(leaf, newText);
  const { source } = beside;
  if (source.kind === 'text') {
    const index = source.piece.index + offset - beside.start;
    source.text.insert(index, newText, textAttributes(source.piece.attributes));
  } else insertBesideElement(source.element, isBehind(beside, offset) ? 1 : 0, newText);
  return true;
}

function isBehind({ start }: YSegment, offset: number): boolean {
  return start < offset;
}

function insertBesideElement(element: Y.XmlElement, step: 0 | 1, newText: string): void {
  const { parent, index } = placeInParent(element);
  parent.insert(index + step, [new Y.XmlText(newText)]);
}

/** An emptied block may have kept its text, in which others may be typing. */
function fillEmpty({ block }: YLeaf, newText: string): boolean {
  if (!(block instanceof Y.XmlElement)) return false;
  const [text] = block.toArray() as unknown[];
  if (text instanceof Y.XmlText) text.insert(0, newText, {});
  else block.insert(0, [new Y.XmlText(newText)]);
  return true;
}

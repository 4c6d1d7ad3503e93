/**
 * The door to the text of a co-edited document: what its leaf blocks say and how to name, find and
 * replace a passage in them. Depends on Yjs alone, so browser and server use the same.
 */
import type * as Y from 'yjs';
import { yLeaves } from './y-leaf-walk.ts';

export { replaceRange } from './replace-range.ts';
export { writtenPiecesOf, type WrittenPiece } from './y-item-ids.ts';
export { placeOfRange, relativeRange, type EncodedRange } from './y-ranges.ts';

/** The characters of each leaf block in reading order, as `leafText` of the tree gives them. */
export function leafTextsOf(doc: Y.Doc): string[] {
  return yLeaves(doc).leaves.map(({ text }) => text);
}

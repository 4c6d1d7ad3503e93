/**
 * The door to the text of a co-edited document: what its leaf blocks say and how to name, find and
 * replace a passage in them. Depends on Yjs alone, so browser and server use the same.
 */
import type * as Y from 'yjs';
import { Y_READER } from './y-content.ts';
import { yLeaves } from './y-leaf-walk.ts';

export { replaceRange } from './replace-range.ts';
export { writtenPiecesOf, type WrittenPiece } from './y-item-ids.ts';
export { rewriteLeaf } from './rewrite-leaf.ts';
export { placeOfRange, relativeRange, type EncodedRange } from './y-ranges.ts';

/** The characters of each leaf block in reading order, as `leafText` of the tree gives them. */
export function leafTextsOf(doc: Y.Doc): string[] {
  return yLeaves(doc).leaves.map(({ text }) => text);
}

/** The clause identities of the leaf blocks, in the same order; null where a block has none. */
export function leafIdsOf(doc: Y.Doc): (string | null)[] {
  return yLeaves(doc).leaves.map(({ block }) => {
    const id = block === null ? null : Y_READER.state(block, 'blockId');
    return typeof id === 'string' && id !== '' ? id : null;
  });
}

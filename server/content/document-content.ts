/**
 * What a stored document says. All functions take the document's whole Yjs state as bytes and are
 * pure; who asks often for the same state caches the answer.
 */
import type { SerializedEditorState } from 'lexical';
import type { DocumentTree } from '#app/domain/documents/document-tree.ts';
import { yToTree } from '#app/editor/content/y-content.ts';
import { readContent } from './headless-editor.ts';
import { keepKnownNodes } from './known-nodes.ts';
import { docOfUpdates } from './state-of-updates.ts';

export { plainTextOf } from './plain-text.ts';

/**
 * The content as Lexical writes it, for other systems and for the editor's first picture.
 * @throws on bytes that are no Yjs update.
 */
export function lexicalJsonOf(state: Uint8Array): SerializedEditorState {
  const doc = docOfUpdates([state]);
  keepKnownNodes(doc);
  return readContent(doc);
}

/**
 * The content as neutral tree, read from Yjs itself: a node that the editor does not know costs
 * nothing but its own form.
 * @throws on bytes that are no Yjs update.
 */
export function treeOf(state: Uint8Array): DocumentTree {
  return yToTree(docOfUpdates([state]));
}

/** What may stand in a document: the root, the node types of the editor, and nothing else. */
import { EDITOR_NODES } from '#app/editor/nodes/editor-nodes.ts';

/** The one root of Lexical's binding V2. */
export const CONTENT_ROOT = 'root-v2';

/** Element names as they stand in Yjs; Lexical's own besides the list of the editor. */
export const ELEMENT_NAMES: ReadonlySet<string> = new Set([
  'paragraph',
  'linebreak',
  'tab',
  ...EDITOR_NODES.map((node) => node.getType()),
]);

/** Names that change what an object is, in any program that copies keys without care. */
export const DANGEROUS_KEYS: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  'prototype',
]);

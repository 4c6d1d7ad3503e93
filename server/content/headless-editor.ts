/**
 * A Lexical editor without a screen over a Yjs document that nobody else touches. Never edit
 * through it after other updates came in: within one tick Lexical shows such an edit but does not
 * write it to Yjs. Reading: fresh editor over a full document. Writing: fresh editor, empty document.
 */
import { createHeadlessEditor } from '@lexical/headless';
import {
  createBindingV2__EXPERIMENTAL,
  syncLexicalUpdateToYjsV2__EXPERIMENTAL,
  syncYjsStateToLexicalV2__EXPERIMENTAL,
} from '@lexical/yjs';
import type { Provider } from '@lexical/yjs';
import type { LexicalEditor, SerializedEditorState } from 'lexical';
import type * as Y from 'yjs';
import { EDITOR_NODES } from '#app/editor/nodes/editor-nodes.ts';

/** What a browser would show of `doc`. Throws on a node that the editor does not know. */
export function readContent(doc: Y.Doc): SerializedEditorState {
  const { editor, binding } = boundEditor(doc);
  syncYjsStateToLexicalV2__EXPERIMENTAL(binding, NO_PROVIDER);
  return editor.getEditorState().toJSON();
}

/** Runs `$write` as one Lexical update over the empty `doc` and puts the result into it. */
export function writeContent(doc: Y.Doc, $write: () => void): void {
  const { editor, binding } = boundEditor(doc);
  editor.registerUpdateListener((update) => {
    syncLexicalUpdateToYjsV2__EXPERIMENTAL(
      binding,
      NO_PROVIDER,
      update.prevEditorState,
      update.editorState,
      update.dirtyElements,
      update.dirtyLeaves,
      update.normalizedNodes,
      update.tags,
    );
  });
  editor.update($write, { discrete: true });
}

function boundEditor(doc: Y.Doc) {
  const editor: LexicalEditor = createHeadlessEditor({
    namespace: 'dagang-server',
    nodes: EDITOR_NODES,
    onError: (error) => {
      throw error;
    },
  });
  const binding = createBindingV2__EXPERIMENTAL(editor, 'content', doc, new Map());
  return { editor, binding };
}

/** The binding asks a provider only for other people's cursors; here is nobody. */
const NOTHING = () => undefined;
const NO_PROVIDER: Provider = {
  awareness: {
    getLocalState: () => null,
    getStates: () => new Map(),
    on: NOTHING,
    off: NOTHING,
    setLocalState: NOTHING,
    setLocalStateField: NOTHING,
  },
  connect: NOTHING,
  disconnect: NOTHING,
  on: NOTHING,
  off: NOTHING,
};

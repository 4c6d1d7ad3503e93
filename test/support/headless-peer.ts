/** One person's editor without a screen, for tests of what happens between several of them. */
import { createHeadlessEditor } from '@lexical/headless';
import {
  createBindingV2__EXPERIMENTAL,
  syncLexicalUpdateToYjsV2__EXPERIMENTAL,
  syncYjsChangesToLexicalV2__EXPERIMENTAL,
  syncYjsStateToLexicalV2__EXPERIMENTAL,
} from '@lexical/yjs';
import type { Provider } from '@lexical/yjs';
import { SKIP_COLLAB_TAG } from 'lexical';
import * as Y from 'yjs';
import { openOwnHistory } from '#app/editor/collaboration/own-history.ts';
import { settleUndone } from '#app/editor/collaboration/settle-undone.ts';
import { keepWordsFromTabs } from '#app/editor/collaboration/tab-marks.ts';
import { keepCharactersWhole } from '#app/editor/collaboration/whole-characters.ts';
import { contentRoot } from '#app/editor/content/y-content.ts';
import { EDITOR_NODES } from '#app/editor/nodes/editor-nodes.ts';

export type HeadlessPeer = ReturnType<typeof openPeer>;

/** @param state what the document holds before; @param clientId fixed where the order matters. */
export function openPeer(state?: Uint8Array, clientId?: number) {
  const doc = new Y.Doc();
  if (clientId !== undefined) doc.clientID = clientId;
  if (state !== undefined) Y.applyUpdate(doc, state);
  const editor = createHeadlessEditor({
    nodes: EDITOR_NODES,
    onError: (error) => {
      throw error;
    },
  });
  const binding = createBindingV2__EXPERIMENTAL(editor, 'main', doc, new Map([['main', doc]]));
  contentRoot(doc).observeDeep((events, transaction) => {
    if (transaction.origin === binding) return;
    syncYjsChangesToLexicalV2__EXPERIMENTAL(
      binding,
      NO_PROVIDER,
      events as Parameters<typeof syncYjsChangesToLexicalV2__EXPERIMENTAL>[2],
      transaction,
      transaction.origin instanceof Y.UndoManager,
    );
  });
  editor.registerUpdateListener((update) => {
    if (update.tags.has(SKIP_COLLAB_TAG)) return;
    keepCharactersWhole(() =>
      syncLexicalUpdateToYjsV2__EXPERIMENTAL(
        binding,
        NO_PROVIDER,
        update.prevEditorState,
        update.editorState,
        update.dirtyElements,
        update.dirtyLeaves,
        update.normalizedNodes,
        update.tags,
      ),
    );
  });
  if (state !== undefined) syncYjsStateToLexicalV2__EXPERIMENTAL(binding, NO_PROVIDER);

  keepWordsFromTabs(binding.root, {
    own: binding,
    settle: () => editor.update(() => undefined, { discrete: true }),
  });
  const history = openOwnHistory(binding.root, binding);
  settleUndone(doc);

  return {
    doc,
    editor,
    /** Marks the transactions of this peer. */
    binding,
    /** Undo and redo of this person's edits. */
    history,
    /** A local edit, as typing makes it. */
    edit: ($edit: () => void) => editor.update($edit, { discrete: true }),
    state: () => Y.encodeStateAsUpdate(doc),
    json: () => editor.getEditorState().toJSON(),
    /** Takes in what another peer wrote; local edits may follow in the next macrotask. */
    receive: async (update: Uint8Array) => {
      Y.applyUpdate(doc, update, 'remote');
      await new Promise((resolve) => setImmediate(resolve));
    },
    /** Shows the document anew, as the editor does after a change that it could not follow. */
    heal: () => syncYjsStateToLexicalV2__EXPERIMENTAL(binding, NO_PROVIDER),
  };
}

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

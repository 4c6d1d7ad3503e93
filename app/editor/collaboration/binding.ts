/**
 * The one place that knows how Lexical and Yjs are bound (binding V2: root `root-v2`). Lexical
 * still marks these functions as experimental; a rename costs this file only.
 */
import {
  createBindingV2__EXPERIMENTAL,
  initLocalState,
  setLocalStateFocus,
  syncCursorPositions,
  syncLexicalUpdateToYjsV2__EXPERIMENTAL,
  syncYjsChangesToLexicalV2__EXPERIMENTAL,
  syncYjsStateToLexicalV2__EXPERIMENTAL,
  type BindingV2,
  type Provider,
} from '@lexical/yjs';
import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  BLUR_COMMAND,
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_EDITOR,
  FOCUS_COMMAND,
  FORMAT_TEXT_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
  REDO_COMMAND,
  SKIP_COLLAB_TAG,
  UNDO_COMMAND,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { UndoManager, XmlElement, type Transaction, type XmlText, type YEvent } from 'yjs';
import type { Connection } from './connect.ts';
import { openOwnHistory } from './own-history.ts';
import { settleUndone } from './settle-undone.ts';
import { keepWordsFromTabs } from './tab-marks.ts';
import { keepCharactersWhole } from './whole-characters.ts';
import { touchesBlock } from './touches-block.ts';

export type EditorBinding = BindingV2;
/** How others see the author: name at the caret, colour of caret and avatar. */
export type PresentPerson = { name: string; color: string };

export type BoundEditor = {
  binding: EditorBinding;
  /** Redraws the carets of the others, e.g. after the box was resized. */
  redrawCursors(): void;
  /** Shows the shared document anew; for when the screen failed to follow a change. */
  heal(): void;
  unbind(): void;
};

/** Ties the editor to the connection's document, which holds what the server has by now. */
export function bindEditor(
  editor: LexicalEditor,
  connection: Connection,
  person: PresentPerson,
): BoundEditor {
  // Yjs and Lexical describe the same object with types that differ only in optional parts.
  const provider = connection.provider as unknown as Provider;
  const { doc } = connection;
  const binding = createBindingV2__EXPERIMENTAL(editor, 'main', doc, new Map([['main', doc]]));
  const heal = () => syncYjsStateToLexicalV2__EXPERIMENTAL(binding, provider);
  const redrawCursors = () => {
    // A new ticket brings a new client id, and one's own caret is not drawn.
    binding.clientID = doc.clientID;
    syncCursorPositions(binding, provider);
  };

  const stopFollowing = followDocument(binding, provider);
  // The stock plugin only observes; a document that is filled already would stay invisible.
  if (binding.root.length > 0) heal();
  // An edit that is still pending when the document changes would be lost on both sides.
  const settle = () => editor.update(() => undefined, { discrete: true });
  const stopMending = keepWordsFromTabs(binding.root, { own: binding, settle });
  const stopPresence = announce(editor, provider, person);
  provider.awareness.on('update', redrawCursors);
  const stopUndo = registerUndo(editor, binding);
  const stopWaiting = letCompositionsEnd(binding, connection);
  connection.beforeChange = settle;

  return {
    binding,
    redrawCursors,
    heal,
    unbind() {
      provider.awareness.off('update', redrawCursors);
      connection.beforeChange = () => undefined;
      stopWaiting();
      stopUndo();
      stopPresence();
      stopMending();
      stopFollowing();
    },
  };
}

/** Both directions: changes of others into the editor, local ones into the document. */
function followDocument(binding: BindingV2, provider: Provider): () => void {
  const onChange = (events: YEvent<XmlElement | XmlText>[], transaction: Transaction) => {
    if (transaction.origin === binding) return;
    const fromUndo = transaction.origin instanceof UndoManager;
    syncYjsChangesToLexicalV2__EXPERIMENTAL(binding, provider, events, transaction, fromUndo);
  };
  // Every type below the root is an XmlElement or XmlText; observeDeep cannot know that.
  const observer = onChange as Parameters<XmlElement['observeDeep']>[0];
  binding.root.observeDeep(observer);
  const stopListening = binding.editor.registerUpdateListener((update) => {
    if (update.tags.has(SKIP_COLLAB_TAG)) return;
    keepCharactersWhole(() =>
      syncLexicalUpdateToYjsV2__EXPERIMENTAL(
        binding,
        provider,
        update.prevEditorState,
        update.editorState,
        update.dirtyElements,
        update.dirtyLeaves,
        update.normalizedNodes,
        update.tags,
      ),
    );
  });
  return () => {
    binding.root.unobserveDeep(observer);
    stopListening();
  };
}

/** While an input method composes in a block, what others write there waits. */
function letCompositionsEnd(binding: BindingV2, { doc, inbox }: Connection): () => void {
  const { editor } = binding;
  const hold = () => {
    const block = editor.read(() => $sharedBlock(binding));
    inbox.hold((update) => block === null || touchesBlock(doc, update, block));
  };
  // The editor takes the chosen word in the same event; what waited comes after it.
  const release = () => void setTimeout(inbox.release);
  return editor.registerRootListener((root, before) => {
    before?.removeEventListener('compositionstart', hold);
    before?.removeEventListener('compositionend', release);
    root?.addEventListener('compositionstart', hold);
    root?.addEventListener('compositionend', release);
  });
}

/** The shared form of the block with the caret; null where that is not known. */
function $sharedBlock(binding: BindingV2): XmlElement | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  let node: LexicalNode | null = selection.anchor.getNode();
  while (node !== null && (!$isElementNode(node) || node.isInline())) node = node.getParent();
  const shared = node === null ? undefined : binding.mapping.getSharedType(node);
  return shared instanceof XmlElement ? shared : null;
}

function announce(editor: LexicalEditor, provider: Provider, person: PresentPerson): () => void {
  const { name, color } = person;
  const focused = document.activeElement === editor.getRootElement();
  initLocalState(provider, name, color, focused, {});
  const setFocused = (focusing: boolean) => {
    setLocalStateFocus(provider, name, color, focusing, {});
    return false;
  };
  const leave = () => provider.awareness.setLocalState(null);
  window.addEventListener('pagehide', leave);
  const unregister = mergeRegister(
    editor.registerCommand(FOCUS_COMMAND, () => setFocused(true), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(BLUR_COMMAND, () => setFocused(false), COMMAND_PRIORITY_EDITOR),
  );
  return () => {
    window.removeEventListener('pagehide', leave);
    unregister();
  };
}

/** Undo and redo take back one's own changes only. */
function registerUndo(editor: LexicalEditor, binding: BindingV2): () => void {
  const history = openOwnHistory(binding.root, binding);
  const stopSettling = settleUndone(binding.doc);
  const publish = () => {
    editor.dispatchCommand(CAN_UNDO_COMMAND, history.undoStack.length > 0);
    editor.dispatchCommand(CAN_REDO_COMMAND, history.redoStack.length > 0);
  };
  history.on('stack-item-added', publish);
  history.on('stack-item-popped', publish);
  history.on('stack-cleared', publish);
  const step = (act: () => unknown) => () => {
    act();
    return true;
  };
  const unregister = mergeRegister(
    onSeparateActs(editor, () => {
      history.stopCapturing();
      return false;
    }),
    editor.registerCommand(
      UNDO_COMMAND,
      step(() => history.undo()),
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerCommand(
      REDO_COMMAND,
      step(() => history.redo()),
      COMMAND_PRIORITY_EDITOR,
    ),
  );
  return () => {
    unregister();
    stopSettling();
    history.destroy();
  };
}

/** What is taken back by itself, however fast it follows on what was typed before. */
function onSeparateActs(editor: LexicalEditor, listener: () => false): () => void {
  return mergeRegister(
    editor.registerCommand(FORMAT_TEXT_COMMAND, listener, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, listener, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(PASTE_COMMAND, listener, COMMAND_PRIORITY_CRITICAL),
  );
}

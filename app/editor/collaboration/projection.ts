import type { LexicalEditor } from 'lexical';
import type * as Y from 'yjs';
import { leafBlocks, leafText } from '../../domain/documents/document-tree.ts';
import { lexicalToTree } from '../content/lexical-to-tree.ts';
import { leafTextsOf } from '../content/y-leaves.ts';

/**
 * Compares what the screen shows with the shared document, block by block.
 * @returns null when they agree, else the blocks that only the screen has.
 */
export function projectionGap(doc: Y.Doc, editor: LexicalEditor): { onlyShown: string[] } | null {
  const shared = leafTextsOf(doc);
  const shown = leafBlocks(lexicalToTree(editor.getEditorState().toJSON())).map(({ inlines }) =>
    leafText(inlines),
  );
  const agree = shown.length === shared.length && shown.every((text, at) => text === shared[at]);
  if (agree) return null;
  const known = new Set(shared);
  return { onlyShown: shown.filter((text) => text !== '' && !known.has(text)) };
}

type Watched = {
  doc: Y.Doc;
  editor: LexicalEditor;
  /** Draws the shared document anew. */
  heal(): void;
  /** @param words what stood on the screen and in no document; may be empty. */
  onGap(words: string[]): void;
};

/**
 * Looks, whenever writing has come to rest, whether the screen still shows the shared document. If
 * not, the document is right: others see it and the server stores it.
 */
export function watchProjection({ doc, editor, heal, onGap }: Watched): () => void {
  let resting: ReturnType<typeof setTimeout> | null = null;
  let isOver = false;
  const look = () => {
    resting = null;
    if (isOver) return;
    if (editor.isComposing()) return wait();
    const gap = projectionGap(doc, editor);
    if (gap === null) return;
    heal();
    onGap(gap.onlyShown);
    const isHealed = projectionGap(doc, editor) === null;
    reportError(new Error(`The text shown was not the shared one; healed: ${isHealed}.`));
  };
  function wait(): void {
    if (resting !== null) clearTimeout(resting);
    resting = setTimeout(() => whenIdle(look), REST_MS);
  }
  const stopListening = editor.registerUpdateListener(wait);
  doc.on('update', wait);
  wait();
  return () => {
    isOver = true;
    stopListening();
    doc.off('update', wait);
    if (resting !== null) clearTimeout(resting);
  };
}

/** Safari has no idle callbacks. */
function whenIdle(act: () => void): void {
  if (typeof requestIdleCallback === 'undefined') act();
  else requestIdleCallback(act, { timeout: REST_MS });
}

const REST_MS = 1500;

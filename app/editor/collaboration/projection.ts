import {
  $getRoot,
  $isElementNode,
  $isTextNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import * as Y from 'yjs';
import { contentRoot } from '../content/y-content.ts';

/**
 * Compares what the screen shows with the shared document: every node and every character.
 * @returns null when they agree, else the texts that only the screen has.
 */
export function projectionGap(doc: Y.Doc, editor: LexicalEditor): { onlyShown: string[] } | null {
  const shared: Piece[] = [];
  addShared(contentRoot(doc), shared);
  const shown: Piece[] = [];
  editor.getEditorState().read(() => $addShown($getRoot(), shown));
  const agree =
    shown.length === shared.length && shown.every((piece, at) => isSame(piece, shared[at]));
  if (agree) return null;
  const known = new Set(shared.map(({ text }) => text));
  return { onlyShown: shown.flatMap(({ text }) => (text === '' || known.has(text) ? [] : [text])) };
}

/** The beginning or end of a node, or a run of text, whatever formats are in it. */
type Piece = { mark: string; text: string };

function isSame(one: Piece, other: Piece | undefined): boolean {
  return one.mark === other?.mark && one.text === other.text;
}

function addShared(element: Y.XmlElement, pieces: Piece[]): void {
  for (const child of element.toArray() as unknown[]) {
    if (child instanceof Y.XmlText) {
      for (const { insert } of child.toDelta() as { insert: unknown }[])
        addText(String(insert), pieces);
    } else if (child instanceof Y.XmlElement) {
      pieces.push({ mark: child.nodeName, text: '' });
      addShared(child, pieces);
      pieces.push(END);
    }
  }
}

function $addShown(node: LexicalNode, pieces: Piece[]): void {
  if (!$isElementNode(node)) return;
  for (const child of node.getChildren()) {
    if ($isTextNode(child)) {
      addText(child.getTextContent(), pieces);
      continue;
    }
    pieces.push({ mark: child.getType(), text: '' });
    $addShown(child, pieces);
    pieces.push(END);
  }
}

function addText(text: string, pieces: Piece[]): void {
  const last = pieces.at(-1);
  if (last?.mark === TEXT) last.text += text;
  else if (text !== '') pieces.push({ mark: TEXT, text });
}

const TEXT = 'text';
const END: Piece = { mark: '', text: '' };

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

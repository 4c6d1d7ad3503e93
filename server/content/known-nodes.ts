/**
 * Makes a private copy of a document readable by the editor. One node of an unknown type, however
 * it came there, makes Lexical refuse the whole document; here its text takes its place.
 */
import * as Y from 'yjs';
import { CONTENT_DEPTH_MAX } from '#app/editor/content/content-outline.ts';
import { contentRoot } from '#app/editor/content/y-content.ts';
import { EDITOR_NODES } from '#app/editor/nodes/editor-nodes.ts';

/** Changes `doc`: call it only on a copy that is thrown away. */
export function keepKnownNodes(doc: Y.Doc): void {
  const waiting: Place[] = [{ element: contentRoot(doc), depth: 0, holdsText: false }];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    for (let index = place.element.length - 1; index >= 0; index -= 1) {
      const child: unknown = place.element.get(index);
      if (child instanceof Y.XmlText) {
        if (!place.holdsText) replaceByText(place, index, textOf(child));
        else keepPlainText(child);
      } else if (!(child instanceof Y.XmlElement) || !isReadable(child, place)) {
        replaceByText(place, index, child instanceof Y.XmlElement ? textOf(child) : '');
      } else {
        const holdsText = place.holdsText || TEXT_BLOCKS.has(child.nodeName);
        waiting.push({ element: child, depth: place.depth + 1, holdsText });
      }
    }
  }
}

type Place = { element: Y.XmlElement; depth: number; holdsText: boolean };

function isReadable(child: Y.XmlElement, place: Place): boolean {
  const mayStand = place.holdsText || child.nodeName !== 'linebreak';
  return mayStand && KNOWN_ELEMENTS.has(child.nodeName) && place.depth < READABLE_DEPTH;
}

function replaceByText(place: Place, index: number, text: string): void {
  place.element.delete(index, 1);
  if (text === '') return;
  const content = new Y.XmlText(text);
  if (place.holdsText) {
    place.element.insert(index, [content]);
    return;
  }
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [content]);
  place.element.insert(index, [paragraph]);
}

/** Text nodes of unknown types become plain ones, embedded objects of other clients go. */
function keepPlainText(text: Y.XmlText): void {
  let index = 0;
  for (const { insert, attributes } of text.toDelta() as DeltaInsert[]) {
    if (typeof insert !== 'string') {
      text.delete(index, 1);
      continue;
    }
    if (!KNOWN_TEXTS.includes(attributes?.['t'])) text.format(index, insert.length, { t: null });
    index += insert.length;
  }
}

type DeltaInsert = { insert: unknown; attributes?: Record<string, unknown> };

/** All characters under a node, without recursion: the depth was not ours to choose. */
function textOf(root: Y.XmlElement | Y.XmlText): string {
  let text = '';
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (node instanceof Y.XmlText) {
      const delta = node.toDelta() as DeltaInsert[];
      text += delta.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
    } else if (node instanceof Y.XmlElement) {
      if (node.nodeName === 'linebreak') text += '\n';
      else if (!KNOWN_ELEMENTS.has(node.nodeName)) text += ownText(node);
      waiting.push(...node.toArray().reverse());
    }
  }
  return text;
}

function ownText(element: Y.XmlElement): string {
  const text: unknown = element.getAttribute('__text');
  return typeof text === 'string' ? text : '';
}

/** Deeper than this Lexical's own recursion would fail; the tree gives up structure earlier. */
const READABLE_DEPTH = CONTENT_DEPTH_MAX * 2;
const KNOWN_ELEMENTS: ReadonlySet<string> = new Set([
  'paragraph',
  'linebreak',
  ...EDITOR_NODES.map((klass) => klass.getType()),
]);
/** Lexical keeps these as stretches of a Y.XmlText, never as elements. */
const KNOWN_TEXTS: readonly unknown[] = [undefined, 'text', 'tab'];
const TEXT_BLOCKS: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'quote',
  'listitem',
  'link',
]);

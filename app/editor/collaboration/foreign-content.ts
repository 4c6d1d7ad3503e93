import * as Y from 'yjs';
import { contentRoot } from '../content/y-content.ts';
import { EDITOR_NODES } from '../nodes/editor-nodes.ts';

/**
 * Whether the document holds what this editor does not know. The editor would show such a document
 * as empty, and what is then written would stand beside a text that nobody sees. The server takes
 * nothing of the kind; it can only come from an older or newer version.
 */
export function holdsForeignContent(doc: Y.Doc): boolean {
  const waiting: Y.XmlElement[] = [contentRoot(doc)];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    const isRoot = element.parent === null;
    for (const child of element.toArray() as unknown[]) {
      // Text stands in blocks, never beside them.
      if (child instanceof Y.XmlText && !isRoot && isPlain(child)) continue;
      if (!(child instanceof Y.XmlElement) || !KNOWN.has(child.nodeName)) return true;
      waiting.push(child);
    }
  }
  return false;
}

/** Nothing but characters. */
function isPlain(text: Y.XmlText): boolean {
  return (text.toDelta() as { insert: unknown }[]).every(
    ({ insert }) => typeof insert === 'string',
  );
}

/** Lexical brings the first two by itself; texts and tabs are never elements. */
const KNOWN: ReadonlySet<string> = new Set([
  'paragraph',
  'linebreak',
  ...EDITOR_NODES.map((klass) => klass.getType()),
]);

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
    for (let item = element._start; item !== null; item = item.right) {
      if (item.deleted) continue;
      if (isForeign(item)) return true;
      const type = item.content instanceof Y.ContentType ? item.content.type : null;
      if (type instanceof Y.XmlText && holdsForeignItems(type)) return true;
      if (type instanceof Y.XmlElement) waiting.push(type);
    }
  }
  return false;
}

/**
 * Whether a change of others brings such content into an open document: the editor would fail to
 * show it, and take it out of the document with the next edit beside it.
 *
 * @param transaction whose changes are in the document, and not yet observed.
 */
export function bringsForeignContent({ doc, beforeState, afterState }: Y.Transaction): boolean {
  return [...afterState].some(([client, clock]) => {
    const known = beforeState.get(client) ?? 0;
    const structs = doc.store.clients.get(client);
    if (known >= clock || structs === undefined) return false;
    return structs
      .slice(Y.findIndexSS(structs, known))
      .some((struct) => struct instanceof Y.Item && !struct.deleted && isForeign(struct));
  });
}

function holdsForeignItems(text: Y.XmlText): boolean {
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted && isForeign(item)) return true;
  }
  return false;
}

function isForeign({ content, parent, parentSub }: Y.Item): boolean {
  // Values of attributes; the editor leaves those alone that it does not know.
  if (parentSub !== null && !(content instanceof Y.ContentType)) return false;
  if (content instanceof Y.ContentFormat) return content.key === 't' && !isTextType(content.value);
  if (content instanceof Y.ContentString) return !(parent instanceof Y.XmlText);
  if (!(content instanceof Y.ContentType)) return !(content instanceof Y.ContentDeleted);
  const { type } = content;
  // Text stands in blocks, never beside them.
  if (type instanceof Y.XmlText) return parent instanceof Y.AbstractType && parent._item === null;
  return !(type instanceof Y.XmlElement) || !KNOWN.has(type.nodeName);
}

/** How a run of text says that it is a tab, for instance; null ends such a run. */
function isTextType(value: unknown): boolean {
  return value === null || value === 'text' || value === 'tab';
}

/** Lexical brings the first two by itself; texts and tabs are never elements. */
const KNOWN: ReadonlySet<string> = new Set([
  'paragraph',
  'linebreak',
  ...EDITOR_NODES.map((klass) => klass.getType()),
]);

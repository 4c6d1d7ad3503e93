import * as Y from 'yjs';
import type { BlockLanguage } from '#app/domain/documents/document-tree.ts';
import type { Template } from '#app/domain/documents/template.ts';
import { writeContent } from './headless-editor.ts';
import { $writeTemplate } from './template-nodes.ts';

/**
 * Yjs client of all content that came from a template. It writes once, when the document is
 * created; no person's client and no later server edit may ever have this number.
 */
export const TEMPLATE_CLIENT_ID = 1;

type Options = {
  newBlockId: () => string;
  /** Which halves of the template are taken, in this order; both when left out. */
  languages?: readonly BlockLanguage[];
};

/** @returns the first Yjs update of a new document, from which every client starts. */
export function contentFromTemplate(template: Template, options: Options): Uint8Array {
  const { newBlockId, languages = ['zh', 'en'] } = options;
  const doc = new Y.Doc();
  doc.clientID = TEMPLATE_CLIENT_ID;
  writeContent(doc, () => $writeTemplate(template, { newBlockId, languages }));
  return Y.encodeStateAsUpdate(doc);
}

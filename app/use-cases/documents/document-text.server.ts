import { lexicalJsonOf, plainTextOf } from '#server/content/document-content.ts';
import type { Person } from '../../domain/people/person.ts';
import { presentContent } from './present-content.server.ts';
import { readableDocument } from './readable-document.server.ts';
import { registerValues } from './register-values.server.ts';

/** The committed text, register fields filled in; null when not readable. */
export async function documentText(
  actor: Person,
  documentId: string,
): Promise<{ text: string; revision: number } | null> {
  const readable = await readableDocument(actor, documentId);
  if (readable === null) return null;
  const { tree, seq } = await presentContent(documentId, readable.document);
  const values = await registerValues(readable.assignment);
  return { text: plainTextOf(tree, values), revision: seq };
}

/** The committed content as Lexical editor state; null when not readable. */
export async function documentLexicalState(actor: Person, documentId: string) {
  const readable = await readableDocument(actor, documentId);
  if (readable === null) return null;
  const { state, seq } = await presentContent(documentId, readable.document);
  return { content: lexicalJsonOf(state), revision: seq };
}

import type { Person } from '../../domain/people/person.ts';
import { presentContent } from '../documents/present-content.server.ts';
import { readableDocument } from '../documents/readable-document.server.ts';
import { documentThreads } from './document-threads.server.ts';
import type { ThreadView } from './thread-views.ts';

/** The threads of a document that this person may see, or null when the document is not readable. */
export async function threadsOf(actor: Person, documentId: string): Promise<ThreadView[] | null> {
  const readable = await readableDocument(actor, documentId);
  if (readable === null) return null;
  const { state } = await presentContent(documentId, readable.document);
  return await documentThreads({ actor, readable, state });
}

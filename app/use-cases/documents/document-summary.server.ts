import type { DocumentKind } from '../../domain/documents/document-kind.ts';
import type { Person } from '../../domain/people/person.ts';
import { readableDocument } from './readable-document.server.ts';

export type DocumentSummary = {
  id: string;
  /** Code of the assignment that it belongs to. */
  assignment: string;
  kind: DocumentKind;
  templateKey: string;
  title: string;
  /** Sequence of the last committed update. */
  revision: number;
  createdAt: string;
  /** Since when nobody may change the text; null while it is open. */
  lockedAt: string | null;
  may: { comment: boolean; edit: boolean; lock: boolean };
};

/** A document without its text, or null when it does not exist for this person. */
export async function documentSummary(
  actor: Person,
  documentId: string,
): Promise<DocumentSummary | null> {
  const readable = await readableDocument(actor, documentId);
  if (readable === null) return null;
  const { document, assignment, allows } = readable;
  return {
    id: document.id,
    assignment: assignment.code,
    kind: document.kind,
    templateKey: document.templateKey,
    title: document.title,
    revision: document.lastSeq,
    createdAt: document.createdAt.toISOString(),
    lockedAt: document.lockedAt?.toISOString() ?? null,
    may: { comment: allows('comment'), edit: allows('edit'), lock: allows('lock') },
  };
}

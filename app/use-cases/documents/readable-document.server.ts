import { database, type Queryable } from '#db/connection.ts';
import { findAssignments, type AssignmentRecord } from '#db/queries/assignments.ts';
import { findDocument, type DocumentRecord } from '#db/queries/documents.ts';
import { may, type Action } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';

export type ReadableDocument = {
  document: DocumentRecord;
  assignment: AssignmentRecord;
  /** What the reader may do here besides reading. */
  allows: (action: Action) => boolean;
};

/**
 * The document if this person may read it. "Not yours" and "does not exist" are the same null, so
 * that no caller can tell them apart by mistake.
 */
export async function readableDocument(
  actor: Person,
  documentId: string,
  db: Queryable = database(),
): Promise<ReadableDocument | null> {
  const document = await findDocument(db, documentId);
  if (document === null) return null;
  const [assignment] = await findAssignments(db, { ids: [document.assignmentId] });
  if (assignment === undefined) return null;
  const allows = (action: Action) =>
    may(actor, action, { type: 'document', kind: document.kind, ...assignment.standing });
  return allows('read') ? { document, assignment, allows } : null;
}

import { database, type Queryable } from '#db/connection.ts';
import { findAssignments, type AssignmentRecord } from '#db/queries/assignments.ts';
import { findDocument, type DocumentRecord } from '#db/queries/documents.ts';
import { may, type Action } from '../../domain/people/policy.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import type { Person } from '../../domain/people/person.ts';

export type ReadableDocument = {
  document: DocumentRecord;
  assignment: AssignmentRecord;
  /** What the reader may do here besides reading. */
  allows: (action: Action) => boolean;
};

/** A document as the policy table knows it; the standing of its assignment goes with it. */
export function asResource({ kind, lockedAt }: Pick<DocumentRecord, 'kind' | 'lockedAt'>) {
  return { type: 'document' as const, kind, isLocked: lockedAt !== null };
}

/** Why a reader's edit is not taken. */
export function editRefusal({ document }: ReadableDocument): Refusal {
  return { code: document.lockedAt === null ? 'not-allowed' : 'document.locked' };
}

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
    may(actor, action, { ...asResource(document), ...assignment.standing });
  return allows('read') ? { document, assignment, allows } : null;
}

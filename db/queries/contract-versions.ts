import { asc, eq } from 'drizzle-orm';
import type { DocumentKind } from '../../app/domain/documents/document-kind.ts';
import type { Queryable } from '../connection.ts';
import { documents, documentVersions } from '../schema/documents.ts';

/** A frozen version of a document of one assignment, without its bytes. */
export type VersionRecord = {
  id: string;
  documentId: string;
  no: number;
  kind: DocumentKind;
  title: string;
  createdBy: string;
};

/** Every frozen version of the documents of one assignment, by document and number. */
export async function findVersionsOf(
  db: Queryable,
  assignmentId: string,
): Promise<VersionRecord[]> {
  return await db
    .select({
      id: documentVersions.id,
      documentId: documents.id,
      no: documentVersions.no,
      kind: documents.kind,
      title: documents.title,
      createdBy: documentVersions.createdBy,
    })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .where(eq(documents.assignmentId, assignmentId))
    .orderBy(asc(documents.id), asc(documentVersions.no));
}

/** The frozen content, a whole Yjs state; null where there is no such version. */
export async function findVersionState(db: Queryable, id: string): Promise<Uint8Array | null> {
  const [row] = await db
    .select({ state: documentVersions.state })
    .from(documentVersions)
    .where(eq(documentVersions.id, id));
  return row?.state ?? null;
}

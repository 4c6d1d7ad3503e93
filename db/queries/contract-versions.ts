import { asc, eq } from 'drizzle-orm';
import type { DocumentKind } from '../../app/domain/documents/document-kind.ts';
import type { RegisterValues } from '../../app/domain/documents/template.ts';
import type { Queryable } from '../connection.ts';
import { documents, documentVersions } from '../schema/documents.ts';

/** A frozen version of a document of one assignment, without its bytes. */
export type ContractVersionRecord = {
  id: string;
  documentId: string;
  no: number;
  kind: DocumentKind;
  title: string;
  createdBy: string;
};

/** Every frozen version of the documents of one assignment, by document and number. */
export async function findContractVersions(
  db: Queryable,
  assignmentId: string,
): Promise<ContractVersionRecord[]> {
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

/** What a version says: a whole Yjs state and the register values of that moment. */
export async function findFrozenContent(
  db: Queryable,
  id: string,
): Promise<{ state: Uint8Array; registerValues: RegisterValues } | null> {
  const [row] = await db
    .select({ state: documentVersions.state, registerValues: documentVersions.registerValues })
    .from(documentVersions)
    .where(eq(documentVersions.id, id));
  return row ?? null;
}

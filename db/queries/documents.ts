import { asc, eq, inArray } from 'drizzle-orm';
import type { DocumentKind } from '../../app/domain/documents/document-kind.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { attachments, documents, type AttachmentMediaType } from '../schema/documents.ts';
import { people } from '../schema/people.ts';

export type DocumentRecord = {
  id: string;
  assignmentId: string;
  kind: DocumentKind;
  templateKey: string;
  title: string;
  lastSeq: number;
  createdBy: string;
  createdAt: Date;
  /** Since when nobody may change the text, and who locked it; null while it is open. */
  lockedAt: Date | null;
  lockedBy: string | null;
};

export async function findDocument(db: Queryable, id: string): Promise<DocumentRecord | null> {
  const [row] = await db.select().from(documents).where(eq(documents.id, id));
  return row ?? null;
}

/** Waits for other writers of this document; held until the transaction ends. */
export async function holdDocument(tx: Queryable, id: string): Promise<void> {
  await tx
    .select({ id: documents.id })
    .from(documents)
    .where(eq(documents.id, id))
    .for('no key update');
}

export async function findDocumentsOf(
  db: Queryable,
  assignmentIds: string[],
): Promise<DocumentRecord[]> {
  if (assignmentIds.length === 0) return [];
  return await db
    .select()
    .from(documents)
    .where(inArray(documents.assignmentId, assignmentIds))
    .orderBy(asc(documents.id));
}

/** The row only; its first update must follow in the same transaction. */
export async function insertDocument(
  tx: Queryable,
  row: Omit<DocumentRecord, 'lastSeq' | 'lockedAt' | 'lockedBy'> & { isDemo: boolean },
): Promise<void> {
  await tx.insert(documents).values({ ...row, lastSeq: 0 });
}

/** Since when and by whom a text is locked; null while it is open. */
export async function findLock(
  db: Queryable,
  id: string,
): Promise<{ at: Date; personName: Bilingual } | null> {
  const [row] = await db
    .select({ at: documents.lockedAt, zh: people.nameZh, en: people.nameEn })
    .from(documents)
    .innerJoin(people, eq(people.id, documents.lockedBy))
    .where(eq(documents.id, id));
  if (row?.at == null) return null;
  return { at: row.at, personName: { zh: row.zh, en: row.en } };
}

/** @param lock null opens the text again. */
export async function setDocumentLock(
  tx: Queryable,
  { id, lock }: { id: string; lock: { at: Date; by: string } | null },
): Promise<void> {
  await tx
    .update(documents)
    .set({ lockedAt: lock?.at ?? null, lockedBy: lock?.by ?? null })
    .where(eq(documents.id, id));
}

export type AttachmentRecord = {
  id: string;
  documentId: string;
  mediaType: AttachmentMediaType;
  bytes: Uint8Array;
  sha256: Uint8Array;
  width: number;
  height: number;
  createdBy: string;
  createdAt: Date;
};

export async function insertAttachment(db: Queryable, row: AttachmentRecord): Promise<void> {
  await db.insert(attachments).values(row);
}

export async function findAttachment(db: Queryable, id: string): Promise<AttachmentRecord | null> {
  const [row] = await db.select().from(attachments).where(eq(attachments.id, id));
  return row ?? null;
}

export async function findAttachmentsOf(
  db: Queryable,
  documentId: string,
): Promise<AttachmentRecord[]> {
  return await db.select().from(attachments).where(eq(attachments.documentId, documentId));
}

/** Own size of each picture of a document, by attachment id, without the bytes. */
export async function findPictureSizes(
  db: Queryable,
  documentId: string,
): Promise<Map<string, { width: number; height: number }>> {
  const rows = await db
    .select({ id: attachments.id, width: attachments.width, height: attachments.height })
    .from(attachments)
    .where(eq(attachments.documentId, documentId));
  return new Map(rows.map(({ id, width, height }) => [id, { width, height }]));
}

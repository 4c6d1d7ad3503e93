/** Frozen texts with their numbers. The database refuses gaps and changes. */
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { RegisterValues } from '../../app/domain/documents/template.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { documentVersions } from '../schema/documents.ts';
import { people } from '../schema/people.ts';

export type VersionRecord = {
  id: string;
  documentId: string;
  no: number;
  /** Revision of the live text that was frozen. */
  seq: number;
  sha256: Uint8Array;
  reason: string;
  createdAt: Date;
  createdByName: Bilingual;
};

/** Versions of the given documents, the newest first, without their texts. */
export async function findVersionsOf(
  db: Queryable,
  documentIds: readonly string[],
): Promise<VersionRecord[]> {
  if (documentIds.length === 0) return [];
  return await versionsWhere(db, inArray(documentVersions.documentId, [...documentIds]));
}

/** Some versions by their ids, without their texts. */
export async function findVersionsById(
  db: Queryable,
  ids: readonly string[],
): Promise<VersionRecord[]> {
  if (ids.length === 0) return [];
  return await versionsWhere(db, inArray(documentVersions.id, [...ids]));
}

/** The newest version with what it says, or the one with this number. */
export async function findVersionText(
  db: Queryable,
  documentId: string,
  no?: number,
): Promise<typeof documentVersions.$inferSelect | null> {
  const [row] = await db
    .select()
    .from(documentVersions)
    .where(
      and(
        eq(documentVersions.documentId, documentId),
        no === undefined ? undefined : eq(documentVersions.no, no),
      ),
    )
    .orderBy(desc(documentVersions.no))
    .limit(1);
  return row ?? null;
}

export async function insertVersion(
  tx: Queryable,
  row: {
    id: string;
    documentId: string;
    no: number;
    seq: number;
    state: Uint8Array;
    registerValues: RegisterValues;
    sha256: Uint8Array;
    reason: string;
    createdBy: string;
    createdAt: Date;
  },
): Promise<void> {
  await tx.insert(documentVersions).values(row);
}

async function versionsWhere(
  db: Queryable,
  condition: ReturnType<typeof inArray>,
): Promise<VersionRecord[]> {
  const rows = await db
    .select({
      id: documentVersions.id,
      documentId: documentVersions.documentId,
      no: documentVersions.no,
      seq: documentVersions.seq,
      sha256: documentVersions.sha256,
      reason: documentVersions.reason,
      createdAt: documentVersions.createdAt,
      nameZh: people.nameZh,
      nameEn: people.nameEn,
    })
    .from(documentVersions)
    .innerJoin(people, eq(people.id, documentVersions.createdBy))
    .where(condition)
    .orderBy(documentVersions.documentId, desc(documentVersions.no));
  return rows.map(({ nameZh, nameEn, ...row }) => ({
    ...row,
    createdByName: { zh: nameZh, en: nameEn },
  }));
}

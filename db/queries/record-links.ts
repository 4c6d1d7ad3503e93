import { and, asc, eq, inArray, type SQL } from 'drizzle-orm';
import type { LinkRelation } from '../../app/domain/models/model.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { commitments } from '../schema/contract.ts';
import { recordLinks } from '../schema/models.ts';
import { people } from '../schema/people.ts';
import { threads } from '../schema/review.ts';

/** The record that a link leaves from, as its row names it; all null is the assignment itself. */
export type LinkOrigin = {
  assignmentId: string;
  documentId: string | null;
  threadId: string | null;
  deliverableId: string | null;
  commitmentId: string | null;
};

export type LinkRecord = LinkOrigin & {
  id: string;
  elementId: string | null;
  instanceId: string | null;
  relation: LinkRelation;
  /** Revision of the target when the link was made. */
  revision: number;
  createdByName: Bilingual;
  createdAt: Date;
};

/** Links of some assignments, to one target, or the one with this id; the oldest first. */
export async function findLinks(
  db: Queryable,
  filter: { assignmentIds?: string[]; elementId?: string; instanceId?: string; id?: string },
): Promise<LinkRecord[]> {
  const { assignmentIds, elementId, instanceId, id } = filter;
  if (assignmentIds?.length === 0) return [];
  const conditions: (SQL | undefined)[] = [
    assignmentIds === undefined ? undefined : inArray(recordLinks.assignmentId, assignmentIds),
    elementId === undefined ? undefined : eq(recordLinks.elementId, elementId),
    instanceId === undefined ? undefined : eq(recordLinks.instanceId, instanceId),
    id === undefined ? undefined : eq(recordLinks.id, id),
  ];
  const rows = await db
    .select({ link: recordLinks, zh: people.nameZh, en: people.nameEn })
    .from(recordLinks)
    .innerJoin(people, eq(people.id, recordLinks.createdBy))
    .where(and(...conditions))
    .orderBy(asc(recordLinks.id));
  return rows.map(({ link, zh, en }) => ({ ...link, createdByName: { zh, en } }));
}

/** @returns false where the same link is there already. */
export async function insertLink(
  tx: Queryable,
  row: typeof recordLinks.$inferInsert,
): Promise<boolean> {
  const inserted = await tx
    .insert(recordLinks)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: recordLinks.id });
  return inserted.length > 0;
}

export async function deleteLink(tx: Queryable, id: string): Promise<void> {
  await tx.delete(recordLinks).where(eq(recordLinks.id, id));
}

/** Comments of these documents, as far as a link names them. */
export async function findThreadHeads(db: Queryable, documentIds: string[]) {
  if (documentIds.length === 0) return [];
  return await db
    .select({
      id: threads.id,
      documentId: threads.documentId,
      number: threads.number,
      quote: threads.quote,
      visibility: threads.visibility,
      authorOrganisationId: threads.authorOrganisationId,
    })
    .from(threads)
    .where(inArray(threads.documentId, documentIds))
    .orderBy(asc(threads.id));
}

/** Commitments of these assignments, as far as a link names them. */
export async function findCommitmentHeads(db: Queryable, assignmentIds: string[]) {
  if (assignmentIds.length === 0) return [];
  const rows = await db
    .select()
    .from(commitments)
    .where(inArray(commitments.assignmentId, assignmentIds))
    .orderBy(asc(commitments.no));
  return rows.map(({ id, assignmentId, no, textZh, textEn }) => ({
    id,
    assignmentId,
    no,
    text: { zh: textZh, en: textEn },
  }));
}

import { and, desc, eq, inArray, isNull, max } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import {
  noObjectionState,
  type NoObjectionDecision,
  type NoObjectionState,
  type NoObjectionSubject,
} from '../../app/domain/procurement/no-objection.ts';
import type { DocumentKind } from '../../app/domain/documents/document-kind.ts';
import type { CalendarDate } from '../../app/domain/shared/calendar-date.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { documents, documentVersions } from '../schema/documents.ts';
import { people } from '../schema/people.ts';
import { noObjectionDecisions, noObjections } from '../schema/procurement.ts';

export type NoObjectionRecord = {
  id: string;
  assignmentId: string;
  no: number;
  subject: NoObjectionSubject;
  document: { id: string; kind: DocumentKind; title: string };
  versionId: string;
  versionNo: number;
  latestVersionNo: number;
  note: string;
  dueOn: CalendarDate | null;
  requestedBy: Bilingual;
  requestedAt: Date;
  decision: {
    decision: NoObjectionDecision;
    comments: string;
    decidedBy: Bilingual;
    decidedAt: Date;
  } | null;
  /** Derived: a later version of the document voids it (I06). */
  state: NoObjectionState;
};

/** Requests of the given assignments, or the one with that id; the latest first. */
export async function findNoObjections(
  db: Queryable,
  wanted: { assignmentIds: string[] } | { id: string },
): Promise<NoObjectionRecord[]> {
  const rows = await selectRequests(db)
    .where(
      'id' in wanted
        ? eq(noObjections.id, wanted.id)
        : inArray(noObjections.assignmentId, wanted.assignmentIds),
    )
    .orderBy(desc(noObjections.requestedAt), desc(noObjections.no));
  return await asRecords(db, rows);
}

/** Requests without a decision, on any assignment; void ones among them. The oldest last. */
export async function findUndecided(db: Queryable): Promise<NoObjectionRecord[]> {
  const rows = await selectRequests(db)
    .where(isNull(noObjectionDecisions.noObjectionId))
    .orderBy(desc(noObjections.requestedAt), desc(noObjections.no));
  return await asRecords(db, rows);
}

/** Whether the Bank was already asked about this version of the text. */
export async function wasAsked(
  db: Queryable,
  asked: { subject: NoObjectionSubject; versionId: string },
): Promise<boolean> {
  const rows = await db
    .select({ id: noObjections.id })
    .from(noObjections)
    .where(
      and(
        eq(noObjections.subject, asked.subject),
        eq(noObjections.documentVersionId, asked.versionId),
      ),
    );
  return rows.length > 0;
}

export async function nextNoObjectionNo(db: Queryable, assignmentId: string): Promise<number> {
  const [row] = await db
    .select({ last: max(noObjections.no) })
    .from(noObjections)
    .where(eq(noObjections.assignmentId, assignmentId));
  return (row?.last ?? 0) + 1;
}

export async function insertNoObjection(
  tx: Queryable,
  row: typeof noObjections.$inferInsert,
): Promise<void> {
  await tx.insert(noObjections).values(row);
}

export async function insertNoObjectionDecision(
  tx: Queryable,
  row: typeof noObjectionDecisions.$inferInsert,
): Promise<void> {
  await tx.insert(noObjectionDecisions).values(row);
}

const deciders = alias(people, 'deciders');

function selectRequests(db: Queryable) {
  return db
    .select({
      request: noObjections,
      version: { id: documentVersions.id, no: documentVersions.no },
      document: { id: documents.id, kind: documents.kind, title: documents.title },
      requester: { zh: people.nameZh, en: people.nameEn },
      decision: noObjectionDecisions,
      decider: { zh: deciders.nameZh, en: deciders.nameEn },
    })
    .from(noObjections)
    .innerJoin(documentVersions, eq(documentVersions.id, noObjections.documentVersionId))
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .innerJoin(people, eq(people.id, noObjections.requestedBy))
    .leftJoin(noObjectionDecisions, eq(noObjectionDecisions.noObjectionId, noObjections.id))
    .leftJoin(deciders, eq(deciders.id, noObjectionDecisions.decidedBy))
    .$dynamic();
}

async function asRecords(
  db: Queryable,
  rows: Awaited<ReturnType<typeof selectRequests>>,
): Promise<NoObjectionRecord[]> {
  const latest = await latestVersions(
    db,
    rows.map(({ document }) => document.id),
  );
  return rows.map(({ request, version, document, requester, decision, decider }) => {
    const latestVersionNo = latest.get(document.id) ?? version.no;
    return {
      id: request.id,
      assignmentId: request.assignmentId,
      no: request.no,
      subject: request.subject,
      document,
      versionId: version.id,
      versionNo: version.no,
      latestVersionNo,
      note: request.note,
      dueOn: request.dueOn,
      requestedBy: requester,
      requestedAt: request.requestedAt,
      decision:
        decision === null || decider === null
          ? null
          : {
              decision: decision.decision,
              comments: decision.comments,
              decidedBy: decider,
              decidedAt: decision.decidedAt,
            },
      state: noObjectionState({
        decision: decision?.decision ?? null,
        versionNo: version.no,
        latestVersionNo,
      }),
    };
  });
}

async function latestVersions(db: Queryable, documentIds: string[]): Promise<Map<string, number>> {
  if (documentIds.length === 0) return new Map();
  const rows = await db
    .select({ documentId: documentVersions.documentId, no: max(documentVersions.no) })
    .from(documentVersions)
    .where(inArray(documentVersions.documentId, documentIds))
    .groupBy(documentVersions.documentId);
  return new Map(rows.map(({ documentId, no }) => [documentId, no ?? 0]));
}

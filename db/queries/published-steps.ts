/** What open data tells of the steps before a contract. */
import { asc, eq, inArray, sql } from 'drizzle-orm';
import type {
  NoObjectionDecision,
  NoObjectionSubject,
} from '../../app/domain/procurement/no-objection.ts';
import type { AssignmentStage } from '../../app/domain/register/stage.ts';
import type { Queryable } from '../connection.ts';
import { documents, documentVersions } from '../schema/documents.ts';
import { noObjectionDecisions, noObjections } from '../schema/procurement.ts';
import { assignmentTransitions } from '../schema/register.ts';

export type StageMove = {
  assignmentId: string;
  toStage: AssignmentStage;
  occurredOn: string;
  recordedAt: Date;
};

/** Every move of the assignments from one stage to another, in order. */
export async function findStageMoves(db: Queryable, assignmentIds: string[]): Promise<StageMove[]> {
  if (assignmentIds.length === 0) return [];
  return await db
    .select({
      assignmentId: assignmentTransitions.assignmentId,
      toStage: assignmentTransitions.toStage,
      occurredOn: assignmentTransitions.occurredOn,
      recordedAt: assignmentTransitions.recordedAt,
    })
    .from(assignmentTransitions)
    .where(inArray(assignmentTransitions.assignmentId, assignmentIds))
    .orderBy(asc(assignmentTransitions.no));
}

export type DecidedNoObjection = {
  id: string;
  assignmentId: string;
  subject: NoObjectionSubject;
  decision: NoObjectionDecision;
  decidedAt: Date;
  documentId: string;
  /** Number of the version that was asked about, and of the latest version of the document. */
  versionNo: number;
  latestVersionNo: number;
};

export async function findDecidedNoObjections(
  db: Queryable,
  assignmentIds: string[],
): Promise<DecidedNoObjection[]> {
  if (assignmentIds.length === 0) return [];
  return await db
    .select({
      id: noObjections.id,
      assignmentId: noObjections.assignmentId,
      subject: noObjections.subject,
      decision: noObjectionDecisions.decision,
      decidedAt: noObjectionDecisions.decidedAt,
      documentId: documents.id,
      versionNo: documentVersions.no,
      latestVersionNo: sql<number>`(select max(no)::int from document_versions latest where latest.document_id = ${documents.id})`,
    })
    .from(noObjections)
    .innerJoin(noObjectionDecisions, eq(noObjectionDecisions.noObjectionId, noObjections.id))
    .innerJoin(documentVersions, eq(documentVersions.id, noObjections.documentVersionId))
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .where(inArray(noObjections.assignmentId, assignmentIds))
    .orderBy(asc(noObjections.no));
}

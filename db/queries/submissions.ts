/** What was handed in, what became of it, and the frozen versions it is about. */
import { and, asc, count, eq, isNull } from 'drizzle-orm';
import type { AcceptingSide, DeliverableEvent } from '../../app/domain/register/deliverable.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { deliverableEvents, submissions } from '../schema/deliverables.ts';
import { documents, documentVersions } from '../schema/documents.ts';
import { people } from '../schema/people.ts';
import { suggestionAcceptances, threadClosures, threads } from '../schema/review.ts';

export type SubmissionRecord = {
  id: string;
  no: number;
  documentVersionId: string;
  documentId: string;
  versionNo: number;
  /** Revision of the text that was frozen. */
  revision: number;
  at: Date;
};

export type DeliverableEventRecord = {
  id: string;
  event: DeliverableEvent;
  side: AcceptingSide | null;
  submissionId: string | null;
  at: Date;
  personId: string;
  personName: Bilingual;
  reason: string;
};

/** Submissions of a deliverable by number, each with the document and version it froze. */
export async function findSubmissions(
  db: Queryable,
  deliverableId: string,
): Promise<SubmissionRecord[]> {
  return await db
    .select({
      id: submissions.id,
      no: submissions.no,
      documentVersionId: submissions.documentVersionId,
      documentId: documents.id,
      versionNo: documentVersions.no,
      revision: documentVersions.seq,
      at: submissions.submittedAt,
    })
    .from(submissions)
    .innerJoin(documentVersions, eq(documentVersions.id, submissions.documentVersionId))
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .where(eq(submissions.deliverableId, deliverableId))
    .orderBy(asc(submissions.no));
}

/** Everything that happened to a deliverable, the earliest first. */
export async function findDeliverableEvents(
  db: Queryable,
  deliverableId: string,
): Promise<DeliverableEventRecord[]> {
  const rows = await db
    .select({ event: deliverableEvents, nameZh: people.nameZh, nameEn: people.nameEn })
    .from(deliverableEvents)
    .innerJoin(people, eq(people.id, deliverableEvents.personId))
    .where(eq(deliverableEvents.deliverableId, deliverableId))
    .orderBy(asc(deliverableEvents.at), asc(deliverableEvents.id));
  return rows.map(({ event, nameZh, nameEn }) => ({
    ...event,
    personName: { zh: nameZh, en: nameEn },
  }));
}

export async function isVersionSubmitted(db: Queryable, versionId: string): Promise<boolean> {
  const rows = await db
    .select({ id: submissions.id })
    .from(submissions)
    .where(eq(submissions.documentVersionId, versionId));
  return rows.length > 0;
}

/** The database refuses a second submission with the same number, or of the same version. */
export async function insertSubmission(
  tx: Queryable,
  row: {
    id: string;
    deliverableId: string;
    no: number;
    documentVersionId: string;
    submittedBy: string;
    submittedAt: Date;
  },
): Promise<void> {
  await tx.insert(submissions).values(row);
}

/** Issues on a document that are open and seen by the organisations given: they block acceptance. */
export async function countOpenIssues(db: Queryable, documentId: string): Promise<number> {
  const [row] = await db
    .select({ open: count() })
    .from(threads)
    .leftJoin(threadClosures, eq(threadClosures.threadId, threads.id))
    .leftJoin(suggestionAcceptances, eq(suggestionAcceptances.threadId, threads.id))
    .where(
      and(
        eq(threads.documentId, documentId),
        eq(threads.type, 'ISSUE'),
        isNull(threadClosures.threadId),
        isNull(suggestionAcceptances.threadId),
        eq(threads.visibility, 'ALL'),
      ),
    );
  return row?.open ?? 0;
}

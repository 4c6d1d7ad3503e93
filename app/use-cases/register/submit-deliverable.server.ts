import { inTransaction } from '#db/connection.ts';
import type { Transaction } from '#db/client.ts';
import { newId } from '#db/new-id.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { insertDeliverableEvent } from '#db/queries/deliverables.ts';
import {
  findSubmissions,
  insertSubmission,
  isVersionSubmitted,
  type SubmissionRecord,
} from '#db/queries/submissions.ts';
import { stepRefusal } from '../../domain/register/deliverable-step.ts';
import { DOCUMENT_OF_DELIVERABLE } from '../../domain/register/document-of-deliverable.ts';
import { answerRefusal, nextSubmissionNo } from '../../domain/register/submission.ts';
import { pipelineStep } from '../../domain/register/stage.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Refusal, RefusalCode } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { freezeInTransaction } from '../documents/freeze-version.server.ts';
import { readableDocument } from '../documents/readable-document.server.ts';
import { heldDeliverable, type HeldDeliverable } from './held-deliverable.server.ts';

type Submission = {
  actor: Person;
  code: string;
  no: number;
  documentId: string;
  now: Date;
};

export type Submitted = { submissionNo: number; versionNo: number };

/**
 * Hands in a deliverable: the text is frozen as it stands now, and the frozen version is what the
 * others accept or return. After a return it is a later version of the same text (I08, I09).
 */
export async function submitDeliverable(
  submission: Submission,
): Promise<Result<Submitted, Refusal>> {
  return await inTransaction<Result<Submitted, Refusal>>(async (tx) => {
    const held = await heldDeliverable(tx, submission);
    if (held === null) return refused({ code: 'not-found' });
    if (!held.allows('submit')) return refused({ code: 'not-allowed' });
    const submissions = await findSubmissions(tx, held.deliverable.id);
    const code = await whyNot(tx, { ...submission, held, submissions });
    if (code !== null) return refused({ code });

    // From here on a refusal leaves nothing behind: the version that is answered is an old one.
    const version = await frozen(tx, { ...submission, held, submissions });
    if (!version.ok) return version;
    return granted(await handIn(tx, { ...submission, held, submissions, version: version.value }));
  });
}

type Attempt = Submission & { held: HeldDeliverable; submissions: SubmissionRecord[] };

/** Why nothing can be handed in, or not this document. */
async function whyNot(tx: Transaction, attempt: Attempt): Promise<RefusalCode | null> {
  const { actor, held, submissions, documentId } = attempt;
  const { assignment, deliverable, state } = held;
  const refusal = stepRefusal(
    { acceptedBy: deliverable.acceptedBy, state, acceptedByPersons: [] },
    { event: 'SUBMITTED', personId: actor.id },
  );
  if (refusal !== null) return refusal;
  const step = pipelineStep(assignment.stage);
  if (step !== 'SIGNED' && step !== 'RUNNING') return 'deliverable.not-running';
  const readable = await readableDocument(actor, documentId, tx);
  if (
    readable?.document.kind !== DOCUMENT_OF_DELIVERABLE[deliverable.kind] ||
    readable.assignment.id !== assignment.id
  ) {
    return 'deliverable.wrong-document';
  }
  const returned = submissions.at(-1);
  if (returned === undefined) return null;
  if (returned.documentId !== documentId) return 'deliverable.other-document';
  return returned.revision === readable.document.lastSeq ? 'deliverable.unchanged' : null;
}

async function frozen(
  tx: Transaction,
  { actor, documentId, held, submissions, now }: Attempt,
): Promise<Result<{ versionId: string; no: number }, Refusal>> {
  const number = nextSubmissionNo(submissions);
  const reason = `${held.assignment.code}, ${held.deliverable.title.zh}，${String(number)}`;
  const version = await freezeInTransaction(tx, { actor, documentId, reason, now });
  const unchanged = answerRefusal(submissions.at(-1) ?? null, {
    documentId,
    versionNo: version.no,
  });
  if (unchanged !== null) return refused({ code: unchanged });
  return (await isVersionSubmitted(tx, version.versionId))
    ? refused({ code: 'deliverable.version-used' })
    : granted(version);
}

async function handIn(
  tx: Transaction,
  attempt: Attempt & { version: { versionId: string; no: number } },
): Promise<Submitted> {
  const { actor, held, submissions, documentId, version, now } = attempt;
  const { assignment, deliverable, state } = held;
  const submissionNo = nextSubmissionNo(submissions);
  const submissionId = newId();
  await insertSubmission(tx, {
    id: submissionId,
    deliverableId: deliverable.id,
    no: submissionNo,
    documentVersionId: version.versionId,
    submittedBy: actor.id,
    submittedAt: now,
  });
  await insertDeliverableEvent(tx, {
    id: newId(),
    deliverableId: deliverable.id,
    event: 'SUBMITTED',
    side: null,
    submissionId,
    at: now,
    personId: actor.id,
    reason: '',
  });
  await recordEvent(tx, {
    at: now,
    actorId: actor.id,
    action: 'deliverable.submitted',
    subjectType: 'deliverable',
    subjectId: deliverable.id,
    assignmentId: assignment.id,
    details: {
      no: deliverable.no,
      submissionNo,
      documentId,
      versionNo: version.no,
      before: { state },
      after: { state: 'SUBMITTED' },
    },
  });
  return { submissionNo, versionNo: version.no };
}

import { inTransaction } from '#db/connection.ts';
import { findAssignments } from '#db/queries/assignments.ts';
import { holdAssignment } from '#db/queries/assignment-stages.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { holdDocument } from '#db/queries/documents.ts';
import { findNoObjections, insertNoObjectionDecision } from '#db/queries/no-objections.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import type { NoObjectionDecision } from '../../domain/procurement/no-objection.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';

const COMMENTS_CHARACTERS_MAX = 5000;

type Decision = {
  actor: Person;
  id: string;
  decision: NoObjectionDecision;
  /** Needed unless the request is granted. */
  comments: string;
  now: Date;
};

/** The Bank grants, comments or refuses, once, on the version it was asked about. */
export async function decideNoObjection(
  decided: Decision,
): Promise<Result<{ code: string }, Refusal>> {
  const { actor, id, decision, now } = decided;
  const comments = decided.comments.trim();
  if ([...comments].length > COMMENTS_CHARACTERS_MAX) return refused({ code: 'comment.too-long' });

  return await inTransaction<Result<{ code: string }, Refusal>>(async (tx) => {
    const [asked] = await findNoObjections(tx, { id });
    if (asked === undefined) return refused({ code: 'not-found' });
    const [assignment] = await findAssignments(tx, { ids: [asked.assignmentId] });
    if (assignment === undefined) return refused({ code: 'not-found' });
    const resource = { type: 'no-objection', ...assignment.standing } as const;
    if (!may(actor, 'read', resource)) return refused({ code: 'not-found' });
    if (!may(actor, 'decide', resource)) return refused({ code: 'not-allowed' });
    if (decision !== 'GRANTED' && comments === '') {
      return refused({ code: 'no-objection.comments' });
    }
    await holdAssignment(tx, assignment.id);
    // No later version may come while this one is decided on.
    await holdDocument(tx, asked.document.id);
    const [present] = await findNoObjections(tx, { id });
    if (present?.state === 'VOID') return refused({ code: 'no-objection.void' });
    if (present?.state !== 'PENDING') return refused({ code: 'no-objection.decided' });
    await insertNoObjectionDecision(tx, {
      noObjectionId: id,
      decision,
      comments,
      decidedBy: actor.id,
      decidedAt: now,
    });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'no-objection.decided',
      subjectType: 'no-objection',
      subjectId: id,
      assignmentId: assignment.id,
      details: {
        before: { state: 'PENDING' },
        after: { state: decision, comments },
        subject: asked.subject,
        versionNo: asked.versionNo,
      },
    });
    return granted({ code: assignment.code });
  });
}

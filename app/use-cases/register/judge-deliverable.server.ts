/** What accepting and returning have in common. */
import type { Transaction } from '#db/client.ts';
import { newId } from '#db/new-id.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { insertDeliverableEvent } from '#db/queries/deliverables.ts';
import { findDeliverableEvents, findSubmissions } from '#db/queries/submissions.ts';
import { deliverableState } from '../../domain/register/deliverable-state.ts';
import { stepRefusal } from '../../domain/register/deliverable-step.ts';
import type { AcceptingSide, DeliverableState } from '../../domain/register/deliverable.ts';
import { acceptingSideOf } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { heldDeliverable, type HeldDeliverable } from './held-deliverable.server.ts';

export type Judgement = {
  actor: Person;
  code: string;
  no: number;
  event: 'ACCEPTED' | 'RETURNED';
  reason: string;
  now: Date;
};

/** A judgement that may be given: by which side, on what. */
export type Permitted = {
  held: HeldDeliverable;
  side: AcceptingSide;
  /** The submission that is judged; null for what was handed in before Dagang. */
  submission: { id: string; documentId: string } | null;
};

export async function permitJudgement(
  tx: Transaction,
  judgement: Judgement,
): Promise<Result<Permitted, Refusal>> {
  const { actor, event } = judgement;
  const held = await heldDeliverable(tx, judgement);
  if (held === null) return refused({ code: 'not-found' });
  const side = acceptingSideOf(actor);
  if (side === null || !held.allows('accept')) return refused({ code: 'not-allowed' });
  const { deliverable, state } = held;
  const events = await findDeliverableEvents(tx, deliverable.id);
  const begun = events.findLastIndex((past) => past.event !== 'ACCEPTED');
  const code = stepRefusal(
    {
      acceptedBy: deliverable.acceptedBy,
      state,
      acceptedByPersons: events.slice(begun + 1).map(({ personId }) => personId),
    },
    { event, side, personId: actor.id },
  );
  if (code !== null) return refused({ code });
  const submissions = await findSubmissions(tx, deliverable.id);
  const submissionId = events[begun]?.submissionId;
  const submission = submissions.find(({ id }) => id === submissionId) ?? null;
  return granted({ held, side, submission });
}

/** Writes the judgement and answers the state that it leads to. */
export async function recordJudgement(
  tx: Transaction,
  judgement: Judgement,
  { held, side, submission }: Permitted,
): Promise<DeliverableState> {
  const { actor, event, reason, now } = judgement;
  const { deliverable, assignment, state } = held;
  const after = deliverableState(deliverable.acceptedBy, { event, side });
  await insertDeliverableEvent(tx, {
    id: newId(),
    deliverableId: deliverable.id,
    event,
    side,
    submissionId: submission?.id ?? null,
    at: now,
    personId: actor.id,
    reason,
  });
  await recordEvent(tx, {
    at: now,
    actorId: actor.id,
    action: event === 'ACCEPTED' ? 'deliverable.accepted' : 'deliverable.returned',
    subjectType: 'deliverable',
    subjectId: deliverable.id,
    assignmentId: assignment.id,
    details: { no: deliverable.no, side, reason, before: { state }, after: { state: after } },
  });
  return after;
}

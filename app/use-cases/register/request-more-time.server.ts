import { inTransaction } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { hasPendingTimeRequest, insertTimeRequest } from '#db/queries/time-requests.ts';
import { timeRequestRefusal } from '../../domain/register/due-date.ts';
import { checkedReason } from '../../domain/register/reason.ts';
import type { Person } from '../../domain/people/person.ts';
import { isCalendarDate } from '../../domain/shared/calendar-date.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { heldDeliverable } from './held-deliverable.server.ts';

/** Asks the project office for a later due date. One request waits at a time. */
export async function requestMoreTime(asked: {
  actor: Person;
  code: string;
  no: number;
  dueOn: string;
  reason: string;
  now: Date;
}): Promise<Result<{ requestId: string }, Refusal>> {
  const { actor, dueOn, now } = asked;
  const reason = checkedReason(asked.reason);
  if (!reason.ok) return reason;
  if (!isCalendarDate(dueOn)) return refused({ code: 'date.invalid' });
  return await inTransaction<Result<{ requestId: string }, Refusal>>(async (tx) => {
    const held = await heldDeliverable(tx, asked);
    if (held === null) return refused({ code: 'not-found' });
    if (!held.allows('submit')) return refused({ code: 'not-allowed' });
    const { assignment, deliverable, state } = held;
    const hasPendingRequest = await hasPendingTimeRequest(tx, deliverable.id);
    const code = timeRequestRefusal({ ...deliverable, state, hasPendingRequest }, dueOn);
    if (code !== null) return refused({ code });
    const requestId = newId();
    const request = {
      dueOnBefore: deliverable.dueOn ?? '',
      requestedDueOn: dueOn,
      reason: reason.value,
    };
    await insertTimeRequest(tx, {
      id: requestId,
      deliverableId: deliverable.id,
      ...request,
      requestedBy: actor.id,
      requestedAt: now,
    });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'time-request.made',
      subjectType: 'time-request',
      subjectId: requestId,
      assignmentId: assignment.id,
      details: { no: deliverable.no, ...request },
    });
    return granted({ requestId });
  });
}

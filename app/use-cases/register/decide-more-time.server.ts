import { inTransaction } from '#db/connection.ts';
import type { Transaction } from '#db/client.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { setDueDate } from '#db/queries/deliverables.ts';
import {
  findTimeRequests,
  insertTimeDecision,
  type TimeRequestRecord,
} from '#db/queries/time-requests.ts';
import { grantRefusal } from '../../domain/register/due-date.ts';
import { checkedNote, checkedReason } from '../../domain/register/reason.ts';
import type { TimeDecision } from '../../domain/register/deliverable.ts';
import type { Person } from '../../domain/people/person.ts';
import { isCalendarDate, type CalendarDate } from '../../domain/shared/calendar-date.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { heldDeliverable, type HeldDeliverable } from './held-deliverable.server.ts';

type Decision = {
  actor: Person;
  code: string;
  no: number;
  requestId: string;
  decision: TimeDecision;
  /** What is granted, which may be less than what was asked; not read when refused. */
  grantedDueOn: string;
  /** Why; a refusal needs it. */
  note: string;
  now: Date;
};

/** Grants or refuses more time. What is granted becomes the due date in the same moment. */
export async function decideMoreTime(
  given: Decision,
): Promise<Result<{ dueOn: CalendarDate | null }, Refusal>> {
  const { decision } = given;
  const note = decision === 'REFUSED' ? checkedReason(given.note) : checkedNote(given.note);
  if (!note.ok) return note;
  if (decision === 'GRANTED' && !isCalendarDate(given.grantedDueOn)) {
    return refused({ code: 'date.invalid' });
  }
  const granting = decision === 'GRANTED' ? given.grantedDueOn : null;
  return await inTransaction<Result<{ dueOn: CalendarDate | null }, Refusal>>(async (tx) => {
    const held = await heldDeliverable(tx, given);
    if (held === null) return refused({ code: 'not-found' });
    if (!held.allows('edit')) return refused({ code: 'not-allowed' });
    const requests = await findTimeRequests(tx, held.deliverable.id);
    const request = requests.find(({ id }) => id === given.requestId);
    if (request === undefined) return refused({ code: 'not-found' });
    if (request.decision !== null) return refused({ code: 'time-request.decided' });
    const code = granting === null ? null : grantRefusal(request, granting);
    if (code !== null) return refused({ code });
    await decide(tx, { ...given, held, request, granting, note: note.value });
    return granted({ dueOn: granting ?? held.deliverable.dueOn });
  });
}

async function decide(
  tx: Transaction,
  decided: Decision & {
    held: HeldDeliverable;
    request: TimeRequestRecord;
    granting: CalendarDate | null;
  },
): Promise<void> {
  const { actor, decision, held, request, granting, note, now } = decided;
  const { assignment, deliverable } = held;
  await insertTimeDecision(tx, {
    timeRequestId: request.id,
    decision,
    grantedDueOn: granting,
    note,
    decidedBy: actor.id,
    decidedAt: now,
  });
  if (granting !== null) await setDueDate(tx, deliverable.id, granting);
  await recordEvent(tx, {
    at: now,
    actorId: actor.id,
    action: granting === null ? 'time-request.refused' : 'time-request.granted',
    subjectType: 'time-request',
    subjectId: request.id,
    assignmentId: assignment.id,
    details: {
      no: deliverable.no,
      note,
      requestedDueOn: request.requestedDueOn,
      before: { dueOn: deliverable.dueOn },
      after: { dueOn: granting ?? deliverable.dueOn },
    },
  });
}

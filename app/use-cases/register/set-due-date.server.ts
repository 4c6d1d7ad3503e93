import { inTransaction } from '#db/connection.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { setDueDate as saveDueDate } from '#db/queries/deliverables.ts';
import { isDueDateOpen } from '../../domain/register/due-date.ts';
import type { Person } from '../../domain/people/person.ts';
import { isCalendarDate, type CalendarDate } from '../../domain/shared/calendar-date.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { heldDeliverable } from './held-deliverable.server.ts';

/** Names the day of a deliverable whose rule leaves it to the project office. */
export async function setDueDate(given: {
  actor: Person;
  code: string;
  no: number;
  dueOn: string;
  now: Date;
}): Promise<Result<{ dueOn: CalendarDate }, Refusal>> {
  const { actor, dueOn, now } = given;
  if (!isCalendarDate(dueOn)) return refused({ code: 'date.invalid' });
  return await inTransaction<Result<{ dueOn: CalendarDate }, Refusal>>(async (tx) => {
    const held = await heldDeliverable(tx, given);
    if (held === null) return refused({ code: 'not-found' });
    if (!held.allows('edit')) return refused({ code: 'not-allowed' });
    const { assignment, deliverable, state } = held;
    if (!isDueDateOpen({ ...deliverable, state })) return refused({ code: 'due-date.fixed' });
    if (deliverable.dueOn === dueOn) return granted({ dueOn });
    await saveDueDate(tx, deliverable.id, dueOn);
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'deliverable.dated',
      subjectType: 'deliverable',
      subjectId: deliverable.id,
      assignmentId: assignment.id,
      details: {
        no: deliverable.no,
        before: { dueOn: deliverable.dueOn },
        after: { dueOn },
      },
    });
    return granted({ dueOn });
  });
}

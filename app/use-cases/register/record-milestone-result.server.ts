import { inTransaction } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { holdMilestone, insertMilestoneResult } from '#db/queries/milestones.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import { milestoneState, type MilestoneResult } from '../../domain/register/milestone.ts';
import { checkedNote } from '../../domain/register/reason.ts';
import { calendarDateAt, isCalendarDate } from '../../domain/shared/calendar-date.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { readableAssignment } from './held-deliverable.server.ts';

/** Says how a milestone came out. It may be said again, as when a part that was missing follows. */
export async function recordMilestoneResult(given: {
  actor: Person;
  code: string;
  no: number;
  result: MilestoneResult;
  /** The day on which it came about; not after today. */
  occurredOn: string;
  note: string;
  now: Date;
}): Promise<Result<{ state: MilestoneResult }, Refusal>> {
  const { actor, code, no, result, occurredOn, now } = given;
  const note = checkedNote(given.note);
  if (!note.ok) return note;
  if (!isCalendarDate(occurredOn)) return refused({ code: 'date.invalid' });
  if (occurredOn > calendarDateAt(now)) return refused({ code: 'milestone.future' });
  return await inTransaction<Result<{ state: MilestoneResult }, Refusal>>(async (tx) => {
    const assignment = await readableAssignment(tx, actor, code);
    if (assignment === null) return refused({ code: 'not-found' });
    if (!may(actor, 'edit', { type: 'deliverable', ...assignment.standing })) {
      return refused({ code: 'not-allowed' });
    }
    const milestone = await holdMilestone(tx, { assignmentId: assignment.id, no });
    if (milestone === null) return refused({ code: 'not-found' });
    await insertMilestoneResult(tx, {
      id: newId(),
      milestoneId: milestone.id,
      result,
      occurredOn,
      note: note.value,
      personId: actor.id,
      at: now,
    });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'milestone.recorded',
      subjectType: 'milestone',
      subjectId: milestone.id,
      assignmentId: assignment.id,
      details: {
        no,
        before: { state: milestoneState(milestone.latest?.result ?? null) },
        after: { state: result, occurredOn, note: note.value },
      },
    });
    return granted({ state: result });
  });
}

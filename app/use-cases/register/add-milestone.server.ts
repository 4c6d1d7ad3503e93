import { inTransaction } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { holdAssignment, insertMilestone, nextMilestoneNo } from '#db/queries/milestones.ts';
import { checkedTitle } from '../../domain/documents/title.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import type { MilestoneType } from '../../domain/register/milestone.ts';
import { isCalendarDate } from '../../domain/shared/calendar-date.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { readableAssignment } from './held-deliverable.server.ts';

/** Registers one more milestone of an assignment; it gets the next number. */
export async function addMilestone(given: {
  actor: Person;
  code: string;
  type: MilestoneType;
  titleZh: string;
  titleEn: string;
  dueOn: string;
  now: Date;
}): Promise<Result<{ no: number }, Refusal>> {
  const { actor, code, type, dueOn, now } = given;
  const zh = checkedTitle(given.titleZh);
  if (!zh.ok) return zh;
  const en = checkedTitle(given.titleEn);
  if (!en.ok) return en;
  if (!isCalendarDate(dueOn)) return refused({ code: 'date.invalid' });
  return await inTransaction<Result<{ no: number }, Refusal>>(async (tx) => {
    const assignment = await readableAssignment(tx, actor, code);
    if (assignment === null) return refused({ code: 'not-found' });
    if (!may(actor, 'edit', { type: 'deliverable', ...assignment.standing })) {
      return refused({ code: 'not-allowed' });
    }
    await holdAssignment(tx, assignment.id);
    const no = await nextMilestoneNo(tx, assignment.id);
    const id = newId();
    const facts = { no, type, title: { zh: zh.value, en: en.value }, dueOn };
    await insertMilestone(tx, { id, assignmentId: assignment.id, ...facts });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'milestone.added',
      subjectType: 'milestone',
      subjectId: id,
      assignmentId: assignment.id,
      details: { before: null, after: facts },
    });
    return granted({ no });
  });
}

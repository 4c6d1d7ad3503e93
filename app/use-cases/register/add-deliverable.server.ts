import { inTransaction } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { insertDeliverable, nextDeliverableNo } from '#db/queries/deliverables.ts';
import { holdAssignment } from '#db/queries/milestones.ts';
import { checkedTitle } from '../../domain/documents/title.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import type { AcceptedBy, DeliverableKind, DueRule } from '../../domain/register/deliverable.ts';
import { isCalendarDate } from '../../domain/shared/calendar-date.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { readableAssignment } from './held-deliverable.server.ts';

/** Registers one more deliverable of an assignment; it gets the next number. */
export async function addDeliverable(given: {
  actor: Person;
  code: string;
  kind: DeliverableKind;
  titleZh: string;
  titleEn: string;
  dueRule: DueRule;
  /** Empty leaves the day open, which a fixed date cannot. */
  dueOn: string;
  acceptedBy: AcceptedBy;
  now: Date;
}): Promise<Result<{ no: number }, Refusal>> {
  const { actor, code, kind, dueRule, acceptedBy, now } = given;
  const zh = checkedTitle(given.titleZh);
  if (!zh.ok) return zh;
  const en = checkedTitle(given.titleEn);
  if (!en.ok) return en;
  const dueOn = given.dueOn === '' ? null : given.dueOn;
  const isDated = dueOn === null ? dueRule !== 'FIXED_DATE' : isCalendarDate(dueOn);
  if (!isDated) return refused({ code: 'date.invalid' });
  return await inTransaction<Result<{ no: number }, Refusal>>(async (tx) => {
    const assignment = await readableAssignment(tx, actor, code);
    if (assignment === null) return refused({ code: 'not-found' });
    if (!may(actor, 'edit', { type: 'deliverable', ...assignment.standing })) {
      return refused({ code: 'not-allowed' });
    }
    await holdAssignment(tx, assignment.id);
    const no = await nextDeliverableNo(tx, assignment.id);
    const id = newId();
    const facts = { no, kind, title: { zh: zh.value, en: en.value }, dueRule, dueOn, acceptedBy };
    await insertDeliverable(tx, { id, assignmentId: assignment.id, ...facts });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'deliverable.added',
      subjectType: 'deliverable',
      subjectId: id,
      assignmentId: assignment.id,
      details: { before: null, after: facts },
    });
    return granted({ no });
  });
}

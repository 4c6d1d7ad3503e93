import { inTransaction } from '#db/connection.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { findAssignments, findComponents, saveAssignmentFacts } from '#db/queries/assignments.ts';
import { holdAssignments, savePlannedBudget } from '#db/queries/register-changes.ts';
import { checkedTitle } from '../../domain/documents/title.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';

type Correction = {
  actor: Person;
  code: string;
  titleZh: string;
  titleEn: string;
  /** Null leaves the assignment without component. */
  componentId: string | null;
  /** Null says that no budget is planned; undefined leaves what is. */
  planned?: { amountMinor: number; currency: string } | null;
  now: Date;
};

/** Sets title and component of an assignment; what was changed by a person is no longer assumed. */
export async function correctAssignmentFacts(
  correction: Correction,
): Promise<Result<{ code: string }, Refusal>> {
  const { actor, code, componentId, planned, now } = correction;
  const titleZh = checkedTitle(correction.titleZh);
  if (!titleZh.ok) return titleZh;
  const titleEn = checkedTitle(correction.titleEn);
  if (!titleEn.ok) return titleEn;

  return await inTransaction<Result<{ code: string }, Refusal>>(async (tx) => {
    await holdAssignments(tx, [code]);
    const [record] = await findAssignments(tx, { code });
    if (record === undefined || !may(actor, 'read', { type: 'assignment', ...record.standing })) {
      return refused({ code: 'not-found' });
    }
    if (!may(actor, 'edit', { type: 'assignment', ...record.standing })) {
      return refused({ code: 'not-allowed' });
    }
    const known = await findComponents(tx);
    if (componentId !== null && !known.some((component) => component.id === componentId)) {
      return refused({ code: 'form.invalid' });
    }
    const title = { zh: titleZh.value, en: titleEn.value };
    const titleChanged = title.zh !== record.title.zh || title.en !== record.title.en;
    const componentChanged = componentId !== (record.component?.id ?? null);
    await saveAssignmentFacts(tx, {
      assignmentId: record.id,
      title,
      titleIsAssumed: record.titleIsAssumed && !titleChanged,
      componentId,
      componentIsAssumed: record.componentIsAssumed && !componentChanged,
    });
    if (planned !== undefined) {
      await savePlannedBudget(tx, { assignmentId: record.id, planned });
    }
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'assignment.corrected',
      subjectType: 'assignment',
      subjectId: record.id,
      assignmentId: record.id,
      details: {
        before: {
          title: record.title,
          componentId: record.component?.id ?? null,
          ...(planned !== undefined && { planned: record.planned }),
        },
        after: { title, componentId, ...(planned !== undefined && { planned }) },
      },
    });
    return granted({ code });
  });
}

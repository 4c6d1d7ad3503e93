import { inTransaction } from '#db/connection.ts';
import { findStagePlans, saveStagePlan } from '#db/queries/assignment-stages.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import type { Person } from '../../domain/people/person.ts';
import { courseIndex } from '../../domain/register/stage-machine.ts';
import type { AssignmentStage } from '../../domain/register/stage.ts';
import { isCalendarDate, type CalendarDate } from '../../domain/shared/calendar-date.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { procurementOf } from './procurement-of.server.ts';

/** `plannedOn` null takes a planned day away. */
export type StagePlan = { stage: AssignmentStage; plannedOn: CalendarDate | null };

/** Sets the days on which the stages of an assignment are planned to be reached, in their order. */
export async function planStages(planning: {
  actor: Person;
  code: string;
  plans: readonly StagePlan[];
  now: Date;
}): Promise<Result<{ changed: number }, Refusal>> {
  const { actor, code, plans, now } = planning;
  return await inTransaction<Result<{ changed: number }, Refusal>>(async (tx) => {
    const found = await procurementOf(tx, { actor, code, action: 'edit' });
    if (!found.ok) return found;
    const { id: assignmentId, method } = found.value;
    if (plans.some(({ stage }) => courseIndex(method, stage) < 0)) {
      return refused({ code: 'stage.impossible' });
    }
    if (plans.some(({ plannedOn }) => plannedOn !== null && !isCalendarDate(plannedOn))) {
      return refused({ code: 'date.invalid' });
    }
    const before = await findStagePlans(tx, assignmentId);
    const after = new Map(before);
    for (const { stage, plannedOn } of plans) {
      if (plannedOn === null) after.delete(stage);
      else after.set(stage, plannedOn);
    }
    const inOrder = [...after]
      .filter(([stage]) => courseIndex(method, stage) >= 0)
      .sort(([left], [right]) => courseIndex(method, left) - courseIndex(method, right));
    const isBackwards = inOrder.some(([, day], index) => day < (inOrder[index - 1]?.[1] ?? day));
    if (isBackwards) return refused({ code: 'stage.plan-order' });

    const changed = plans.filter(
      ({ stage, plannedOn }) => (before.get(stage) ?? null) !== plannedOn,
    );
    for (const plan of changed) await saveStagePlan(tx, { assignmentId, ...plan });
    if (changed.length > 0) {
      await recordEvent(tx, {
        at: now,
        actorId: actor.id,
        action: 'assignment.planned',
        subjectType: 'assignment',
        subjectId: assignmentId,
        assignmentId,
        details: {
          before: Object.fromEntries(
            changed.map(({ stage }) => [stage, before.get(stage) ?? null]),
          ),
          after: Object.fromEntries(changed.map(({ stage, plannedOn }) => [stage, plannedOn])),
        },
      });
    }
    return granted({ changed: changed.length });
  });
}

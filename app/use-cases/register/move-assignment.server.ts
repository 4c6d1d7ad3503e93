import type { Transaction } from '#db/client.ts';
import { inTransaction } from '#db/connection.ts';
import { findAssignments, type AssignmentRecord } from '#db/queries/assignments.ts';
import {
  findTransitions,
  holdAssignment,
  insertTransition,
} from '#db/queries/assignment-stages.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import {
  calendarDateAt,
  isCalendarDate,
  type CalendarDate,
} from '../../domain/shared/calendar-date.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { unmetDemands } from '../../domain/register/stage-demands.ts';
import { moveKind } from '../../domain/register/stage-machine.ts';
import type { AssignmentStage } from '../../domain/register/stage.ts';
import { stageFacts } from './stage-facts.server.ts';

export type Move = {
  actor: Person;
  to: AssignmentStage;
  /** The day it happened; null for today. */
  occurredOn: CalendarDate | null;
  /** Asked for with every move but the next one forward. */
  reason: string;
  now: Date;
};

export const REASON_CHARACTERS_MAX = 500;

/**
 * Moves an assignment to another stage of its method. `SIGNED` is not reached this way: signing the
 * contract brings it about.
 */
export async function moveAssignment(
  move: Move & { code: string },
): Promise<Result<{ stage: AssignmentStage }, Refusal>> {
  const { actor, code, to } = move;
  return await inTransaction<Result<{ stage: AssignmentStage }, Refusal>>(async (tx) => {
    const [record] = await findAssignments(tx, { code });
    if (record === undefined || !may(actor, 'read', { type: 'assignment', ...record.standing })) {
      return refused({ code: 'not-found' });
    }
    const held = await holdAssignment(tx, record.id);
    // Nothing is read before the row is held: what was read earlier may have changed meanwhile.
    const stage = held?.stage ?? record.stage;
    if (!mayMove(actor, { ...record, stage }, to)) return refused({ code: 'not-allowed' });
    if (to === 'SIGNED' && stage === 'NEGOTIATION') return refused({ code: 'stage.by-signing' });
    return await moveInTransaction(tx, { ...move, assignmentId: record.id });
  });
}

/**
 * Whether the person may make this move: the office every one; who leads the terms of reference
 * sends them to review.
 */
export function mayMove(
  actor: Person,
  assignment: Pick<AssignmentRecord, 'standing' | 'roles' | 'stage'>,
  to: AssignmentStage,
): boolean {
  const { standing, roles, stage } = assignment;
  if (may(actor, 'edit', { type: 'procurement', ...standing })) return true;
  return (
    stage === 'TOR_DRAFT' &&
    to === 'TOR_REVIEW' &&
    roles.some(({ personId, role }) => personId === actor.id && role === 'TOR_LEAD') &&
    may(actor, 'edit', { type: 'document', kind: 'TOR', isLocked: false, ...standing })
  );
}

/**
 * The one way in which a stage ever changes: locks the assignment, checks machine, day and demands,
 * and writes the move with its audit event. Whoever calls it has asked the policy.
 */
export async function moveInTransaction(
  tx: Transaction,
  move: Move & { assignmentId: string },
): Promise<Result<{ stage: AssignmentStage }, Refusal>> {
  const { assignmentId, actor, to, now } = move;
  const held = await holdAssignment(tx, assignmentId);
  if (held === null) return refused({ code: 'not-found' });
  const kind = moveKind(held.method, { from: held.stage, to });
  if (kind === null) return refused({ code: 'stage.impossible' });

  const reason = move.reason.trim();
  if (kind !== 'FORWARD' && reason === '') return refused({ code: 'reason.missing' });
  if ([...reason].length > REASON_CHARACTERS_MAX) return refused({ code: 'reason.too-long' });

  const today = calendarDateAt(now);
  const occurredOn = move.occurredOn ?? today;
  const last = (await findTransitions(tx, assignmentId)).at(-1);
  if (!isCalendarDate(occurredOn)) return refused({ code: 'date.invalid' });
  if (occurredOn > today) return refused({ code: 'stage.date-future' });
  if (last !== undefined && occurredOn < last.occurredOn) {
    return refused({ code: 'stage.date-before' });
  }

  if (kind === 'FORWARD') {
    const [unmet] = unmetDemands(to, await stageFacts(tx, held, { to, on: occurredOn }));
    if (unmet !== undefined) return refused({ code: unmet });
  }
  await insertTransition(tx, {
    assignmentId,
    no: (last?.no ?? 0) + 1,
    fromStage: held.stage,
    toStage: to,
    occurredOn,
    recordedAt: now,
    actorId: actor.id,
    reason,
  });
  await recordEvent(tx, {
    at: now,
    actorId: actor.id,
    action: 'assignment.moved',
    subjectType: 'assignment',
    subjectId: assignmentId,
    assignmentId,
    details: { before: { stage: held.stage }, after: { stage: to }, kind, occurredOn, reason },
  });
  return granted({ stage: to });
}

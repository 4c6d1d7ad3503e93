import type { Transaction } from '#db/client.ts';
import { newId } from '#db/new-id.ts';
import type { AssignmentRecord } from '#db/queries/assignments.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { lastTransition, saveMove } from '#db/queries/contract-signing.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';

type Move = { assignment: AssignmentRecord; occurredOn: string; actor: Person; now: Date };

/** Moves an assignment, whose row is held, from negotiation to signed. */
export async function moveToSigned(
  tx: Transaction,
  { assignment, occurredOn, actor, now }: Move,
): Promise<Result<{ no: number }, Refusal>> {
  if (assignment.stage !== 'NEGOTIATION') return refused({ code: 'contract.not-negotiating' });
  const no = (await lastTransition(tx, assignment.id)).no + 1;
  await saveMove(tx, {
    id: newId(),
    assignmentId: assignment.id,
    no,
    fromStage: assignment.stage,
    toStage: 'SIGNED',
    occurredOn,
    recordedAt: now,
    actorId: actor.id,
  });
  await recordEvent(tx, {
    at: now,
    actorId: actor.id,
    action: 'assignment.moved',
    subjectType: 'assignment',
    subjectId: assignment.id,
    assignmentId: assignment.id,
    details: { before: { stage: assignment.stage }, after: { stage: 'SIGNED' }, occurredOn },
  });
  return granted({ no });
}

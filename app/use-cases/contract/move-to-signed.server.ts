import type { Transaction } from '#db/client.ts';
import type { AssignmentRecord } from '#db/queries/assignments.ts';
import type { Person } from '../../domain/people/person.ts';
import type { AssignmentStage } from '../../domain/register/stage.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import type { Result } from '../../domain/shared/result.ts';
import { moveInTransaction } from '../register/move-assignment.server.ts';

type Move = { assignment: AssignmentRecord; occurredOn: string; actor: Person; now: Date };

/** Moves an assignment, whose contract is written, from negotiation to signed. */
export async function moveToSigned(
  tx: Transaction,
  { assignment, occurredOn, actor, now }: Move,
): Promise<Result<{ stage: AssignmentStage }, Refusal>> {
  const move = { assignmentId: assignment.id, to: 'SIGNED' as const, occurredOn, reason: '' };
  return await moveInTransaction(tx, { ...move, actor, now });
}

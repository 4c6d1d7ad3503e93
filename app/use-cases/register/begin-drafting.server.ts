import type { Transaction } from '#db/client.ts';
import { holdAssignment } from '#db/queries/assignment-stages.ts';
import type { Person } from '../../domain/people/person.ts';
import { moveInTransaction } from './move-assignment.server.ts';

/** An assignment whose first terms of reference were started is no longer only planned. */
export async function beginDrafting(
  tx: Transaction,
  begun: { assignmentId: string; actor: Person; now: Date },
): Promise<void> {
  const held = await holdAssignment(tx, begun.assignmentId);
  if (held?.stage !== 'PLANNED') return;
  const moved = await moveInTransaction(tx, {
    ...begun,
    to: 'TOR_DRAFT',
    occurredOn: null,
    reason: '',
  });
  if (!moved.ok) throw new Error(`Drafting could not begin: ${moved.refusal.code}`);
}

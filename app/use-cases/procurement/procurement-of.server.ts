import type { Transaction } from '#db/client.ts';
import { holdAssignment } from '#db/queries/assignment-stages.ts';
import { findAssignments, type AssignmentRecord } from '#db/queries/assignments.ts';
import { may, type Action } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';

/**
 * The assignment, locked, when the person may do `action` to its procurement. Whoever may not read
 * that is answered as if there were no such assignment.
 */
export async function procurementOf(
  tx: Transaction,
  { actor, code, action }: { actor: Person; code: string; action: Action },
): Promise<Result<AssignmentRecord, Refusal>> {
  const [found] = await findAssignments(tx, { code });
  if (found === undefined || !may(actor, 'read', { type: 'procurement', ...found.standing })) {
    return refused({ code: 'not-found' });
  }
  if (!may(actor, action, { type: 'procurement', ...found.standing })) {
    return refused({ code: 'not-allowed' });
  }
  const held = await holdAssignment(tx, found.id);
  return held === null ? refused({ code: 'not-found' }) : granted({ ...found, ...held });
}

import type { Queryable } from '#db/connection.ts';
import { findAssignments, type AssignmentRecord } from '#db/queries/assignments.ts';
import { findContract, holdContract, type ContractRecord } from '#db/queries/contracts.ts';
import { may, type Action, type AssignmentPart } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';

type Wish = { actor: Person; code: string; part: AssignmentPart; action: Action };

/**
 * The assignment, if this person may do `action` to its contract or commitments. What the person
 * may not even read is not found.
 */
export async function allowedAssignment(
  db: Queryable,
  { actor, code, part, action }: Wish,
): Promise<Result<AssignmentRecord, Refusal>> {
  const [assignment] = await findAssignments(db, { code });
  if (
    assignment === undefined ||
    !may(actor, 'read', { type: 'assignment', ...assignment.standing }) ||
    !may(actor, 'read', { type: part, ...assignment.standing })
  ) {
    return refused({ code: 'not-found' });
  }
  return may(actor, action, { type: part, ...assignment.standing })
    ? granted(assignment)
    : refused({ code: 'not-allowed' });
}

/** The contract to change; nobody else changes it until the transaction ends. */
export async function heldContract(
  tx: Queryable,
  wish: Omit<Wish, 'part'>,
): Promise<Result<{ assignment: AssignmentRecord; contract: ContractRecord }, Refusal>> {
  const allowed = await allowedAssignment(tx, { ...wish, part: 'contract' });
  if (!allowed.ok) return allowed;
  const assignment = allowed.value;
  await holdContract(tx, assignment.id);
  const contract = await findContract(tx, assignment.id);
  return contract === null ? refused({ code: 'not-found' }) : granted({ assignment, contract });
}

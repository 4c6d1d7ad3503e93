import type { Queryable } from '#db/connection.ts';
import { findAssignments, type AssignmentRecord } from '#db/queries/assignments.ts';
import { holdDeliverable, type DeliverableRecord } from '#db/queries/deliverables.ts';
import { holdAssignment } from '#db/queries/milestones.ts';
import { deliverableState } from '../../domain/register/deliverable-state.ts';
import type { DeliverableState } from '../../domain/register/deliverable.ts';
import { may, type Action } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';

export type HeldDeliverable = {
  assignment: AssignmentRecord;
  deliverable: DeliverableRecord;
  state: DeliverableState;
  /** What the actor may do with it besides reading. */
  allows: (action: Action) => boolean;
};

/**
 * Deliverable `no` of assignment `code`, both held until the transaction ends. "Not yours" and
 * "does not exist" are the same null.
 */
export async function heldDeliverable(
  tx: Queryable,
  { actor, code, no }: { actor: Person; code: string; no: number },
): Promise<HeldDeliverable | null> {
  const assignment = await readableAssignment(tx, actor, code);
  if (assignment === null) return null;
  await holdAssignment(tx, assignment.id);
  const deliverable = await holdDeliverable(tx, { assignmentId: assignment.id, no });
  // Its stage may have moved while we waited.
  const [present] = await findAssignments(tx, { ids: [assignment.id] });
  if (deliverable === null || present === undefined) return null;
  return {
    assignment: present,
    deliverable,
    state: deliverableState(deliverable.acceptedBy, deliverable.latest),
    allows: (action) => may(actor, action, { type: 'deliverable', ...present.standing }),
  };
}

/** The assignment if the actor may read its deliverables, else null. */
export async function readableAssignment(
  db: Queryable,
  actor: Person,
  code: string,
): Promise<AssignmentRecord | null> {
  const [assignment] = await findAssignments(db, { code });
  if (assignment === undefined) return null;
  return may(actor, 'read', { type: 'deliverable', ...assignment.standing }) ? assignment : null;
}

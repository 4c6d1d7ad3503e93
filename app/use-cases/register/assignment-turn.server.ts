import type { Queryable } from '#db/connection.ts';
import type { AssignmentRecord } from '#db/queries/assignments.ts';
import type { DeliverableRecord } from '#db/queries/deliverables.ts';
import { findNoObjections } from '#db/queries/no-objections.ts';
import { acceptingSideOf, may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import { awaitedSide, deliverableState, isOwed } from '../../domain/register/deliverable-state.ts';
import { pipelineStep } from '../../domain/register/stage.ts';
import type { AssignmentTurn } from './assignment-views.ts';

/** What waits for this person on an assignment, the most pressing first; null when others have the turn. */
export async function assignmentTurn(
  db: Queryable,
  assignment: AssignmentRecord,
  { actor, deliverables }: { actor: Person; deliverables: readonly DeliverableRecord[] },
): Promise<AssignmentTurn | null> {
  const { id, standing, stage } = assignment;
  if (may(actor, 'decide', { type: 'no-objection', ...standing })) {
    const requests = await findNoObjections(db, { assignmentIds: [id] });
    if (requests.some(({ state }) => state === 'PENDING')) return { act: 'decide' };
  }
  const side = acceptingSideOf(actor);
  const judged = deliverables.find(
    (row) => side !== null && awaitedSide(row.acceptedBy, stateOf(row)) === side,
  );
  if (judged !== undefined) return { act: 'judge', no: judged.no };
  if (may(actor, 'submit', { type: 'deliverable', ...standing })) {
    const returned = deliverables.find((row) => stateOf(row) === 'RETURNED');
    if (returned !== undefined) return { act: 'revise', no: returned.no };
  }
  if (!may(actor, 'edit', { type: 'procurement', ...standing })) return null;
  if (stage === 'NEGOTIATION') return { act: 'sign' };
  const isRunning = ['SIGNED', 'RUNNING'].includes(pipelineStep(stage));
  const isDelivered = isRunning && !deliverables.some((row) => isOwed(stateOf(row)));
  if (stage === 'COMPLETED' || isDelivered) return { act: 'close' };
  if (stage === 'TOR_CLEARED' || pipelineStep(stage) === 'PROCUREMENT') return { act: 'procure' };
  return null;
}

function stateOf({ acceptedBy, latest }: DeliverableRecord) {
  return deliverableState(acceptedBy, latest);
}

import { inTransaction } from '#db/connection.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { saveBasis } from '#db/queries/new-assignments.ts';
import type { Person } from '../../domain/people/person.ts';
import type { ProcurementReview, SelectionMethod } from '../../domain/register/assignment.ts';
import { isMethodOf } from '../../domain/register/method-choice.ts';
import { isMethodOpen } from '../../domain/register/stage-machine.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { procurementOf } from './procurement-of.server.ts';

type Basis = {
  actor: Person;
  code: string;
  method: SelectionMethod;
  review: ProcurementReview;
  stepReference: string | null;
  /** In minor units; null while no budget is known. */
  planned: { amountMinor: number; currency: string } | null;
  now: Date;
};

/** Sets method, review, budget and STEP number; method and review until the first step by them. */
export async function setBasis(basis: Basis): Promise<Result<{ code: string }, Refusal>> {
  const { actor, code, method, review, stepReference, planned, now } = basis;
  return await inTransaction<Result<{ code: string }, Refusal>>(async (tx) => {
    const found = await procurementOf(tx, { actor, code, action: 'edit' });
    if (!found.ok) return found;
    const assignment = found.value;
    const isOther = method !== assignment.method || review !== assignment.review;
    if (isOther && !isMethodOpen(assignment.stage)) {
      return refused({ code: 'assignment.method-fixed' });
    }
    if (!isMethodOf(assignment.kind, method)) return refused({ code: 'assignment.method-kind' });
    const after = { method, review, stepReference, planned };
    await saveBasis(tx, { assignmentId: assignment.id, ...after });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'assignment.corrected',
      subjectType: 'assignment',
      subjectId: assignment.id,
      assignmentId: assignment.id,
      details: {
        before: {
          method: assignment.method,
          review: assignment.review,
          stepReference: assignment.stepReference,
          planned: assignment.planned,
        },
        after,
      },
    });
    return granted({ code });
  });
}

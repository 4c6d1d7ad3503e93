import { eq } from 'drizzle-orm';
import type { ProcurementReview, SelectionMethod } from '../../app/domain/register/assignment.ts';
import type { Queryable } from '../connection.ts';
import { assignments, projects } from '../schema/register.ts';

/** The project of this installation, locked until the transaction ends. */
export async function findOnlyProject(tx: Queryable): Promise<string> {
  const [row] = await tx.select({ id: projects.id }).from(projects).for('update');
  if (row === undefined) throw new Error('The installation has no project.');
  return row.id;
}

/** A planned assignment. What a person enters is not assumed. */
export async function insertAssignment(
  tx: Queryable,
  row: Omit<
    typeof assignments.$inferInsert,
    'stage' | 'titleIsAssumed' | 'componentIsAssumed' | 'isDemo'
  >,
): Promise<void> {
  await tx
    .insert(assignments)
    .values({ ...row, stage: 'PLANNED', titleIsAssumed: false, componentIsAssumed: false });
}

export async function saveBasis(
  tx: Queryable,
  basis: {
    assignmentId: string;
    method: SelectionMethod;
    review: ProcurementReview;
    stepReference: string | null;
    planned: { amountMinor: number; currency: string } | null;
  },
): Promise<void> {
  const { assignmentId, method, review, stepReference, planned } = basis;
  await tx
    .update(assignments)
    .set({
      method,
      review,
      stepReference,
      plannedAmountMinor: planned?.amountMinor ?? null,
      plannedCurrency: planned?.currency ?? null,
    })
    .where(eq(assignments.id, assignmentId));
}

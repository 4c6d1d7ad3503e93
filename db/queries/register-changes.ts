/** What the register table changes of several assignments. */
import { and, eq, inArray } from 'drizzle-orm';
import type { ProcurementReview } from '../../app/domain/register/assignment.ts';
import type { Queryable } from '../connection.ts';
import { assignmentRoles, assignments } from '../schema/register.ts';

/** Holds the assignments with these codes until the transaction ends, always in one order. */
export async function holdAssignments(tx: Queryable, codes: readonly string[]): Promise<void> {
  await tx
    .select({ id: assignments.id })
    .from(assignments)
    .where(inArray(assignments.code, [...codes]))
    .orderBy(assignments.id)
    .for('no key update');
}

export async function setComponent(
  tx: Queryable,
  change: { assignmentIds: readonly string[]; componentId: string | null },
): Promise<void> {
  await tx
    .update(assignments)
    .set({ componentId: change.componentId, componentIsAssumed: false })
    .where(inArray(assignments.id, [...change.assignmentIds]));
}

export async function setReview(
  tx: Queryable,
  change: { assignmentIds: readonly string[]; review: ProcurementReview },
): Promise<void> {
  await tx
    .update(assignments)
    .set({ review: change.review })
    .where(inArray(assignments.id, [...change.assignmentIds]));
}

/** The one contract manager of each; who was it before no longer is. */
export async function setContractManager(
  tx: Queryable,
  change: { assignmentIds: readonly string[]; personId: string },
): Promise<void> {
  const ids = [...change.assignmentIds];
  await tx
    .delete(assignmentRoles)
    .where(
      and(inArray(assignmentRoles.assignmentId, ids), eq(assignmentRoles.role, 'CONTRACT_MANAGER')),
    );
  await tx
    .insert(assignmentRoles)
    .values(
      ids.map((assignmentId) => ({
        assignmentId,
        personId: change.personId,
        role: 'CONTRACT_MANAGER' as const,
      })),
    )
    .onConflictDoNothing();
}

export async function savePlannedBudget(
  tx: Queryable,
  budget: { assignmentId: string; planned: { amountMinor: number; currency: string } | null },
): Promise<void> {
  await tx
    .update(assignments)
    .set({
      plannedAmountMinor: budget.planned?.amountMinor ?? null,
      plannedCurrency: budget.planned?.currency ?? null,
    })
    .where(eq(assignments.id, budget.assignmentId));
}

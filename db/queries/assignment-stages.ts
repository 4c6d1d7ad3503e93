import { and, asc, eq } from 'drizzle-orm';
import type { ProcurementReview, SelectionMethod } from '../../app/domain/register/assignment.ts';
import type { AssignmentStage } from '../../app/domain/register/stage.ts';
import type { CalendarDate } from '../../app/domain/shared/calendar-date.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { newId } from '../new-id.ts';
import { people } from '../schema/people.ts';
import { assignments, assignmentTransitions, stagePlans } from '../schema/register.ts';

export type HeldAssignment = {
  id: string;
  code: string;
  stage: AssignmentStage;
  method: SelectionMethod;
  review: ProcurementReview;
};

/** Waits for whoever else decides on this assignment; held until the transaction ends. */
export async function holdAssignment(
  tx: Queryable,
  assignmentId: string,
): Promise<HeldAssignment | null> {
  const [row] = await tx
    .select({
      id: assignments.id,
      code: assignments.code,
      stage: assignments.stage,
      method: assignments.method,
      review: assignments.review,
    })
    .from(assignments)
    .where(eq(assignments.id, assignmentId))
    .for('no key update');
  return row ?? null;
}

export type TransitionRecord = {
  no: number;
  from: AssignmentStage;
  to: AssignmentStage;
  occurredOn: CalendarDate;
  recordedAt: Date;
  actorName: Bilingual;
  reason: string;
};

/** Every move of an assignment, the first one first. */
export async function findTransitions(
  db: Queryable,
  assignmentId: string,
): Promise<TransitionRecord[]> {
  const rows = await db
    .select({ moved: assignmentTransitions, zh: people.nameZh, en: people.nameEn })
    .from(assignmentTransitions)
    .innerJoin(people, eq(people.id, assignmentTransitions.actorId))
    .where(eq(assignmentTransitions.assignmentId, assignmentId))
    .orderBy(asc(assignmentTransitions.no));
  return rows.map(({ moved, zh, en }) => ({
    no: moved.no,
    from: moved.fromStage,
    to: moved.toStage,
    occurredOn: moved.occurredOn,
    recordedAt: moved.recordedAt,
    actorName: { zh, en },
    reason: moved.reason,
  }));
}

/** Writes the move and where the assignment stands after it; both or, with the transaction, none. */
export async function insertTransition(
  tx: Queryable,
  move: Omit<typeof assignmentTransitions.$inferInsert, 'id'>,
): Promise<void> {
  await tx.insert(assignmentTransitions).values({ id: newId(), ...move });
  await tx
    .update(assignments)
    .set({ stage: move.toStage })
    .where(eq(assignments.id, move.assignmentId));
}

/** The planned day of each stage that has one. */
export async function findStagePlans(
  db: Queryable,
  assignmentId: string,
): Promise<Map<AssignmentStage, CalendarDate>> {
  const rows = await db.select().from(stagePlans).where(eq(stagePlans.assignmentId, assignmentId));
  return new Map(rows.map(({ stage, plannedOn }) => [stage, plannedOn]));
}

/** @param plan `plannedOn` null takes the planned day away. */
export async function saveStagePlan(
  tx: Queryable,
  plan: { assignmentId: string; stage: AssignmentStage; plannedOn: CalendarDate | null },
): Promise<void> {
  const { assignmentId, stage, plannedOn } = plan;
  if (plannedOn === null) {
    await tx
      .delete(stagePlans)
      .where(and(eq(stagePlans.assignmentId, assignmentId), eq(stagePlans.stage, stage)));
    return;
  }
  await tx
    .insert(stagePlans)
    .values({ assignmentId, stage, plannedOn })
    .onConflictDoUpdate({
      target: [stagePlans.assignmentId, stagePlans.stage],
      set: { plannedOn },
    });
}

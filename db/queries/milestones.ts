import { and, asc, desc, eq, inArray, max } from 'drizzle-orm';
import type { MilestoneResult, MilestoneType } from '../../app/domain/register/milestone.ts';
import type { CalendarDate } from '../../app/domain/shared/calendar-date.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { milestoneEvents, milestones } from '../schema/deliverables.ts';
import { assignments } from '../schema/register.ts';

export type MilestoneRecord = {
  id: string;
  assignmentId: string;
  no: number;
  type: MilestoneType;
  title: Bilingual;
  dueOn: CalendarDate;
  latest: { result: MilestoneResult; occurredOn: CalendarDate; note: string } | null;
};

/** Milestones of the given assignments by number, each with its latest result. */
export async function findMilestones(
  db: Queryable,
  assignmentIds: readonly string[],
): Promise<MilestoneRecord[]> {
  if (assignmentIds.length === 0) return [];
  const rows = await db
    .select()
    .from(milestones)
    .where(inArray(milestones.assignmentId, [...assignmentIds]))
    .orderBy(asc(milestones.no));
  return await withLatest(db, rows);
}

/** Milestone `no` of an assignment, held until the transaction ends. */
export async function holdMilestone(
  tx: Queryable,
  { assignmentId, no }: { assignmentId: string; no: number },
): Promise<MilestoneRecord | null> {
  const rows = await tx
    .select()
    .from(milestones)
    .where(and(eq(milestones.assignmentId, assignmentId), eq(milestones.no, no)))
    .for('no key update');
  const [record] = await withLatest(tx, rows);
  return record ?? null;
}

/** Holds an assignment until the transaction ends, so that its numbers stay without gaps. */
export async function holdAssignment(tx: Queryable, assignmentId: string): Promise<void> {
  await tx
    .select({ id: assignments.id })
    .from(assignments)
    .where(eq(assignments.id, assignmentId))
    .for('no key update');
}

/** The number that the next milestone of an assignment gets; the caller holds the assignment. */
export async function nextMilestoneNo(tx: Queryable, assignmentId: string): Promise<number> {
  const [last] = await tx
    .select({ no: max(milestones.no) })
    .from(milestones)
    .where(eq(milestones.assignmentId, assignmentId));
  return (last?.no ?? 0) + 1;
}

export async function insertMilestone(
  tx: Queryable,
  row: {
    id: string;
    assignmentId: string;
    no: number;
    type: MilestoneType;
    title: Bilingual;
    dueOn: CalendarDate;
  },
): Promise<void> {
  const { title, ...rest } = row;
  await tx.insert(milestones).values({ ...rest, titleZh: title.zh, titleEn: title.en });
}

export async function insertMilestoneResult(
  tx: Queryable,
  row: typeof milestoneEvents.$inferInsert,
): Promise<void> {
  await tx.insert(milestoneEvents).values(row);
}

async function withLatest(
  db: Queryable,
  rows: (typeof milestones.$inferSelect)[],
): Promise<MilestoneRecord[]> {
  const latest = await latestResults(
    db,
    rows.map((row) => row.id),
  );
  return rows.map(({ titleZh, titleEn, ...row }) => ({
    ...row,
    title: { zh: titleZh, en: titleEn },
    latest: latest.get(row.id) ?? null,
  }));
}

async function latestResults(db: Queryable, milestoneIds: string[]) {
  if (milestoneIds.length === 0) return new Map<string, never>();
  const rows = await db
    .selectDistinctOn([milestoneEvents.milestoneId])
    .from(milestoneEvents)
    .where(inArray(milestoneEvents.milestoneId, milestoneIds))
    .orderBy(milestoneEvents.milestoneId, desc(milestoneEvents.at), desc(milestoneEvents.id));
  return new Map(
    rows.map(({ milestoneId, result, occurredOn, note }) => [
      milestoneId,
      { result, occurredOn, note },
    ]),
  );
}

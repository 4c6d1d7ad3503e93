import { and, asc, desc, eq, inArray, max } from 'drizzle-orm';
import type {
  AcceptedBy,
  AcceptingSide,
  DeliverableEvent,
  DeliverableKind,
  DueRule,
} from '../../app/domain/register/deliverable.ts';
import type { CalendarDate } from '../../app/domain/shared/calendar-date.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { deliverableEvents, deliverables } from '../schema/deliverables.ts';

export type DeliverableRecord = {
  id: string;
  assignmentId: string;
  no: number;
  kind: DeliverableKind;
  title: Bilingual;
  dueRule: DueRule;
  dueOn: string | null;
  acceptedBy: AcceptedBy;
  latest: {
    event: DeliverableEvent;
    side: AcceptingSide | null;
    at: Date;
    reason: string;
  } | null;
};

/** Deliverables of the given assignments by number, each with its latest event. */
export async function findDeliverables(
  db: Queryable,
  assignmentIds: string[],
): Promise<DeliverableRecord[]> {
  if (assignmentIds.length === 0) return [];
  const rows = await db
    .select()
    .from(deliverables)
    .where(inArray(deliverables.assignmentId, assignmentIds))
    .orderBy(asc(deliverables.no));
  return await withLatest(db, rows);
}

/**
 * Deliverable `no` of an assignment, held until the transaction ends: whoever decides on it waits
 * for whoever was first.
 */
export async function holdDeliverable(
  tx: Queryable,
  { assignmentId, no }: { assignmentId: string; no: number },
): Promise<DeliverableRecord | null> {
  const rows = await tx
    .select()
    .from(deliverables)
    .where(and(eq(deliverables.assignmentId, assignmentId), eq(deliverables.no, no)))
    .for('no key update');
  const [record] = await withLatest(tx, rows);
  return record ?? null;
}

export async function setDueDate(tx: Queryable, id: string, dueOn: CalendarDate): Promise<void> {
  await tx.update(deliverables).set({ dueOn }).where(eq(deliverables.id, id));
}

/** The number that the next deliverable of an assignment gets; the caller holds the assignment. */
export async function nextDeliverableNo(tx: Queryable, assignmentId: string): Promise<number> {
  const [last] = await tx
    .select({ no: max(deliverables.no) })
    .from(deliverables)
    .where(eq(deliverables.assignmentId, assignmentId));
  return (last?.no ?? 0) + 1;
}

export async function insertDeliverable(
  tx: Queryable,
  row: {
    id: string;
    assignmentId: string;
    no: number;
    kind: DeliverableKind;
    title: Bilingual;
    dueRule: DueRule;
    dueOn: CalendarDate | null;
    acceptedBy: AcceptedBy;
  },
): Promise<void> {
  const { title, ...rest } = row;
  await tx.insert(deliverables).values({ ...rest, titleZh: title.zh, titleEn: title.en });
}

export async function insertDeliverableEvent(
  tx: Queryable,
  row: {
    id: string;
    deliverableId: string;
    event: DeliverableEvent;
    side: AcceptingSide | null;
    submissionId: string | null;
    at: Date;
    personId: string;
    reason: string;
  },
): Promise<void> {
  await tx.insert(deliverableEvents).values(row);
}

async function withLatest(
  db: Queryable,
  rows: (typeof deliverables.$inferSelect)[],
): Promise<DeliverableRecord[]> {
  const latest = await latestEvents(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    assignmentId: row.assignmentId,
    no: row.no,
    kind: row.kind,
    title: { zh: row.titleZh, en: row.titleEn },
    dueRule: row.dueRule,
    dueOn: row.dueOn,
    acceptedBy: row.acceptedBy,
    latest: latest.get(row.id) ?? null,
  }));
}

async function latestEvents(db: Queryable, deliverableIds: string[]) {
  if (deliverableIds.length === 0) return new Map<string, never>();
  const rows = await db
    .selectDistinctOn([deliverableEvents.deliverableId])
    .from(deliverableEvents)
    .where(inArray(deliverableEvents.deliverableId, deliverableIds))
    .orderBy(
      deliverableEvents.deliverableId,
      desc(deliverableEvents.at),
      desc(deliverableEvents.id),
    );
  return new Map(
    rows.map(({ deliverableId, event, side, at, reason }) => [
      deliverableId,
      { event, side, at, reason },
    ]),
  );
}

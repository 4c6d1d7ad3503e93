import { asc, desc, inArray } from 'drizzle-orm';
import type { DeliverableEvent, DeliverableKind } from '../../app/domain/register/deliverable.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { deliverableEvents, deliverables } from '../schema/deliverables.ts';

export type DeliverableRecord = {
  id: string;
  assignmentId: string;
  no: number;
  kind: DeliverableKind;
  title: Bilingual;
  dueOn: string | null;
  latest: { event: DeliverableEvent; reason: string } | null;
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
    dueOn: row.dueOn,
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
  return new Map(rows.map((row) => [row.deliverableId, { event: row.event, reason: row.reason }]));
}

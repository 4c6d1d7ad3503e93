import { asc, eq, inArray } from 'drizzle-orm';
import type {
  AcceptedBy,
  AcceptingSide,
  DeliverableEvent,
  DeliverableKind,
} from '../../app/domain/register/deliverable.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { deliverableEvents, deliverables } from '../schema/deliverables.ts';

/** A deliverable with its whole past, as payments and commitments need it. */
export type ContractDeliverableRecord = {
  id: string;
  no: number;
  kind: DeliverableKind;
  title: Bilingual;
  dueOn: string | null;
  acceptedBy: AcceptedBy;
  /** In the order in which they happened; `side` is null for a submission. */
  events: { event: DeliverableEvent; side: AcceptingSide | null; personId: string; at: Date }[];
};

/** The deliverables of one assignment by number. */
export async function findContractDeliverables(
  db: Queryable,
  assignmentId: string,
): Promise<ContractDeliverableRecord[]> {
  const rows = await db
    .select()
    .from(deliverables)
    .where(eq(deliverables.assignmentId, assignmentId))
    .orderBy(asc(deliverables.no));
  const ids = rows.map(({ id }) => id);
  const events =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(deliverableEvents)
          .where(inArray(deliverableEvents.deliverableId, ids))
          .orderBy(asc(deliverableEvents.at), asc(deliverableEvents.id));
  return rows.map(({ id, no, kind, titleZh, titleEn, dueOn, acceptedBy }) => ({
    id,
    no,
    kind,
    title: { zh: titleZh, en: titleEn },
    dueOn,
    acceptedBy,
    events: events
      .filter(({ deliverableId }) => deliverableId === id)
      .map(({ event, side, personId, at }) => ({ event, side, personId, at })),
  }));
}

/** Nothing happens to the deliverable until the transaction ends. */
export async function holdDeliverable(tx: Queryable, deliverableId: string): Promise<void> {
  await tx
    .select({ id: deliverables.id })
    .from(deliverables)
    .where(eq(deliverables.id, deliverableId))
    .for('no key update');
}

export async function insertDeliverables(
  tx: Queryable,
  rows: (typeof deliverables.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(deliverables).values(rows);
}

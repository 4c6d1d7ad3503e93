import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm';
import type { AcceptedBy, AcceptingSide } from '../../app/domain/register/deliverable.ts';
import type { Queryable } from '../connection.ts';
import { contracts, paymentEvents, payments } from '../schema/contract.ts';
import { deliverableEvents, deliverables } from '../schema/deliverables.ts';

/** What of contract, deliverables and payments decides whether an assignment moves on. */
export type StageEvidence = {
  hasContract: boolean;
  openDeliverables: number;
  unreleasedPayments: number;
};

export async function findStageEvidence(
  db: Queryable,
  assignmentId: string,
): Promise<StageEvidence> {
  const [contract] = await db
    .select({ id: contracts.id })
    .from(contracts)
    .where(eq(contracts.assignmentId, assignmentId));
  return {
    hasContract: contract !== undefined,
    openDeliverables: await countOpenDeliverables(db, assignmentId),
    unreleasedPayments: contract === undefined ? 0 : await countUnreleased(db, contract.id),
  };
}

async function countOpenDeliverables(db: Queryable, assignmentId: string): Promise<number> {
  const rows = await db
    .select({ id: deliverables.id, acceptedBy: deliverables.acceptedBy })
    .from(deliverables)
    .where(eq(deliverables.assignmentId, assignmentId));
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  const events = await db
    .select()
    .from(deliverableEvents)
    .where(inArray(deliverableEvents.deliverableId, ids))
    .orderBy(asc(deliverableEvents.at), asc(deliverableEvents.id));
  return rows.filter(({ id, acceptedBy }) => {
    const mine = events.filter(({ deliverableId }) => deliverableId === id);
    const since = mine.findLastIndex(({ event }) => event !== 'ACCEPTED') + 1;
    const sides = mine.slice(since).map(({ side }) => side);
    return !SIDES[acceptedBy].every((side) => sides.includes(side));
  }).length;
}

const SIDES: Record<AcceptedBy, readonly AcceptingSide[]> = {
  PMO: ['PMO'],
  BANK: ['BANK'],
  BOTH: ['PMO', 'BANK'],
};

async function countUnreleased(db: Queryable, contractId: string): Promise<number> {
  const [row] = await db
    .select({ unreleased: count() })
    .from(payments)
    .leftJoin(
      paymentEvents,
      and(eq(paymentEvents.paymentId, payments.id), eq(paymentEvents.event, 'RELEASED')),
    )
    .where(and(eq(payments.contractId, contractId), isNull(paymentEvents.id)));
  return row?.unreleased ?? 0;
}

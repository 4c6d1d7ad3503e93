import { eq, inArray } from 'drizzle-orm';
import type { PaymentEvent } from '../../app/domain/contract/contract.ts';
import type { Queryable } from '../connection.ts';
import { contracts, paymentEvents, payments } from '../schema/contract.ts';

export type DeliverablePaymentRecord = {
  deliverableId: string;
  amountMinor: number;
  currency: string;
  events: PaymentEvent[];
};

/** Payments of one assignment that hang on its deliverables. */
export async function findDeliverablePayments(
  db: Queryable,
  assignmentId: string,
): Promise<DeliverablePaymentRecord[]> {
  const rows = await db
    .select({ payment: payments, currency: contracts.currency })
    .from(payments)
    .innerJoin(contracts, eq(contracts.id, payments.contractId))
    .where(eq(contracts.assignmentId, assignmentId));
  const ids = rows.map(({ payment }) => payment.id);
  const events =
    ids.length === 0
      ? []
      : await db
          .select({ paymentId: paymentEvents.paymentId, event: paymentEvents.event })
          .from(paymentEvents)
          .where(inArray(paymentEvents.paymentId, ids));
  return rows.map(({ payment, currency }) => ({
    deliverableId: payment.deliverableId,
    amountMinor: payment.amountMinor,
    currency,
    events: events.filter(({ paymentId }) => paymentId === payment.id).map(({ event }) => event),
  }));
}

import type { Transaction } from '#db/client.ts';
import { inTransaction } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { findContractDeliverables } from '#db/queries/contract-deliverables.ts';
import { deletePayments, insertPayments, type ContractRecord } from '#db/queries/contracts.ts';
import { isAdaptable, totalOf } from '../../domain/contract/payment-schedule.ts';
import type { Person } from '../../domain/people/person.ts';
import { granted, refused } from '../../domain/shared/result.ts';
import type { ContractOutcome } from '../../domain/contract/contract-refusal.ts';
import { contractStanding, type PaymentStanding } from './contract-standing.server.ts';
import { heldContract } from './held-contract.server.ts';

export type ScheduleRow = { deliverableId: string; amountMinor: number };

type Schedule = {
  actor: Person;
  code: string;
  /** The payments that are neither invoiced nor paid, anew; the others stay as they are. */
  rows: readonly ScheduleRow[];
  now: Date;
};

/**
 * Sets the payments that are still open. Together with those that are invoiced or paid they come
 * to the amount of the contract, with its effective amendments, exactly.
 */
export async function setPaymentSchedule(schedule: Schedule): Promise<ContractOutcome> {
  const { actor, code, rows, now } = schedule;
  return await inTransaction<ContractOutcome>(async (tx) => {
    const held = await heldContract(tx, { actor, code, action: 'edit' });
    if (!held.ok) return held;
    const { assignment, contract } = held.value;
    const deliverables = await findContractDeliverables(tx, assignment.id);
    const { payments, amountMinor } = contractStanding(contract, deliverables);
    const settled = payments.filter((payment) => !isAdaptable(payment));
    if (rows.length + settled.length === 0) return refused({ code: 'schedule.empty' });
    if (rows.some((row) => row.amountMinor <= 0)) return refused({ code: 'amount.not-positive' });
    const known = deliverables.map(({ id }) => id);
    if (rows.some(({ deliverableId }) => !known.includes(deliverableId))) {
      return refused({ code: 'schedule.deliverable' });
    }
    if (totalOf(rows) + totalOf(settled) !== amountMinor) {
      return refused({ code: 'schedule.not-adding-up' });
    }
    const after = await replaceOpen(tx, { contract, payments, rows });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'payment.scheduled',
      subjectType: 'contract',
      subjectId: contract.id,
      assignmentId: assignment.id,
      details: { before: { payments: payments.map(auditOf) }, after: { payments: after } },
    });
    return granted({ code });
  });
}

/**
 * Open payments go and come anew with the numbers that are free, so that the number of a payment
 * which was invoiced or paid never changes.
 */
async function replaceOpen(
  tx: Transaction,
  given: {
    contract: ContractRecord;
    payments: readonly PaymentStanding[];
    rows: readonly ScheduleRow[];
  },
) {
  const { contract, payments, rows } = given;
  const settled = payments.filter((payment) => !isAdaptable(payment));
  const taken = new Set(settled.map(({ no }) => no));
  const free = Array.from({ length: rows.length + taken.size }, (_, index) => index + 1).filter(
    (no) => !taken.has(no),
  );
  const open = rows.map((row, index) => ({ no: free[index] ?? 0, ...row }));
  await deletePayments(tx, {
    contractId: contract.id,
    ids: payments.filter(isAdaptable).map(({ id }) => id),
  });
  await insertPayments(
    tx,
    open.map((payment) => ({ id: newId(), contractId: contract.id, ...payment })),
  );
  return [...settled.map(auditOf), ...open].toSorted((one, other) => one.no - other.no);
}

function auditOf({ no, deliverableId, amountMinor }: ScheduleRow & { no: number }) {
  return { no, deliverableId, amountMinor };
}

import { inTransaction } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { findContractDeliverables, holdDeliverable } from '#db/queries/contract-deliverables.ts';
import { insertPaymentEvent, type ContractRecord } from '#db/queries/contracts.ts';
import type { PaymentEvent } from '../../domain/contract/contract.ts';
import { mayHappen } from '../../domain/contract/payment-state.ts';
import type { Person } from '../../domain/people/person.ts';
import { calendarDateAt, type CalendarDate } from '../../domain/shared/calendar-date.ts';
import type { RefusalCode } from '../../domain/shared/refusal-code.ts';
import { granted, refused } from '../../domain/shared/result.ts';
import type { ContractOutcome } from '../../domain/contract/contract-refusal.ts';
import {
  contractStanding,
  type ContractStanding,
  type PaymentStanding,
} from './contract-standing.server.ts';
import { heldContract } from './held-contract.server.ts';

export type PaymentRecording = {
  actor: Person;
  code: string;
  paymentId: string;
  occurredOn: CalendarDate;
  /** Number of the invoice or of the transfer. */
  reference: string;
  now: Date;
};

/** Records what happened to a payment, if it may: nothing is paid before its deliverable is accepted. */
export async function recordPaymentEvent(
  event: PaymentEvent,
  recording: PaymentRecording,
): Promise<ContractOutcome> {
  const { actor, code, paymentId, occurredOn, now } = recording;
  return await inTransaction<ContractOutcome>(async (tx) => {
    const held = await heldContract(tx, { actor, code, action: 'edit' });
    if (!held.ok) return held;
    const { assignment, contract } = held.value;
    const scheduled = contract.payments.find(({ id }) => id === paymentId);
    if (scheduled === undefined) return refused({ code: 'not-found' });
    await holdDeliverable(tx, scheduled.deliverableId);
    const deliverables = await findContractDeliverables(tx, assignment.id);
    const standing = contractStanding(contract, deliverables);
    const payment = standing.payments.find(({ id }) => id === paymentId);
    if (payment === undefined) return refused({ code: 'not-found' });
    const refusal = refusalOf(event, { payment, standing, occurredOn, now });
    if (refusal !== null) return refused(refusal);
    const reference = recording.reference.trim();
    await insertPaymentEvent(tx, {
      id: newId(),
      paymentId,
      event,
      occurredOn,
      reference,
      personId: actor.id,
      at: now,
    });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: event === 'INVOICED' ? 'payment.invoiced' : 'payment.released',
      subjectType: 'payment',
      subjectId: paymentId,
      assignmentId: assignment.id,
      details: {
        before: { state: payment.state },
        after: { state: event, occurredOn, reference },
        ...amountOf(contract, payment),
      },
    });
    return granted({ code });
  });
}

function refusalOf(
  event: PaymentEvent,
  given: {
    payment: PaymentStanding;
    standing: ContractStanding;
    occurredOn: CalendarDate;
    now: Date;
  },
): { code: RefusalCode; fields?: Record<string, RefusalCode> } | null {
  const { payment, standing, occurredOn, now } = given;
  if (payment.events.some((known) => known.event === event)) return { code: 'payment.done' };
  if (!mayHappen(event, payment.state)) {
    return { code: payment.state === 'RELEASED' ? 'payment.done' : 'payment.not-payable' };
  }
  if (event === 'RELEASED' && standing.gap !== null) return { code: 'schedule.not-adding-up' };
  if (occurredOn > calendarDateAt(now)) return onDay('payment.in-future');
  const causes = [payment.acceptedOn ?? '', ...payment.events.map((known) => known.occurredOn)];
  return causes.some((cause) => occurredOn < cause) ? onDay('payment.too-early') : null;
}

function onDay(code: RefusalCode) {
  return { code, fields: { occurredOn: code } };
}

function amountOf({ currency }: ContractRecord, { no, amountMinor }: PaymentStanding) {
  return { no, amountMinor, currency };
}

import type { ContractDeliverableRecord } from '#db/queries/contract-deliverables.ts';
import type { ContractRecord, PaymentRecord } from '#db/queries/contracts.ts';
import { contractAmount, contractEnd } from '../../domain/contract/amendment.ts';
import { scheduleGap, type ScheduleGap } from '../../domain/contract/payment-schedule.ts';
import { paymentState, type PaymentState } from '../../domain/contract/payment-state.ts';
import { deliverableState } from '../../domain/register/deliverable-state.ts';
import { calendarDateAt, type CalendarDate } from '../../domain/shared/calendar-date.ts';

export type PaymentStanding = PaymentRecord & {
  state: PaymentState;
  /** The day its deliverable was accepted by all who must. */
  acceptedOn: CalendarDate | null;
};

export type ContractStanding = {
  /** What the contract comes to, with the amendments that took effect. */
  amountMinor: number;
  endsOn: CalendarDate;
  payments: PaymentStanding[];
  /** Null when the payments come to the amount of the contract. */
  gap: ScheduleGap | null;
};

/** What follows from a contract, its amendments and what became of its deliverables. */
export function contractStanding(
  contract: ContractRecord,
  deliverables: readonly ContractDeliverableRecord[],
): ContractStanding {
  const amountMinor = contractAmount(contract.amountMinor, contract.amendments);
  const payments = contract.payments.map((payment) => paymentStanding(payment, deliverables));
  return {
    amountMinor,
    endsOn: contractEnd(contract.endsOn, contract.amendments),
    payments,
    gap: scheduleGap(amountMinor, payments),
  };
}

function paymentStanding(
  payment: PaymentRecord,
  deliverables: readonly ContractDeliverableRecord[],
): PaymentStanding {
  const deliverable = deliverables.find(({ id }) => id === payment.deliverableId);
  const latest = deliverable?.events.at(-1) ?? null;
  const state =
    deliverable === undefined ? 'EXPECTED' : deliverableState(deliverable.acceptedBy, latest);
  return {
    ...payment,
    acceptedOn: state === 'ACCEPTED' && latest !== null ? calendarDateAt(latest.at) : null,
    state: paymentState({
      deliverable: state,
      events: payment.events.map(({ event }) => event),
    }),
  };
}

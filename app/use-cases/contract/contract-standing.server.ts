import type { ContractDeliverableRecord } from '#db/queries/contract-deliverables.ts';
import type { ContractRecord, PaymentRecord } from '#db/queries/contracts.ts';
import { contractAmount, contractEnd } from '../../domain/contract/amendment.ts';
import { acceptedAt } from '../../domain/contract/deliverable-acceptance.ts';
import { scheduleGap, type ScheduleGap } from '../../domain/contract/payment-schedule.ts';
import { paymentState, type PaymentState } from '../../domain/contract/payment-state.ts';
import { deliverableState } from '../../domain/register/deliverable.ts';
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
  const accepted =
    deliverable === undefined ? null : acceptedAt(deliverable.acceptedBy, deliverable.events);
  return {
    ...payment,
    acceptedOn: accepted === null ? null : calendarDateAt(accepted),
    state: paymentState({
      deliverable: {
        state: deliverableState(deliverable?.events.at(-1)?.event ?? null),
        isAcceptedByAll: accepted !== null,
      },
      events: payment.events.map(({ event }) => event),
    }),
  };
}

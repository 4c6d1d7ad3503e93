import type { DeliverableState } from '../register/deliverable.ts';
import type { PaymentEvent } from './contract.ts';

/**
 * `SCHEDULED`: its deliverable is still expected. `HELD`: it was submitted and is not accepted by
 * all, or was returned. `PAYABLE`: accepted by all who must.
 */
export const PAYMENT_STATES = ['SCHEDULED', 'HELD', 'PAYABLE', 'INVOICED', 'RELEASED'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

export type PaymentFacts = {
  deliverable: { state: DeliverableState; isAcceptedByAll: boolean };
  events: readonly PaymentEvent[];
};

/** Derived, never stored. Money that is gone stays gone, whatever becomes of the deliverable. */
export function paymentState({ deliverable, events }: PaymentFacts): PaymentState {
  if (events.includes('RELEASED')) return 'RELEASED';
  if (!deliverable.isAcceptedByAll) {
    return deliverable.state === 'EXPECTED' ? 'SCHEDULED' : 'HELD';
  }
  return events.includes('INVOICED') ? 'INVOICED' : 'PAYABLE';
}

/** Whether `event` may happen now: an invoice and a release follow the acceptance. */
export function mayHappen(event: PaymentEvent, state: PaymentState): boolean {
  if (event === 'INVOICED') return state === 'PAYABLE';
  return state === 'PAYABLE' || state === 'INVOICED';
}

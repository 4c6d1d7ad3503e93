import type { ContractOutcome } from '../../domain/contract/contract-refusal.ts';
import { recordPaymentEvent, type PaymentRecording } from './record-payment-event.server.ts';

/**
 * Records that a payment was made. It is impossible before its deliverable is accepted by all who
 * must, and while the schedule does not come to the amount of the contract.
 */
export async function releasePayment(recording: PaymentRecording): Promise<ContractOutcome> {
  return await recordPaymentEvent('RELEASED', recording);
}

import type { ContractOutcome } from '../../domain/contract/contract-refusal.ts';
import { recordPaymentEvent, type PaymentRecording } from './record-payment-event.server.ts';

/** Records the invoice for a payment whose deliverable was accepted by all who must. */
export async function recordInvoice(recording: PaymentRecording): Promise<ContractOutcome> {
  return await recordPaymentEvent('INVOICED', recording);
}

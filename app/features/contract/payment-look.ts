import type { PaymentState } from '../../domain/contract/payment-state.ts';
import type { Tone } from '../../ui/Chip.tsx';

/** The colour of a payment's state, wherever it is shown. */
export const PAYMENT_TONES: Record<PaymentState, Tone> = {
  SCHEDULED: 'neutral',
  HELD: 'warn',
  PAYABLE: 'info',
  INVOICED: 'violet',
  RELEASED: 'ok',
};

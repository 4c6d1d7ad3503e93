import type { PaymentState } from './payment-state.ts';

export type NextContractStep =
  | { do: 'AGREE'; no: number }
  | { do: 'ADAPT_SCHEDULE' }
  | { do: 'RELEASE' | 'INVOICE'; no: number };

type Facts = {
  /** Amendments that wait for the reader's side, by number. */
  toAgree: readonly number[];
  mayEdit: boolean;
  hasGap: boolean;
  payments: readonly { no: number; state: PaymentState }[];
};

/** The one thing that the reader does next for a contract, or null when others have the turn. */
export function nextContractStep(facts: Facts): NextContractStep | null {
  const [amendment] = facts.toAgree;
  if (amendment !== undefined) return { do: 'AGREE', no: amendment };
  if (!facts.mayEdit) return null;
  if (facts.hasGap) return { do: 'ADAPT_SCHEDULE' };
  const invoiced = facts.payments.find(({ state }) => state === 'INVOICED');
  if (invoiced !== undefined) return { do: 'RELEASE', no: invoiced.no };
  const payable = facts.payments.find(({ state }) => state === 'PAYABLE');
  return payable === undefined ? null : { do: 'INVOICE', no: payable.no };
}

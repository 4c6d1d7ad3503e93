import { isEffective, type Amendment } from './amendment.ts';
import type { CommitmentResult } from './contract.ts';
import { scheduleGap } from './payment-schedule.ts';
import type { PaymentState } from './payment-state.ts';

export type ContractFacts = {
  /** What the contract comes to, with its effective amendments. */
  amountMinor: number;
  deliverables: readonly { no: number; isAcceptedByAll: boolean }[];
  payments: readonly { no: number; amountMinor: number; state: PaymentState }[];
  amendments: readonly Amendment[];
  /** How each commitment stands; null when it was never checked. */
  commitments: readonly { no: number; result: CommitmentResult | null }[];
};

/** What is still open, with the numbers of the records concerned. */
export type ClosingGap = {
  code:
    | 'deliverables-not-accepted'
    | 'commitments-not-checked'
    | 'amendments-not-agreed'
    | 'schedule-not-adding-up'
    | 'payments-not-released';
  nos: number[];
};

/**
 * What stands between a contract and its end; empty when nothing does. It is completed when all is
 * accepted and every commitment was judged; it is closed when, besides, the money is settled.
 */
export function closingGaps(facts: ContractFacts, towards: 'COMPLETED' | 'CLOSED'): ClosingGap[] {
  const work: ClosingGap[] = [
    {
      code: 'deliverables-not-accepted',
      nos: nosOf(facts.deliverables.filter(({ isAcceptedByAll }) => !isAcceptedByAll)),
    },
    {
      code: 'commitments-not-checked',
      nos: nosOf(facts.commitments.filter(({ result }) => result === null || result === 'NOT_DUE')),
    },
  ];
  const money: ClosingGap[] = [
    {
      code: 'amendments-not-agreed',
      nos: nosOf(facts.amendments.filter((amendment) => !isEffective(amendment))),
    },
    {
      code: 'payments-not-released',
      nos: nosOf(facts.payments.filter(({ state }) => state !== 'RELEASED')),
    },
  ];
  const open = (towards === 'CLOSED' ? [...work, ...money] : work).filter(
    ({ nos }) => nos.length > 0,
  );
  const gap = towards === 'CLOSED' ? scheduleGap(facts.amountMinor, facts.payments) : null;
  // A schedule that is wholly paid may still miss the amount: nothing is left to adapt then.
  return gap === null
    ? open
    : [...open, { code: 'schedule-not-adding-up' as const, nos: gap.adaptable }];
}

function nosOf(records: readonly { no: number }[]): number[] {
  return records.map(({ no }) => no);
}

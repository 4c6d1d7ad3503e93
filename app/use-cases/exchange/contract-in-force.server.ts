import type { SignedAmendment, SignedContract } from '#db/queries/signed-contracts.ts';
import { needsEvaluation } from '../../domain/contract/amendment.ts';
import { CONTRACT_PARTIES } from '../../domain/contract/contract.ts';

export type ContractInForce = {
  amountMinor: number;
  endsOn: string;
  /** Each amendment in force with what the contract came to by it. */
  steps: { amendment: SignedAmendment; at: Date; amountMinor: number; endsOn: string }[];
};

/**
 * What a contract comes to with the amendments that took effect: those both parties agreed to and,
 * for more time, of which there is an evaluation (I11).
 */
export function contractInForce(contract: SignedContract): ContractInForce {
  let { amountMinor, endsOn } = contract;
  const steps = contract.amendments.flatMap((amendment) => {
    const at = inForceSince(amendment);
    if (at === null) return [];
    amountMinor += amendment.amountChangeMinor ?? 0;
    endsOn = amendment.newEndsOn ?? endsOn;
    return [{ amendment, at, amountMinor, endsOn }];
  });
  return { amountMinor, endsOn, steps };
}

function inForceSince({ kind, isEvaluated, agreedAt }: SignedAmendment): Date | null {
  if (agreedAt.length < CONTRACT_PARTIES.length) return null;
  if (needsEvaluation(kind) && !isEvaluated) return null;
  return new Date(Math.max(...agreedAt.map((at) => at.getTime())));
}

import { inTransaction } from '#db/connection.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import {
  insertAgreement,
  type AmendmentRecord,
  type ContractRecord,
} from '#db/queries/contracts.ts';
import {
  contractAmount,
  contractEnd,
  isEffective,
  type Amendment,
} from '../../domain/contract/amendment.ts';
import type { ContractParty } from '../../domain/contract/contract.ts';
import type { Person } from '../../domain/people/person.ts';
import { contractPartyOf } from '../../domain/people/policy.ts';
import type { RefusalCode } from '../../domain/shared/refusal-code.ts';
import { granted, refused } from '../../domain/shared/result.ts';
import type { ContractOutcome } from '../../domain/contract/contract-refusal.ts';
import { heldContract } from './held-contract.server.ts';

type Agreement = { actor: Person; code: string; amendmentId: string; now: Date };

/** Agrees to an amendment for the own side. With the second agreement it takes effect. */
export async function agreeToAmendment(agreement: Agreement): Promise<ContractOutcome> {
  const { actor, code, amendmentId, now } = agreement;
  return await inTransaction<ContractOutcome>(async (tx) => {
    const held = await heldContract(tx, { actor, code, action: 'agree' });
    if (!held.ok) return held;
    const { assignment, contract } = held.value;
    const amendment = contract.amendments.find(({ id }) => id === amendmentId);
    if (amendment === undefined) return refused({ code: 'not-found' });
    const party = contractPartyOf(actor, assignment.standing);
    if (party === null) return refused({ code: 'not-allowed' });
    if (amendment.agreedBy.includes(party)) return refused({ code: 'amendment.agreed' });
    const after = { ...amendment, agreedBy: [...amendment.agreedBy, party] };
    const refusal = isEffective(after) ? effectRefusal(contract, after) : null;
    if (refusal !== null) return refused({ code: refusal });
    await insertAgreement(tx, { amendmentId, party, personId: actor.id, agreedAt: now });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'amendment.agreed',
      subjectType: 'amendment',
      subjectId: amendmentId,
      assignmentId: assignment.id,
      details: auditOf(contract, { amendment, after, party }),
    });
    return granted({ code });
  });
}

/** Why an amendment can no longer take effect: others may have done so since it was proposed. */
function effectRefusal(contract: ContractRecord, amendment: Amendment): RefusalCode | null {
  const { newEndsOn } = amendment;
  if (newEndsOn !== null && newEndsOn <= contractEnd(contract.endsOn, contract.amendments)) {
    return 'amendment.end-not-later';
  }
  const amount = contractAmount(contract.amountMinor, contract.amendments);
  return amount + (amendment.amountChangeMinor ?? 0) <= 0 ? 'amendment.amount' : null;
}

function auditOf(
  contract: ContractRecord,
  {
    amendment,
    after,
    party,
  }: { amendment: AmendmentRecord; after: Amendment; party: ContractParty },
) {
  const amendments = contract.amendments.map((known) =>
    known.id === amendment.id ? after : known,
  );
  return {
    party,
    before: {
      agreedBy: amendment.agreedBy,
      endsOn: contractEnd(contract.endsOn, contract.amendments),
      amountMinor: contractAmount(contract.amountMinor, contract.amendments),
    },
    after: {
      agreedBy: after.agreedBy,
      endsOn: contractEnd(contract.endsOn, amendments),
      amountMinor: contractAmount(contract.amountMinor, amendments),
    },
  };
}

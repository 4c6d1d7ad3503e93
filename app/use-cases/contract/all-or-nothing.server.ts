import type { Transaction } from '#db/client.ts';
import { inTransaction } from '#db/connection.ts';
import type { ContractOutcome } from '../../domain/contract/contract-refusal.ts';

/**
 * One transaction in which a refusal undoes what was written before it: for a change of several
 * records, one of which may be refused by a rule of another context.
 */
export async function allOrNothing<Value>(
  work: (tx: Transaction) => Promise<ContractOutcome<Value>>,
): Promise<ContractOutcome<Value>> {
  try {
    return await inTransaction(async (tx) => {
      const outcome = await work(tx);
      if (!outcome.ok) throw new Undone(outcome);
      return outcome;
    });
  } catch (fault) {
    if (fault instanceof Undone) return fault.outcome as ContractOutcome<Value>;
    throw fault;
  }
}

class Undone extends Error {
  readonly outcome: ContractOutcome<unknown>;

  constructor(outcome: ContractOutcome<unknown>) {
    super('A refusal undid the transaction.');
    this.outcome = outcome;
  }
}

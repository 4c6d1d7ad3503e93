import { inTransaction } from '#db/connection.ts';
import { checkedReason } from '../../domain/register/reason.ts';
import type { DeliverableState } from '../../domain/register/deliverable.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, type Result } from '../../domain/shared/result.ts';
import { permitJudgement, recordJudgement } from './judge-deliverable.server.ts';

/** Gives a submission back to its holder with the reason, for one of the sides that must accept. */
export async function returnDeliverable(given: {
  actor: Person;
  code: string;
  no: number;
  reason: string;
  now: Date;
}): Promise<Result<{ state: DeliverableState }, Refusal>> {
  const reason = checkedReason(given.reason);
  if (!reason.ok) return reason;
  const judgement = { ...given, event: 'RETURNED' as const, reason: reason.value };
  return await inTransaction<Result<{ state: DeliverableState }, Refusal>>(async (tx) => {
    const permitted = await permitJudgement(tx, judgement);
    if (!permitted.ok) return permitted;
    return granted({ state: await recordJudgement(tx, judgement, permitted.value) });
  });
}

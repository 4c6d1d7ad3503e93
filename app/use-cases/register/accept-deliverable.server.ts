import { inTransaction } from '#db/connection.ts';
import { holdDocument } from '#db/queries/documents.ts';
import { countOpenIssues } from '#db/queries/submissions.ts';
import type { DeliverableState } from '../../domain/register/deliverable.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { permitJudgement, recordJudgement } from './judge-deliverable.server.ts';

/** `openIssues` says how many issues stand in the way, where that is the reason. */
export type AcceptanceRefusal = Refusal & { openIssues?: number };

/**
 * Accepts a submission for the actor's side. While an issue that the holder can see is open on the
 * text, nobody accepts it (I07).
 */
export async function acceptDeliverable(given: {
  actor: Person;
  code: string;
  no: number;
  now: Date;
}): Promise<Result<{ state: DeliverableState }, AcceptanceRefusal>> {
  const judgement = { ...given, event: 'ACCEPTED' as const, reason: '' };
  return await inTransaction<Result<{ state: DeliverableState }, AcceptanceRefusal>>(async (tx) => {
    const permitted = await permitJudgement(tx, judgement);
    if (!permitted.ok) return permitted;
    const { submission } = permitted.value;
    if (submission !== null) {
      await holdDocument(tx, submission.documentId);
      const openIssues = await countOpenIssues(tx, submission.documentId);
      if (openIssues > 0) return refused({ code: 'deliverable.open-issues', openIssues });
    }
    return granted({ state: await recordJudgement(tx, judgement, permitted.value) });
  });
}

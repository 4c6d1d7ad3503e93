import type { Transaction } from '#db/client.ts';
import { inTransaction } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import type { AssignmentRecord } from '#db/queries/assignments.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import {
  findCommitmentChecks,
  findCommitments,
  insertCommitmentCheck,
  type CommitmentRecord,
} from '#db/queries/commitments.ts';
import { findContractDeliverables } from '#db/queries/contract-deliverables.ts';
import { holdAssignment } from '#db/queries/contract-signing.ts';
import { findContractVersions } from '#db/queries/contract-versions.ts';
import { latestChecks, needsEvidence } from '../../domain/contract/commitment-sheet.ts';
import type { CommitmentResult } from '../../domain/contract/contract.ts';
import { parseDecimal } from '../../domain/contract/decimal.ts';
import type { Person } from '../../domain/people/person.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import {
  because,
  type ContractOutcome,
  type ContractRefusal,
} from '../../domain/contract/contract-refusal.ts';
import { allowedAssignment } from './held-contract.server.ts';

export type Check = {
  actor: Person;
  code: string;
  commitmentNo: number;
  /** The deliverable at which it was checked. */
  deliverableId: string;
  result: CommitmentResult;
  /** What was reached, as typed, in the unit of the commitment; empty when it was not counted. */
  reached: string;
  evidence: string;
  /** A frozen version of a document of this contract that shows it. */
  documentVersionId: string | null;
  now: Date;
};

/** Records how a commitment stands at a deliverable. Earlier checks stay; the latest one holds. */
export async function checkCommitment(check: Check): Promise<ContractOutcome> {
  const { actor, code, deliverableId, result, documentVersionId, now } = check;
  return await inTransaction<ContractOutcome>(async (tx) => {
    await holdAssignment(tx, code);
    const wish = { actor, code, part: 'commitment', action: 'evaluate' } as const;
    const allowed = await allowedAssignment(tx, wish);
    if (!allowed.ok) return allowed;
    const assignment = allowed.value;
    const commitment = (await findCommitments(tx, [assignment.id])).find(
      ({ no }) => no === check.commitmentNo,
    );
    if (commitment === undefined) return refused({ code: 'not-found' });
    const checked = await checkedFinding(tx, assignment, check);
    if (!checked.ok) return checked;
    const before = await checkBefore(tx, { assignment, commitment, deliverableId });
    const id = newId();
    const values = { deliverableId, result, ...checked.value, documentVersionId };
    await insertCommitmentCheck(tx, {
      id,
      commitmentId: commitment.id,
      ...values,
      checkedBy: actor.id,
      checkedAt: now,
    });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'commitment.checked',
      subjectType: 'commitment',
      subjectId: commitment.id,
      assignmentId: assignment.id,
      details: { before, after: values },
    });
    return granted({ code });
  });
}

async function checkedFinding(
  tx: Transaction,
  assignment: AssignmentRecord,
  { deliverableId, result, reached, evidence, documentVersionId }: Check,
): Promise<Result<{ reachedValue: string | null; evidence: string }, ContractRefusal>> {
  const deliverables = await findContractDeliverables(tx, assignment.id);
  if (!deliverables.some(({ id }) => id === deliverableId)) {
    return refused(because('form.invalid', 'deliverableId'));
  }
  const shown = evidence.trim();
  if (needsEvidence(result) && shown === '') {
    return refused(because('commitment.evidence-missing', 'evidence'));
  }
  const reachedValue = reached.trim() === '' ? null : parseDecimal(reached);
  if (reached.trim() !== '' && reachedValue === null) {
    return refused(because('commitment.target-malformed', 'reached'));
  }
  if (documentVersionId !== null) {
    const versions = await findContractVersions(tx, assignment.id);
    if (!versions.some(({ id }) => id === documentVersionId)) {
      return refused(because('version.unknown', 'documentVersionId'));
    }
  }
  return granted({ reachedValue, evidence: shown });
}

/** What held at this deliverable until now. */
async function checkBefore(
  tx: Transaction,
  given: { assignment: AssignmentRecord; commitment: CommitmentRecord; deliverableId: string },
) {
  const checks = await findCommitmentChecks(tx, given.assignment.id);
  const known = latestChecks(checks)(given.commitment.id, given.deliverableId);
  if (known === null) return null;
  const { result, reachedValue, evidence, documentVersionId } = known;
  return { result, reachedValue, evidence, documentVersionId };
}

import type { Transaction } from '#db/client.ts';
import { inTransaction } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import type { AssignmentRecord } from '#db/queries/assignments.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { findContractVersions } from '#db/queries/contract-versions.ts';
import { insertAmendment, type ContractRecord } from '#db/queries/contracts.ts';
import { findPerson } from '#db/queries/people.ts';
import { contractAmount, contractEnd, needsEvaluation } from '../../domain/contract/amendment.ts';
import type { AmendmentKind } from '../../domain/contract/contract.ts';
import type { Person } from '../../domain/people/person.ts';
import { type Standing } from '../../domain/people/policy.ts';
import type { CalendarDate } from '../../domain/shared/calendar-date.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import {
  because,
  type ContractOutcome,
  type ContractRefusal,
} from '../../domain/contract/contract-refusal.ts';
import { EVALUATION_KINDS } from './evaluation-kinds.server.ts';
import { heldContract } from './held-contract.server.ts';

export type Proposal = {
  actor: Person;
  code: string;
  kind: AmendmentKind;
  /** For an extension or a renewal. */
  newEndsOn: CalendarDate | null;
  /** In minor units of the contract; negative takes away. */
  amountChangeMinor: number | null;
  reason: string;
  /** The frozen evaluation that more time needs (I11). */
  evaluationVersionId: string | null;
  /** The frozen text of the amendment, where it is kept here. */
  documentVersionId: string | null;
  now: Date;
};

/** Proposes a change of the contract to both parties; it holds once both have agreed. */
export async function proposeAmendment(
  proposal: Proposal,
): Promise<ContractOutcome<{ code: string; no: number }>> {
  const { actor, code, now } = proposal;
  return await inTransaction<ContractOutcome<{ code: string; no: number }>>(async (tx) => {
    const held = await heldContract(tx, { actor, code, action: 'edit' });
    if (!held.ok) return held;
    const { assignment, contract } = held.value;
    const reason = proposal.reason.trim();
    if (reason === '') return refused(because('reason.missing', 'reason'));
    const checked = checkedChange(contract, proposal);
    if (!checked.ok) return checked;
    const bound = await checkedVersions(tx, assignment, proposal);
    if (!bound.ok) return bound;
    const id = newId();
    const no = contract.amendments.length + 1;
    const change = {
      kind: proposal.kind,
      newEndsOn: needsEvaluation(proposal.kind) ? proposal.newEndsOn : null,
      amountChangeMinor: proposal.amountChangeMinor,
      reason,
      evaluationVersionId: needsEvaluation(proposal.kind) ? proposal.evaluationVersionId : null,
      documentVersionId: proposal.documentVersionId,
    };
    await insertAmendment(tx, {
      id,
      contractId: contract.id,
      no,
      ...change,
      proposedBy: actor.id,
      proposedAt: now,
    });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'amendment.proposed',
      subjectType: 'amendment',
      subjectId: id,
      assignmentId: assignment.id,
      details: { after: { no, ...change } },
    });
    return granted({ code, no });
  });
}

function checkedChange(
  contract: ContractRecord,
  { kind, newEndsOn, amountChangeMinor }: Proposal,
): Result<null, ContractRefusal> {
  if (needsEvaluation(kind)) {
    if (newEndsOn === null) return refused(because('amendment.end-missing', 'newEndsOn'));
    if (newEndsOn <= contractEnd(contract.endsOn, contract.amendments)) {
      return refused(because('amendment.end-not-later', 'newEndsOn'));
    }
  }
  if (kind === 'PRICE' && (amountChangeMinor ?? 0) === 0) {
    return refused(because('amendment.change-missing', 'amountChange'));
  }
  const amount = contractAmount(contract.amountMinor, contract.amendments);
  if (amount + (amountChangeMinor ?? 0) <= 0) {
    return refused(because('amendment.amount', 'amountChange'));
  }
  return granted(null);
}

async function checkedVersions(
  tx: Transaction,
  assignment: AssignmentRecord,
  { kind, evaluationVersionId, documentVersionId }: Proposal,
): Promise<Result<null, ContractRefusal>> {
  const versions = await findContractVersions(tx, assignment.id);
  const text = versions.find(({ id }) => id === documentVersionId);
  if (documentVersionId !== null && text?.kind !== 'CONTRACT_AMENDMENT') {
    return refused(because('version.unknown', 'documentVersionId'));
  }
  if (!needsEvaluation(kind)) return granted(null);
  const evaluation = versions.find(({ id }) => id === evaluationVersionId);
  if (evaluation === undefined || !EVALUATION_KINDS.includes(evaluation.kind)) {
    return refused(because('amendment.evaluation-missing', 'evaluationVersionId'));
  }
  const author = await findPerson(tx, evaluation.createdBy);
  if (author !== null && isOfConsultant(author, assignment.standing)) {
    return refused(because('amendment.evaluation-own', 'evaluationVersionId'));
  }
  return granted(null);
}

function isOfConsultant(person: Person, standing: Standing): boolean {
  return (
    standing.holderPersonIds.includes(person.id) ||
    person.memberships.some(({ organisationId }) =>
      standing.holderOrganisationIds.includes(organisationId),
    )
  );
}

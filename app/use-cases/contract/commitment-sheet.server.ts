import { database } from '#db/connection.ts';
import {
  findCommitmentChecks,
  findCommitments,
  type CommitmentCheckRecord,
  type CommitmentRecord,
} from '#db/queries/commitments.ts';
import {
  findContractDeliverables,
  type ContractDeliverableRecord,
} from '#db/queries/contract-deliverables.ts';
import type { ContractVersionRecord } from '#db/queries/contract-versions.ts';
import {
  latestChecks,
  reachedOfTarget,
  standingChecks,
  totalsOf,
} from '../../domain/contract/commitment-sheet.ts';
import type { Person } from '../../domain/people/person.ts';
import { may } from '../../domain/people/policy.ts';
import { calendarDateAt } from '../../domain/shared/calendar-date.ts';
import { choiceOf, readableVersions, versionChoice } from './contract-page.server.ts';
import type { CheckView, CommitmentSheet, CommitmentView } from './contract-views.ts';
import { allowedAssignment } from './held-contract.server.ts';

/** The commitments of one contract and how they stand; null when not there for this person. */
export async function commitmentSheet(query: {
  actor: Person;
  code: string;
}): Promise<CommitmentSheet | null> {
  const { actor, code } = query;
  const db = database();
  const allowed = await allowedAssignment(db, { actor, code, part: 'commitment', action: 'read' });
  if (!allowed.ok) return null;
  const { id, standing } = allowed.value;
  const [deliverables, commitments, checks, versions] = await Promise.all([
    findContractDeliverables(db, id),
    findCommitments(db, [id]),
    findCommitmentChecks(db, id),
    readableVersions(db, { actor, assignment: allowed.value }),
  ]);
  const keys = commitments.map((commitment) => commitment.id);
  const order = deliverables.map((deliverable) => deliverable.id);
  const part = { type: 'commitment' as const, ...standing };
  const mayEdit = may(actor, 'edit', part);
  const mayCheck = may(actor, 'evaluate', part);
  return {
    code,
    deliverables: deliverables.map(({ id: key, no, title, dueOn }) => ({
      id: key,
      no,
      title,
      dueOn,
    })),
    commitments: commitments.map((commitment) =>
      commitmentView(commitment, { deliverables, checks, versions }),
    ),
    totals: totalsOf(standingChecks(keys, order, checks).values()),
    mayEdit,
    mayCheck,
    proposals: mayEdit ? versions.filter(({ kind }) => kind === 'PROPOSAL').map(choiceOf) : [],
    versions: mayCheck ? versions.map(choiceOf) : [],
  };
}

type Known = {
  deliverables: readonly ContractDeliverableRecord[];
  checks: readonly CommitmentCheckRecord[];
  versions: readonly ContractVersionRecord[];
};

function commitmentView(commitment: CommitmentRecord, known: Known): CommitmentView {
  const at = latestChecks(known.checks);
  const view = (check: CommitmentCheckRecord) => checkView(check, commitment, known);
  const { no, kind, text, targetValue, unit, dueOn, quote } = commitment;
  return {
    no,
    kind,
    text,
    targetValue,
    unit,
    dueOn,
    quote,
    source: versionChoice(known.versions, commitment.documentVersionId),
    cells: known.deliverables.map(({ id }) => {
      const check = at(commitment.id, id);
      return check === null ? null : view(check);
    }),
    history: known.checks
      .filter(({ commitmentId }) => commitmentId === commitment.id)
      .toReversed()
      .map(view),
  };
}

function checkView(
  check: CommitmentCheckRecord,
  { targetValue }: CommitmentRecord,
  { deliverables, versions }: Known,
): CheckView {
  const { result, reachedValue, evidence, checkedBy, deliverableId } = check;
  return {
    result,
    reachedValue,
    percent: reachedOfTarget(check, targetValue),
    evidence,
    deliverableNo: deliverables.find(({ id }) => id === deliverableId)?.no ?? 0,
    version: versionChoice(versions, check.documentVersionId),
    checkedBy,
    checkedOn: calendarDateAt(check.checkedAt),
  };
}

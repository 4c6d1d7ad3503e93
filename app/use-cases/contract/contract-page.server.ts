import { database, type Queryable } from '#db/connection.ts';
import type { AssignmentRecord } from '#db/queries/assignments.ts';
import {
  findContractDeliverables,
  type ContractDeliverableRecord,
} from '#db/queries/contract-deliverables.ts';
import {
  findCandidates,
  findContractMonths,
  findExperts,
  findFirms,
  findSelectedCandidate,
} from '#db/queries/contract-signing.ts';
import { findContractVersions, type ContractVersionRecord } from '#db/queries/contract-versions.ts';
import { findContract, type AmendmentRecord, type ContractRecord } from '#db/queries/contracts.ts';
import { amendmentGaps } from '../../domain/contract/amendment.ts';
import { INDIVIDUAL_MONTHS } from '../../domain/contract/contract-period.ts';
import type { ContractParty } from '../../domain/contract/contract.ts';
import { nextContractStep } from '../../domain/contract/next-contract-step.ts';
import { totalOf } from '../../domain/contract/payment-schedule.ts';
import { usualDeliverables } from '../../domain/contract/usual-deliverables.ts';
import type { Person } from '../../domain/people/person.ts';
import { contractPartyOf, may } from '../../domain/people/policy.ts';
import { calendarDateAt, type CalendarDate } from '../../domain/shared/calendar-date.ts';
import { asSelected } from './consultant-of-contract.server.ts';
import { contractStanding, type PaymentStanding } from './contract-standing.server.ts';
import type {
  AmendmentView,
  ContractPage,
  ContractView,
  PaymentView,
  SigningView,
  VersionChoice,
} from './contract-views.ts';
import { allowedAssignment } from './held-contract.server.ts';

type Query = { actor: Person; code: string; now: Date };

/** The contract of one assignment, or null when it does not exist for this person. */
export async function contractPage({ actor, code, now }: Query): Promise<ContractPage | null> {
  const db = database();
  const allowed = await allowedAssignment(db, { actor, code, part: 'contract', action: 'read' });
  if (!allowed.ok) return null;
  const assignment = allowed.value;
  const mayEdit = may(actor, 'edit', { type: 'contract', ...assignment.standing });
  const today = calendarDateAt(now);
  const record = await findContract(db, assignment.id);
  const deliverables = await findContractDeliverables(db, assignment.id);
  const versions = await readableVersions(db, { actor, assignment });
  const isToSign = record === null && mayEdit && assignment.stage === 'NEGOTIATION';
  const contract =
    record === null
      ? null
      : contractView(record, {
          deliverables,
          versions,
          party: contractPartyOf(actor, assignment.standing),
        });
  return {
    code,
    today,
    contract,
    mayEdit,
    signing: isToSign ? await signingView(db, { assignment, deliverables, versions, today }) : null,
    next: contract === null ? null : nextStepOf(contract, { mayEdit }),
  };
}

function nextStepOf(contract: ContractView, { mayEdit }: { mayEdit: boolean }) {
  return nextContractStep({
    toAgree: contract.amendments
      .filter(({ mayAgreeAs }) => mayAgreeAs !== null)
      .map(({ no }) => no),
    mayEdit,
    hasGap: contract.gap !== null,
    payments: contract.payments,
  });
}

function contractView(
  record: ContractRecord,
  given: {
    deliverables: readonly ContractDeliverableRecord[];
    versions: readonly ContractVersionRecord[];
    party: ContractParty | null;
  },
): ContractView {
  const standing = contractStanding(record, given.deliverables);
  return {
    consultant: record.consultant.name,
    signedOn: record.signedOn,
    startsOn: record.startsOn,
    endsOn: standing.endsOn,
    signedEndsOn: record.endsOn,
    currency: record.currency,
    amountMinor: standing.amountMinor,
    signedAmountMinor: record.amountMinor,
    scheduledMinor: totalOf(standing.payments),
    releasedMinor: totalOf(standing.payments.filter(({ state }) => state === 'RELEASED')),
    gap: standing.gap,
    payments: standing.payments.map((payment) => paymentView(payment, given.deliverables)),
    amendments: record.amendments.map((amendment) => amendmentView(amendment, given)),
  };
}

function paymentView(
  payment: PaymentStanding,
  deliverables: readonly ContractDeliverableRecord[],
): PaymentView {
  const deliverable = deliverables.find(({ id }) => id === payment.deliverableId);
  if (deliverable === undefined) throw new Error('A payment of another contract’s deliverable.');
  const { id, no, title, dueOn } = deliverable;
  const happened = (event: 'INVOICED' | 'RELEASED') => {
    const known = payment.events.find((candidate) => candidate.event === event);
    return known === undefined
      ? null
      : { occurredOn: known.occurredOn, reference: known.reference };
  };
  return {
    id: payment.id,
    no: payment.no,
    deliverable: { id, no, title, dueOn },
    amountMinor: payment.amountMinor,
    state: payment.state,
    acceptedOn: payment.acceptedOn,
    invoiced: happened('INVOICED'),
    released: happened('RELEASED'),
  };
}

function amendmentView(
  amendment: AmendmentRecord,
  given: { versions: readonly ContractVersionRecord[]; party: ContractParty | null },
): AmendmentView {
  const { party } = given;
  const { id, no, kind, newEndsOn, amountChangeMinor, reason, proposedBy } = amendment;
  return {
    id,
    no,
    kind,
    newEndsOn,
    amountChangeMinor,
    reason,
    proposedBy,
    evaluation: versionChoice(given.versions, amendment.evaluationVersionId),
    proposedOn: calendarDateAt(amendment.proposedAt),
    agreements: amendment.agreements.map((agreement) => ({
      party: agreement.party,
      personName: agreement.personName,
      agreedOn: calendarDateAt(agreement.agreedAt),
    })),
    gaps: amendmentGaps(amendment),
    mayAgreeAs: party === null || amendment.agreedBy.includes(party) ? null : party,
  };
}

async function signingView(
  db: Queryable,
  given: {
    assignment: AssignmentRecord;
    deliverables: readonly ContractDeliverableRecord[];
    versions: readonly ContractVersionRecord[];
    today: CalendarDate;
  },
): Promise<SigningView> {
  const { assignment, deliverables, versions, today } = given;
  const isFirm = assignment.kind === 'SUBCONTRACT';
  const planned = usualDeliverables(assignment.kind).map(({ title, dueRule }, index) => ({
    no: index + 1,
    title,
    dueOn: null,
    dueRule,
  }));
  return {
    consultants: await consultantChoices(db, assignment),
    deliverables:
      deliverables.length === 0
        ? planned
        : deliverables.map(({ no, title, dueOn }) => ({ no, title, dueOn, dueRule: 'FIXED_DATE' })),
    areRegistered: deliverables.length > 0,
    months: isFirm
      ? null
      : ((await findContractMonths(db, assignment.method, today)) ?? INDIVIDUAL_MONTHS),
    versions: versions.filter(({ kind }) => kind === 'CONTRACT').map(choiceOf),
    planned: assignment.planned,
  };
}

/** Whoever was selected; otherwise candidates first, then whom the project knows besides. */
async function consultantChoices(
  db: Queryable,
  { id, kind }: AssignmentRecord,
): Promise<SigningView['consultants']> {
  const isFirm = kind === 'SUBCONTRACT';
  const selectedId = await findSelectedCandidate(db, id);
  const candidates = asSelected(await findCandidates(db, id), selectedId).filter((candidate) =>
    isFirm ? candidate.kind === 'FIRM' : candidate.personId !== null,
  );
  const known = candidates.flatMap(({ organisationId, personId }) => [organisationId, personId]);
  const isSettled = selectedId !== null && candidates.length > 0;
  const others = isSettled ? [] : isFirm ? await findFirms(db) : await findExperts(db);
  return [
    ...candidates.map((candidate) => ({
      value: `candidate:${candidate.id}`,
      name: candidate.name,
      isCandidate: true,
    })),
    ...others
      .filter((other) => !known.includes(other.id))
      .map((other) => ({
        value: `${isFirm ? 'organisation' : 'person'}:${other.id}`,
        name: other.name,
        isCandidate: false,
      })),
  ];
}

/** The frozen versions of texts that the person may read. */
export async function readableVersions(
  db: Queryable,
  { actor, assignment }: { actor: Person; assignment: AssignmentRecord },
): Promise<ContractVersionRecord[]> {
  const versions = await findContractVersions(db, assignment.id);
  return versions.filter(({ kind }) =>
    may(actor, 'read', { type: 'document', kind, isLocked: false, ...assignment.standing }),
  );
}

/** The version as the pages name it; null where there is none. */
export function versionChoice(
  versions: readonly ContractVersionRecord[],
  id: string | null,
): VersionChoice | null {
  const version = versions.find((known) => known.id === id);
  return version === undefined ? null : choiceOf(version);
}

export function choiceOf({ id, kind, title, no }: ContractVersionRecord): VersionChoice {
  return { id, kind, title, no };
}

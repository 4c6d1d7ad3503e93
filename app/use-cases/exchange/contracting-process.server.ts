import type { Publisher } from '#db/queries/publisher.ts';
import type { SignedContract } from '#db/queries/signed-contracts.ts';
import type {
  Contract,
  ContractingProcess,
  Party,
  ProcessMilestone,
  PublishedDocument,
  Tender,
} from '#server/ocds/contracting-process.ts';
import {
  noObjectionState,
  type NoObjectionSubject,
} from '../../domain/procurement/no-objection.ts';
import type { SelectionMethod } from '../../domain/register/assignment.ts';
import { deliverableState } from '../../domain/register/deliverable-state.ts';
import { pipelineStep, type AssignmentStage } from '../../domain/register/stage.ts';
import { contractInForce } from './contract-in-force.server.ts';
import type { ProcessFacts } from './contracting-processes.server.ts';

/**
 * The identifier of a process. It begins with the project's own name: a prefix of the standard's
 * register has to be asked for by the office, and none has been given yet.
 */
export function ocidOf(projectCode: string, code: string): string {
  return `dagang-${projectCode}-${code}`;
}

/** One assignment as a contracting process, from what the reader may know of it. */
export function contractingProcess(publisher: Publisher, known: ProcessFacts): ContractingProcess {
  const facts = { ...known, plannedAt: earliestOf(known) };
  const { record, contract } = facts;
  const budget =
    facts.mayReadBudget && record.planned !== null
      ? { minor: record.planned.amountMinor, currency: record.planned.currency }
      : null;
  const { office, project } = publisher;
  const awardId = `${record.code}-award`;
  return {
    ocid: ocidOf(project.code, record.code),
    title: record.title,
    parties: partiesOf(publisher, contract),
    buyerId: office.id,
    planning: {
      at: facts.plannedAt,
      project: { id: project.code, name: project.name },
      budget,
      documents: certificates(facts, ['TOR']),
      milestones: [],
    },
    tender: tenderOf(facts, budget),
    awards:
      contract === null
        ? []
        : [
            {
              id: awardId,
              at: beginningOf(contract.signedOn),
              status: 'active',
              value: { minor: contract.amountMinor, currency: contract.currency },
              supplierIds: [contract.consultant.id],
              documents: certificates(facts, ['TECHNICAL_EVALUATION', 'COMBINED_EVALUATION']),
            },
          ],
    contracts:
      contract === null ? [] : [contractOf(facts, contract, { awardId, buyerId: office.id })],
  };
}

/** What was entered late was planned before it happened all the same. */
function earliestOf({ plannedAt, moves, contract }: ProcessFacts): Date {
  const days = [
    ...moves.map(({ occurredOn }) => occurredOn),
    ...(contract ? [contract.signedOn] : []),
  ];
  return days.map(beginningOf).reduce((first, at) => (at < first ? at : first), plannedAt);
}

function partiesOf({ office }: Publisher, contract: SignedContract | null): Party[] {
  const paid = contract !== null && contract.released.length > 0;
  const buyer: Party = {
    ...office,
    roles: paid ? ['buyer', 'procuringEntity', 'payer'] : ['buyer', 'procuringEntity'],
  };
  if (contract === null) return [buyer];
  return [buyer, { ...contract.consultant, roles: paid ? ['supplier', 'payee'] : ['supplier'] }];
}

function tenderOf(facts: ProcessFacts, value: Tender['value']): Tender | null {
  const { record, moves } = facts;
  const begun = moves.find(({ toStage }) => pipelineStep(toStage) !== 'TOR');
  if (begun === undefined && pipelineStep(record.stage) === 'TOR') return null;
  return {
    at: begun === undefined ? facts.plannedAt : beginningOf(begun.occurredOn),
    id: record.code,
    status: tenderStatus(record.stage),
    method: OPENNESS[record.method],
    methodDetails: record.method,
    value,
    tendererIds: [],
    documents: certificates(facts, ['SHORTLIST', 'RFP']),
    milestones: [],
  };
}

function tenderStatus(stage: AssignmentStage): Tender['status'] {
  if (stage === 'CANCELLED') return 'cancelled';
  return pipelineStep(stage) === 'PROCUREMENT' ? 'active' : 'complete';
}

function contractOf(
  facts: ProcessFacts,
  contract: SignedContract,
  around: { awardId: string; buyerId: string },
): Contract {
  const { currency } = contract;
  const ended = facts.moves.findLast(({ toStage }) => toStage === 'TERMINATED');
  return {
    id: contractIdOf(facts.record.code),
    awardId: around.awardId,
    status: ended === undefined ? 'active' : 'terminated',
    value: { minor: contract.amountMinor, currency },
    signedOn: contract.signedOn,
    period: { startsOn: contract.startsOn, endsOn: contract.endsOn },
    documents: certificates(facts, ['CONTRACT', 'AMENDMENT']),
    milestones: facts.deliverables.map((row): ProcessMilestone => {
      const isMet = deliverableState(row.acceptedBy, row.latest) === 'ACCEPTED';
      return {
        id: row.id,
        title: row.title,
        type: 'reporting',
        dueOn: row.dueOn,
        metAt: null,
        status: isMet ? 'met' : 'scheduled',
      };
    }),
    amendments: contractInForce(contract).steps.map(({ amendment, at, amountMinor, endsOn }) => ({
      id: amendment.id,
      at,
      description: amendment.kind,
      rationale: amendment.reason,
      value: { minor: amountMinor, currency },
      endsOn,
    })),
    transactions: contract.released.map(({ id, paidOn, amountMinor }) => ({
      id,
      paidOn,
      value: { minor: amountMinor, currency },
      payerId: around.buyerId,
      payeeId: contract.consultant.id,
    })),
    terminatedAt: ended === undefined ? null : beginningOf(ended.occurredOn),
  };
}

export function contractIdOf(code: string): string {
  return `${code}-contract`;
}

/** No-objections that were given and still hold. */
function certificates(
  { noObjections, record }: ProcessFacts,
  subjects: readonly NoObjectionSubject[],
): PublishedDocument[] {
  return noObjections
    .filter(({ subject }) => subjects.includes(subject))
    .filter((one) => noObjectionState(one) === 'GRANTED')
    .map(({ id, decidedAt }) => ({
      id,
      type: 'noObjectionCertificate',
      title: {
        zh: `世界银行不反对意见：${record.code}`,
        en: `World Bank no-objection: ${record.code}`,
      },
      publishedAt: decidedAt,
      url: null,
    }));
}

/** Days of the project begin in Beijing. */
function beginningOf(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

const OPENNESS: Record<SelectionMethod, Tender['method']> = {
  QCBS: 'selective',
  QBS: 'selective',
  FBS: 'selective',
  LCS: 'selective',
  CQS: 'selective',
  CDS: 'direct',
  INDV: 'limited',
};

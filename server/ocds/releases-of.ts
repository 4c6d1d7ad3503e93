import { createHash } from 'node:crypto';
import type { Award, Contract, ContractingProcess } from './contracting-process.ts';
import {
  bilingual,
  document,
  endOf,
  milestone,
  object,
  party,
  reference,
  startOf,
  value,
} from './fields.ts';
import type { JsonObject, Release, ReleaseTag } from './ocds.ts';

/**
 * The releases of a process, one for each tag it has reached, oldest first. The id of a release
 * holds a digest of what it says: the same words always have the same id, and an id never comes to
 * stand for other words.
 */
export function releasesOf(process: ContractingProcess): Release[] {
  const said = [
    planning(process),
    ...tender(process),
    ...awards(process),
    ...process.contracts.flatMap((contract) => contractReleases(process, contract)),
  ];
  return said
    .map((one) => release(process, one))
    .sort((a, b) => Date.parse(a.date) - Date.parse(b.date));
}

type Said = { tag: ReleaseTag; at: string; fields: JsonObject };

function release(process: ContractingProcess, { tag, at, fields }: Said): Release {
  const named = {
    language: 'en',
    initiationType: 'tender',
    parties: process.parties.map(party),
    buyer: reference(process.parties, process.buyerId),
    ...fields,
  };
  const digest = createHash('sha256')
    .update(JSON.stringify([at, named]))
    .digest('hex');
  const id = `${process.ocid}-${tag}-${digest.slice(0, 16)}`;
  return { ocid: process.ocid, id, date: at, tag: [tag], ...named };
}

function planning({ planning: one }: ContractingProcess): Said {
  const budget = object({
    projectID: one.project.id,
    ...bilingual('project', one.project.name),
    amount: one.budget === null ? undefined : value(one.budget),
  });
  const fields = object({
    budget,
    documents: one.documents.map(document),
    milestones: one.milestones.map(milestone),
  });
  return { tag: 'planning', at: one.at.toISOString(), fields: { planning: fields } };
}

function tender({ tender: one, title, parties, buyerId }: ContractingProcess): Said[] {
  if (one === null) return [];
  const fields = object({
    id: one.id,
    ...bilingual('title', title),
    status: one.status,
    procuringEntity: reference(parties, buyerId),
    value: one.value === null ? undefined : value(one.value),
    procurementMethod: one.method,
    procurementMethodDetails: one.methodDetails,
    mainProcurementCategory: 'services',
    additionalProcurementCategories: ['consultingServices'],
    numberOfTenderers: one.tendererIds.length === 0 ? undefined : one.tendererIds.length,
    tenderers: one.tendererIds.map((id) => reference(parties, id)),
    documents: one.documents.map(document),
    milestones: one.milestones.map(milestone),
  });
  return [{ tag: 'tender', at: one.at.toISOString(), fields: { tender: fields } }];
}

function awards({ awards: all, title, parties }: ContractingProcess): Said[] {
  return all.map((one: Award) => {
    const fields = object({
      id: one.id,
      ...bilingual('title', title),
      status: one.status,
      date: one.at.toISOString(),
      value: one.value === null ? undefined : value(one.value),
      suppliers: one.supplierIds.map((id) => reference(parties, id)),
      documents: one.documents.map(document),
    });
    return { tag: 'award', at: one.at.toISOString(), fields: { awards: [fields] } };
  });
}

function contractReleases(process: ContractingProcess, contract: Contract): Said[] {
  const { id, awardId } = contract;
  const about = (tag: ReleaseTag, at: string, fields: JsonObject): Said => ({
    tag,
    at,
    fields: { contracts: [{ id, awardID: awardId, ...fields }] },
  });
  const signed = about('contract', startOf(contract.signedOn), {
    ...bilingual('title', process.title),
    status: contract.status === 'terminated' ? 'active' : contract.status,
    dateSigned: startOf(contract.signedOn),
    value: value(contract.value),
    period: period(contract.period.startsOn, contract.period.endsOn),
    ...object({
      documents: contract.documents.map(document),
      milestones: contract.milestones.map(milestone),
    }),
  });
  const said = [signed, ...amendments(contract, about)];
  const { transactions, terminatedAt } = contract;
  const latest = transactions
    .map(({ paidOn }) => paidOn)
    .sort()
    .at(-1);
  if (latest !== undefined) {
    const paid = transactions.map((one) => ({
      id: one.id,
      date: startOf(one.paidOn),
      value: value(one.value),
      payer: reference(process.parties, one.payerId),
      payee: reference(process.parties, one.payeeId),
    }));
    said.push(about('implementation', startOf(latest), { implementation: { transactions: paid } }));
  }
  if (terminatedAt !== null) {
    const at = terminatedAt.toISOString();
    said.push(about('contractTermination', at, { status: 'terminated' }));
  }
  return said;
}

/** One release each, with what the contract came to by it and the amendments until then. */
function amendments(
  { amendments: all, period: { startsOn } }: Contract,
  about: (tag: ReleaseTag, at: string, fields: JsonObject) => Said,
): Said[] {
  return all.map((latest, index) =>
    about('contractAmendment', latest.at.toISOString(), {
      value: value(latest.value),
      period: period(startsOn, latest.endsOn),
      amendments: all.slice(0, index + 1).map((one) => ({
        id: one.id,
        date: one.at.toISOString(),
        description: one.description,
        rationale: one.rationale,
      })),
    }),
  );
}

function period(startsOn: string, endsOn: string): JsonObject {
  return { startDate: startOf(startsOn), endDate: endOf(endsOn) };
}

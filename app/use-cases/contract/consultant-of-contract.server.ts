import type { Queryable } from '#db/connection.ts';
import type { AssignmentRecord } from '#db/queries/assignments.ts';
import {
  findCandidates,
  findExperts,
  findFirms,
  findSelectedCandidate,
  registerCandidate,
  type CandidateRecord,
} from '#db/queries/contract-signing.ts';

/** The firm or the person with whom the contract is signed, and which candidate that was. */
export type Consultant = {
  organisationId: string | null;
  personId: string | null;
  candidateId: string | null;
};

/**
 * Whom `choice` names: `organisation:<id>`, `person:<id>`, or `candidate:<id>` for a candidate. A
 * firm signs a sub-contract, a person an individual assignment. A candidate firm that the project
 * does not know yet becomes one of its organisations.
 * @returns null when there is no such consultant.
 */
export async function chosenConsultant(
  tx: Queryable,
  assignment: AssignmentRecord,
  choice: string,
): Promise<Consultant | null> {
  const selectedId = await findSelectedCandidate(tx, assignment.id);
  const candidates = asSelected(await findCandidates(tx, assignment.id), selectedId);
  const [type, id = ''] = choice.split(':');
  const candidate = type === 'candidate' ? candidates.find((known) => known.id === id) : undefined;
  if (type === 'candidate' && candidate === undefined) return null;
  const chosen =
    assignment.kind === 'SUBCONTRACT'
      ? await chosenFirm(tx, { type, id, candidate, candidates })
      : await chosenPerson(tx, { type, id, candidate, candidates });
  if (chosen === null || selectedId === null || chosen.candidateId === selectedId) return chosen;
  // A person who was selected by name signs under the account that the office knows as theirs.
  const isUnnamed = candidates.some(({ kind, personId }) => kind === 'PERSON' && personId === null);
  return chosen.personId !== null && isUnnamed ? { ...chosen, candidateId: selectedId } : null;
}

/** Whoever was selected, and nobody else; all of them where nobody had to be. */
export function asSelected(
  candidates: readonly CandidateRecord[],
  selectedId: string | null,
): CandidateRecord[] {
  return candidates.filter(({ id }) => selectedId === null || id === selectedId);
}

type Choice = {
  type: string | undefined;
  id: string;
  candidate: CandidateRecord | undefined;
  candidates: CandidateRecord[];
};

async function chosenFirm(tx: Queryable, choice: Choice): Promise<Consultant | null> {
  const { type, id, candidate, candidates } = choice;
  if (candidate !== undefined) {
    if (candidate.kind !== 'FIRM') return null;
    const organisationId = candidate.organisationId ?? (await registerCandidate(tx, candidate));
    return { organisationId, personId: null, candidateId: candidate.id };
  }
  const firms = await findFirms(tx);
  if (type !== 'organisation' || !firms.some((firm) => firm.id === id)) return null;
  const same = candidates.find(({ organisationId }) => organisationId === id);
  return { organisationId: id, personId: null, candidateId: same?.id ?? null };
}

async function chosenPerson(tx: Queryable, choice: Choice): Promise<Consultant | null> {
  const { type, id, candidate, candidates } = choice;
  const personId = candidate === undefined && type === 'person' ? id : candidate?.personId;
  const experts = await findExperts(tx);
  if (personId == null || !experts.some((expert) => expert.id === personId)) return null;
  const same = candidate ?? candidates.find((known) => known.personId === personId);
  return { organisationId: null, personId, candidateId: same?.id ?? null };
}

import { database } from '#db/connection.ts';
import { findContractVersions } from '#db/queries/contract-versions.ts';
import type { Person } from '../../domain/people/person.ts';
import { choiceOf } from './contract-page.server.ts';
import type { VersionChoice } from './contract-views.ts';
import { EVALUATION_KINDS } from './evaluation-kinds.server.ts';
import { allowedAssignment } from './held-contract.server.ts';

export type AmendmentChoices = { evaluations: VersionChoice[]; texts: VersionChoice[] };

/** The frozen versions that an amendment can rest on; null for who may not propose one. */
export async function amendmentChoices(query: {
  actor: Person;
  code: string;
}): Promise<AmendmentChoices | null> {
  const db = database();
  const allowed = await allowedAssignment(db, { ...query, part: 'contract', action: 'edit' });
  if (!allowed.ok) return null;
  const versions = await findContractVersions(db, allowed.value.id);
  return {
    evaluations: versions.filter(({ kind }) => EVALUATION_KINDS.includes(kind)).map(choiceOf),
    texts: versions.filter(({ kind }) => kind === 'CONTRACT_AMENDMENT').map(choiceOf),
  };
}

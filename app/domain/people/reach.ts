import type { DocumentKind } from '../documents/document-kind.ts';
import type { Person } from './person.ts';
import { grantsOf, type Action, type ResourceKind, type Standing } from './policy.ts';

/**
 * The assignments on which a person may do something: the policy table turned from a question about
 * one assignment into a condition on all of them, so that a list is cut in the database and no
 * count, total or page tells of what its reader may not see. `reaches` says the same as `may`.
 */
export type Reach = {
  personId: string;
  everywhere: boolean;
  /** Held by one of these organisations or by the person; null when holding grants nothing. */
  heldBy: readonly string[] | null;
  /** Held neither by one of these organisations nor by the person. */
  notHeldBy: readonly string[] | null;
  invited: boolean;
};

export function reachOf(person: Person, action: Action, resource: ResourceKind): Reach {
  const grants = grantsOf(person, action, resource);
  const organisationsWhere = (wanted: 'held' | 'not-held') => {
    const found = grants.filter(({ scope }) => scope === wanted);
    if (found.length === 0) return null;
    return [...new Set(found.flatMap(({ organisationIds }) => organisationIds))].sort();
  };
  return {
    personId: person.id,
    everywhere: grants.some(({ scope }) => scope === 'any'),
    heldBy: organisationsWhere('held'),
    notHeldBy: organisationsWhere('not-held'),
    invited: grants.some(({ scope }) => scope === 'invited'),
  };
}

export function reaches(reach: Reach, standing: Standing): boolean {
  const isHeldBy = (organisationIds: readonly string[]) =>
    standing.holderPersonIds.includes(reach.personId) ||
    organisationIds.some((id) => standing.holderOrganisationIds.includes(id));
  return (
    reach.everywhere ||
    (reach.heldBy !== null && isHeldBy(reach.heldBy)) ||
    (reach.notHeldBy !== null && !isHeldBy(reach.notHeldBy)) ||
    (reach.invited && standing.invitedPersonIds.includes(reach.personId))
  );
}

/** Whether no assignment can lie within it. */
export function reachesNothing({ everywhere, heldBy, notHeldBy, invited }: Reach): boolean {
  return !everywhere && heldBy === null && notHeldBy === null && !invited;
}

/** The kinds of document that a person may read, with where; kinds of the same reach together. */
export type DocumentReach = { kinds: DocumentKind[]; reach: Reach };

export function documentReaches(person: Person, kinds: readonly DocumentKind[]): DocumentReach[] {
  const byReach = new Map<string, DocumentReach>();
  for (const kind of kinds) {
    const reach = reachOf(person, 'read', { type: 'document', kind });
    const key = JSON.stringify(reach);
    const together = byReach.get(key) ?? { kinds: [], reach };
    together.kinds.push(kind);
    byReach.set(key, together);
  }
  return [...byReach.values()];
}

import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';

/** Who may add assignments may take in a register, and what other systems publish about it. */
export function mayImport(person: Person): boolean {
  return may(person, 'create', {
    type: 'assignment',
    holderOrganisationIds: [],
    holderPersonIds: [],
    invitedPersonIds: [],
  });
}

import type { Person } from '../../domain/people/person.ts';
import type { Role } from '../../domain/people/role.ts';

/** Who hands in work begins with what is due; the others begin with where everything stands. */
const BEGINS_WITH_DUE: readonly Role[] = ['FIRM_MEMBER', 'RESIDENT_EXPERT'];

export function homePath({ memberships }: Person): '/due' | '/board' {
  return memberships.some(({ role }) => BEGINS_WITH_DUE.includes(role)) ? '/due' : '/board';
}

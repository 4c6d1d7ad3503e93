import type { RegisterReader } from '#db/queries/register-joins.ts';
import { DOCUMENT_KINDS } from '../../domain/documents/document-kind.ts';
import type { Person } from '../../domain/people/person.ts';
import { documentReaches, reachOf } from '../../domain/people/reach.ts';

/** What `person` may see of the register, asked of the policy once for all its rows. */
export function registerReader(person: Person): RegisterReader {
  return {
    personId: person.id,
    organisationIds: person.memberships.map(({ organisationId }) => organisationId),
    assignments: reachOf(person, 'read', { type: 'assignment' }),
    contracts: reachOf(person, 'read', { type: 'contract' }),
    noObjections: reachOf(person, 'read', { type: 'no-objection' }),
    // A budget tells a bidder what the office would pay: it is shown with the procurement, and to
    // those who set it.
    planned: [
      reachOf(person, 'read', { type: 'procurement' }),
      reachOf(person, 'edit', { type: 'assignment' }),
    ],
    documents: documentReaches(person, DOCUMENT_KINDS),
  };
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DOCUMENT_KINDS } from '#app/domain/documents/document-kind.ts';
import { may, type Action, type Resource, type Standing } from '#app/domain/people/policy.ts';
import { documentReaches, reaches, reachesNothing, reachOf } from '#app/domain/people/reach.ts';
import type { Person } from '#app/domain/people/person.ts';
import { ROLES } from '#app/domain/people/role.ts';

const ACTIONS = [
  'read',
  'comment',
  'edit',
  'create',
  'lock',
  'submit',
  'accept',
  'evaluate',
  'decide',
  'agree',
  'link',
] as const satisfies readonly Action[];
const PARTS = [
  'assignment',
  'procurement',
  'no-objection',
  'contract',
  'commitment',
  'deliverable',
  'record-link',
] as const;

const organisationId = fc.constantFrom('office', 'bank', 'firm-a', 'firm-b');
const personId = fc.constantFrom('me', 'you', 'she');
const person: fc.Arbitrary<Person> = fc.record({
  id: fc.constant('me'),
  email: fc.constant('me@demo.test'),
  name: fc.constant({ zh: '我', en: 'Me' }),
  locale: fc.constant(null),
  memberships: fc.array(
    fc.record({
      organisationId,
      organisationName: fc.constant({ zh: '机构', en: 'Organisation' }),
      role: fc.constantFrom(...ROLES),
    }),
    { maxLength: 3 },
  ),
});
const standing: fc.Arbitrary<Standing> = fc.record({
  holderOrganisationIds: fc.uniqueArray(organisationId, { maxLength: 2 }),
  holderPersonIds: fc.uniqueArray(personId, { maxLength: 2 }),
  invitedPersonIds: fc.uniqueArray(personId, { maxLength: 2 }),
});
const kind = fc.oneof(
  fc.constantFrom(...PARTS).map((type) => ({ type })),
  fc.constantFrom(...DOCUMENT_KINDS).map((one) => ({ type: 'document' as const, kind: one })),
);

test('the reach of a person holds exactly the assignments on which the policy says yes', () => {
  fc.assert(
    fc.property(
      person,
      fc.constantFrom(...ACTIONS),
      kind,
      standing,
      (actor, action, what, where) => {
        const resource = { ...what, isLocked: false, ...where } as Resource;

        expect(reaches(reachOf(actor, action, what), where)).toBe(may(actor, action, resource));
      },
    ),
    { numRuns: 3_000 },
  );
});

test('a reach that holds nothing holds no assignment at all', () => {
  fc.assert(
    fc.property(
      person,
      fc.constantFrom(...ACTIONS),
      kind,
      standing,
      (actor, action, what, where) => {
        const reach = reachOf(actor, action, what);

        if (reachesNothing(reach)) expect(reaches(reach, where)).toBe(false);
      },
    ),
  );
});

test('each kind of document has one reach, the one of the policy', () => {
  fc.assert(
    fc.property(person, standing, (actor, where) => {
      const groups = documentReaches(actor, DOCUMENT_KINDS);

      expect(groups.flatMap(({ kinds }) => kinds).sort()).toEqual([...DOCUMENT_KINDS].sort());
      for (const { kinds, reach } of groups) {
        for (const one of kinds) {
          const text = { type: 'document', kind: one, isLocked: false, ...where } as const;
          expect(reaches(reach, where)).toBe(may(actor, 'read', text));
        }
      }
    }),
  );
});

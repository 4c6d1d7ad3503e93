import { expect, it } from 'vitest';
import type { Person } from '#app/domain/people/person.ts';
import { mayKeepOnDevice } from '#app/domain/people/keep-on-device.ts';
import type { Role } from '#app/domain/people/role.ts';

it('lets those who work in the project keep unsaved edits on their device', () => {
  expect(mayKeepOnDevice(someone('RESIDENT_EXPERT'))).toBe(true);
  expect(mayKeepOnDevice(someone('FIRM_MEMBER'))).toBe(true);
});

it('lets guests keep nothing, whatever else they are', () => {
  expect(mayKeepOnDevice(someone('OBSERVER'))).toBe(false);
  expect(mayKeepOnDevice(someone('EXTERNAL_EXPERT'))).toBe(false);
  expect(mayKeepOnDevice(someone('PMO_OFFICER', 'EXTERNAL_EXPERT'))).toBe(false);
});

function someone(...roles: Role[]): Person {
  return {
    id: 'person',
    email: 'person@demo.test',
    name: { zh: '人', en: 'Person' },
    locale: 'en',
    memberships: roles.map((role) => ({
      role,
      organisationId: 'organisation',
      organisationName: { zh: '单位', en: 'Organisation' },
    })),
  };
}

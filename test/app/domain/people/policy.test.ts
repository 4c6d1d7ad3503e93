import { describe, expect, test } from 'vitest';
import { DOCUMENT_KINDS, type DocumentKind } from '#app/domain/documents/document-kind.ts';
import type { Person } from '#app/domain/people/person.ts';
import {
  may,
  maySeeThread,
  type Action,
  type Resource,
  type Standing,
} from '#app/domain/people/policy.ts';
import { ROLES, type Role } from '#app/domain/people/role.ts';

/**
 * Who may do what, said a second time and in another form than in the policy, so that neither
 * changes alone. r read, c comment, e edit, n create (new); `held:` only on assignments that the
 * person's firm holds, `invited:` only where the person was invited by name, `-` never. l lock.
 */
const EXPECTED = `
                 assignment TOR          PROPOSAL  PROPOSAL_REVIEW *_REPORT    ASSESSMENT PROGRESS_REPORT TRAVEL_REPORT MEETING_* people
ADMINISTRATOR    re         r            r         r               r           r          r               r             r         ren
PMO_OFFICER      re         rcenl        rcenl     rcenl           rcenl       rcenl      rcenl           rcenl         rcenl     -
RESIDENT_EXPERT  r          rcenl        rc        rcenl           rc          rcenl      rcenl           rcenl         rcenl     -
BANK_LEAD        r          rc           rc        rc              rc          rc         rc              rc            rc        -
BANK_REVIEWER    r          rc           rc        rc              rc          rc         rc              rc            rc        -
FIRM_MEMBER      held:r     held:r       held:rcen -               held:rcen   -          -               -             -         -
EXTERNAL_EXPERT  invited:r  invited:r    -         -               invited:rc  -          -               -             -         -
OBSERVER         r          r            -         -               r           -          r               r             r         -
`;

const COLUMNS: Record<string, readonly string[]> = {
  '*_REPORT': ['INCEPTION_REPORT', 'INTERIM_REPORT', 'FINAL_REPORT'],
  'MEETING_*': ['MEETING_AGENDA', 'MEETING_MINUTES', 'MEETING_SUMMARY'],
};
const ACTIONS: Record<string, Action> = {
  r: 'read',
  c: 'comment',
  e: 'edit',
  n: 'create',
  l: 'lock',
};
const STANDINGS = ['held', 'invited', 'none'] as const;

describe.each(ROLES)('%s', (role) => {
  test.each(STANDINGS)(
    'may do exactly what the table says where the standing is %s',
    (standing) => {
      const person = personWith(role);

      const granted = resourceNames().flatMap((name) =>
        Object.values(ACTIONS)
          .filter((action) => may(person, action, resourceOf(name, standingOf(standing))))
          .map((action) => `${action} ${name}`),
      );

      expect(granted).toEqual(expectedFor(role, standing));
    },
  );

  test('may do what only a holder may on no assignment but the own ones', () => {
    const elsewhere = { holderOrganisationIds: ['firm-elsewhere'], invitedPersonIds: ['somebody'] };

    for (const name of resourceNames()) {
      for (const action of Object.values(ACTIONS)) {
        const foreign = may(personWith(role), action, resourceOf(name, elsewhere));
        const nobodys = may(personWith(role), action, resourceOf(name, standingOf('none')));
        expect(`${action} ${name}: ${foreign}`).toBe(`${action} ${name}: ${nobodys}`);
      }
    }
  });
});

test('the table names every role, and every kind of document once', () => {
  const [head = [], ...rows] = tableCells();

  expect(rows.map(([role]) => role)).toEqual(ROLES);
  expect(rows.map((row) => row.length)).toEqual(rows.map(() => head.length + 1));
  const kinds = resourceNames().filter((name) => name !== 'assignment' && name !== 'people');
  expect(kinds.sort()).toEqual([...DOCUMENT_KINDS].sort());
});

test('a person without membership may do nothing, held or invited or not', () => {
  const nobody: Person = { ...personWith('PMO_OFFICER'), memberships: [] };

  for (const name of resourceNames()) {
    for (const action of Object.values(ACTIONS)) {
      for (const standing of STANDINGS) {
        expect(may(nobody, action, resourceOf(name, standingOf(standing)))).toBe(false);
      }
    }
  }
});

test('the membership that grants must be the one that holds', () => {
  const expertInHoldingFirm: Person = {
    ...personWith('EXTERNAL_EXPERT'),
    memberships: [membership('EXTERNAL_EXPERT', FIRM), membership('FIRM_MEMBER', 'firm-other')],
  };

  const report = resourceOf('FINAL_REPORT', {
    holderOrganisationIds: [FIRM],
    invitedPersonIds: [],
  });
  expect(may(expertInHoldingFirm, 'read', report)).toBe(false);
});

test('a locked text is edited by nobody, and everything else stays as it was', () => {
  for (const role of ROLES) {
    const open = resourceOf('TOR', standingOf('held'));
    const locked = { ...open, isLocked: true } as Resource;
    expect(may(personWith(role), 'edit', locked)).toBe(false);
    for (const action of ['read', 'comment', 'lock'] as const) {
      expect(may(personWith(role), action, locked)).toBe(may(personWith(role), action, open));
    }
  }
});

test('several memberships grant together what each grants', () => {
  const both: Person = {
    ...personWith('OBSERVER'),
    memberships: [membership('OBSERVER', 'authority'), membership('FIRM_MEMBER', FIRM)],
  };

  expect(may(both, 'edit', resourceOf('FINAL_REPORT', standingOf('held')))).toBe(true);
  expect(may(both, 'edit', resourceOf('FINAL_REPORT', standingOf('none')))).toBe(false);
  expect(may(both, 'read', resourceOf('FINAL_REPORT', standingOf('none')))).toBe(true);
});

describe('a thread', () => {
  const lane = { visibility: 'INSTITUTION', authorOrganisationId: 'bank' } as const;

  test('in the lane of an institution is seen by its people only, whatever their role', () => {
    for (const role of ROLES) {
      const inside = { ...personWith(role), memberships: [membership(role, 'bank')] };
      expect(maySeeThread(inside, lane)).toBe(true);
      expect(maySeeThread(personWith(role), lane)).toBe(false);
    }
    expect(maySeeThread({ ...personWith('OBSERVER'), memberships: [] }, lane)).toBe(false);
  });

  test('for all is seen by everybody who may read the document', () => {
    for (const role of ROLES) {
      expect(maySeeThread(personWith(role), { ...lane, visibility: 'ALL' })).toBe(true);
    }
  });
});

const FIRM = 'firm-a';

function personWith(role: Role): Person {
  return {
    id: 'person-1',
    email: 'person@demo.test',
    name: { zh: '某人', en: 'Somebody' },
    locale: null,
    memberships: [membership(role, FIRM)],
  };
}

function membership(role: Role, organisationId: string): Person['memberships'][number] {
  return { organisationId, organisationName: { zh: '某单位', en: 'An organisation' }, role };
}

function standingOf(standing: (typeof STANDINGS)[number]): Standing {
  return {
    holderOrganisationIds: standing === 'held' ? [FIRM] : [],
    invitedPersonIds: standing === 'invited' ? ['person-1'] : [],
  };
}

function resourceOf(name: string, standing: Standing): Resource {
  if (name === 'people') return { type: 'people' };
  if (name === 'assignment') return { type: 'assignment', ...standing };
  return { type: 'document', kind: name as DocumentKind, isLocked: false, ...standing };
}

function tableCells(): string[][] {
  return EXPECTED.trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
}

function resourceNames(): string[] {
  return (tableCells()[0] ?? []).flatMap((column) => COLUMNS[column] ?? [column]);
}

function expectedFor(role: Role, standing: (typeof STANDINGS)[number]): string[] {
  const [columns = [], ...rows] = tableCells();
  const cells = rows.find(([name]) => name === role)?.slice(1) ?? [];
  return columns.flatMap((column, index) => {
    const [letters = '', scope = 'any'] = (cells[index] ?? '-').split(':').reverse();
    if (letters === '-' || (scope !== 'any' && scope !== standing)) return [];
    return (COLUMNS[column] ?? [column]).flatMap((name) =>
      [...letters].map((letter) => `${ACTIONS[letter] ?? letter} ${name}`),
    );
  });
}

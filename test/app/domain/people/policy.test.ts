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
 * changes alone. Letters as in ACTIONS; `held:` only on assignments that the person or the
 * person's firm holds, `others:` only on those that they do not hold, `invited:` only where the
 * person was invited by name, `-` never. `/` parts what holds in different scopes.
 */
const TEXTS = `
                 TOR          PROPOSAL  PROPOSAL_REVIEW *_REPORT    ASSESSMENT PROGRESS_REPORT TRAVEL_REPORT MEETING_* PROCUREMENT CONTRACT*
ADMINISTRATOR    r            r         r               r           r          r               r             r         -           -
PMO_OFFICER      rcenl        rcenl     rcenl           rcenl       rcenl      rcenl           rcenl         rcenl     rcenl       rcenl
RESIDENT_EXPERT  rcenl        rc        rcenl           rc          rcenl      rcenl           rcenl         rcenl     others:rc   r
BANK_LEAD        rc           rc        rc              rc          rc         rc              rc            rc        rc          rc
BANK_REVIEWER    rc           rc        rc              rc          rc         rc              rc            rc        rc          rc
FIRM_MEMBER      held:r       held:rcen -               held:rcen   -          -               -             -         -           held:r
EXTERNAL_EXPERT  invited:r    -         -               invited:rc  -          -               -             -         -           -
OBSERVER         r            -         -               r           -          r               r             r         -           -
`;
const RECORDS = `
                 assignment procurement no-objection contract  commitment   deliverable record-link people rules models audit
ADMINISTRATOR    re         -           -            -         -            r           r           ren    re    r      r
PMO_OFFICER      ren        rev         rn           reg       rev          rea         rk          -      re    r      r
RESIDENT_EXPERT  r          others:rv   others:rn    r/held:g  r/others:v   r/held:s    rk          -      r     r      -
BANK_LEAD        r          r           rd           r         r            ra          rk          -      r     r      -
BANK_REVIEWER    r          r           r            r         r            r           rk          -      r     r      -
FIRM_MEMBER      held:r     -           -            held:rg   held:r       held:rs     held:rk     -      r     r      -
EXTERNAL_EXPERT  invited:r  -           -            -         -            invited:r   invited:r   -      -     r      -
OBSERVER         r          -           -            r         r            r           r           -      r     r      -
`;

const COLUMNS: Record<string, readonly string[]> = {
  '*_REPORT': ['INCEPTION_REPORT', 'INTERIM_REPORT', 'FINAL_REPORT'],
  'MEETING_*': ['MEETING_AGENDA', 'MEETING_MINUTES', 'MEETING_SUMMARY'],
  PROCUREMENT: ['SHORTLIST_REPORT', 'RFP', 'EVALUATION_REPORT'],
  'CONTRACT*': ['CONTRACT', 'CONTRACT_AMENDMENT'],
};
const PROJECT_PARTS: readonly string[] = ['people', 'rules', 'models', 'audit'];
const ACTIONS: Record<string, Action> = {
  r: 'read',
  c: 'comment',
  e: 'edit',
  n: 'create',
  l: 'lock',
  s: 'submit',
  a: 'accept',
  v: 'evaluate',
  d: 'decide',
  g: 'agree',
  k: 'link',
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
    const elsewhere = {
      holderOrganisationIds: ['firm-elsewhere'],
      holderPersonIds: ['somebody'],
      invitedPersonIds: ['somebody'],
    };

    for (const name of resourceNames()) {
      for (const action of Object.values(ACTIONS)) {
        const foreign = may(personWith(role), action, resourceOf(name, elsewhere));
        const nobodys = may(personWith(role), action, resourceOf(name, standingOf('none')));
        expect(`${action} ${name}: ${foreign}`).toBe(`${action} ${name}: ${nobodys}`);
      }
    }
  });
});

test('the tables name every role, and every kind of document once', () => {
  for (const [head = [], ...rows] of [tableCells(TEXTS), tableCells(RECORDS)]) {
    expect(rows.map(([role]) => role)).toEqual(ROLES);
    expect(rows.map((row) => row.length)).toEqual(rows.map(() => head.length + 1));
  }
  expect(namesIn(TEXTS).sort()).toEqual([...DOCUMENT_KINDS].sort());
});

test('nobody looks into the procurement of the own contract through another membership', () => {
  const expertOfHoldingFirm: Person = {
    ...personWith('RESIDENT_EXPERT'),
    memberships: [membership('RESIDENT_EXPERT', 'pmo'), membership('FIRM_MEMBER', FIRM)],
  };

  const procurement = resourceOf('procurement', standingOf('held'));
  expect(may(expertOfHoldingFirm, 'read', procurement)).toBe(false);
});

test('a person who holds an assignment alone holds it like a firm', () => {
  const standing = { ...standingOf('none'), holderPersonIds: ['person-1'] };
  const expert = personWith('RESIDENT_EXPERT');

  expect(may(expert, 'submit', resourceOf('deliverable', standing))).toBe(true);
  expect(may(expert, 'read', resourceOf('procurement', standing))).toBe(false);
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
    holderPersonIds: [],
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
    holderPersonIds: [],
    invitedPersonIds: standing === 'invited' ? ['person-1'] : [],
  };
}

function resourceOf(name: string, standing: Standing): Resource {
  if (PROJECT_PARTS.includes(name)) return { type: name } as Resource;
  if (namesIn(RECORDS).includes(name)) return { type: name, ...standing } as Resource;
  return { type: 'document', kind: name as DocumentKind, isLocked: false, ...standing };
}

function tableCells(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
}

function namesIn(table: string): string[] {
  return (tableCells(table)[0] ?? []).flatMap((column) => COLUMNS[column] ?? [column]);
}

function resourceNames(): string[] {
  return [...namesIn(TEXTS), ...namesIn(RECORDS)];
}

function expectedFor(role: Role, standing: (typeof STANDINGS)[number]): string[] {
  return [TEXTS, RECORDS].flatMap((table) => {
    const [columns = [], ...rows] = tableCells(table);
    const cells = rows.find(([name]) => name === role)?.slice(1) ?? [];
    return columns.flatMap((column, index) => {
      const letters = (cells[index] ?? '-').split('/').flatMap((part) => lettersIn(part, standing));
      return (COLUMNS[column] ?? [column]).flatMap((name) =>
        Object.entries(ACTIONS)
          .filter(([letter]) => letters.includes(letter))
          .map(([, action]) => `${action} ${name}`),
      );
    });
  });
}

function lettersIn(part: string, standing: (typeof STANDINGS)[number]): string[] {
  const [letters = '', scope = 'any'] = part.split(':').reverse();
  const holds =
    scope === 'any' || scope === standing || (scope === 'others' && standing !== 'held');
  return letters === '-' || !holds ? [] : [...letters];
}

import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#app/domain/people/person.ts';
import { may } from '#app/domain/people/policy.ts';
import { reachOf } from '#app/domain/people/reach.ts';
import { ROLES } from '#app/domain/people/role.ts';
import {
  ASSIGNMENT_KINDS,
  assignmentNumber,
  PROCUREMENT_REVIEWS,
  SELECTION_METHODS,
} from '#app/domain/register/assignment.ts';
import { daysOverdue } from '#app/domain/register/deliverable.ts';
import {
  DUE_FILTERS,
  GROUPINGS,
  ROWS_A_PAGE,
  SOON_DAYS,
  SORT_COLUMNS,
  WHOLE_REGISTER,
  type RegisterQuery,
} from '#app/domain/register/register-query.ts';
import { ASSIGNMENT_STAGES, BOARD_PHASES } from '#app/domain/register/stage.ts';
import { addDays, calendarDateAt } from '#app/domain/shared/calendar-date.ts';
import { board } from '#app/use-cases/register/board.server.ts';
import { frameCounts } from '#app/use-cases/register/frame-counts.server.ts';
import { registerPage } from '#app/use-cases/register/register-page.server.ts';
import { registerOverview } from '#app/use-cases/register/register-overview.server.ts';
import type { AssignmentView } from '#app/use-cases/register/assignment-views.ts';
import { database } from '#db/connection.ts';
import { findAssignments, type AssignmentRecord } from '#db/queries/assignments.ts';
import { within } from '#db/queries/reach.ts';
import { DEMO_ACCOUNTS } from '#db/seed/demo-people.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { fillAtRandom } from '#test/support/random-register.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const NOW = new Date();
const TODAY = calendarDateAt(NOW);

let project: DemoProject;
let records: AssignmentRecord[];
let persons: Person[];

beforeAll(async () => {
  project = await demoProject();
  await fillAtRandom(230, { draw: seededRandom(4), today: TODAY });
  records = await findAssignments(database());
  persons = [];
  for (const { email } of DEMO_ACCOUNTS) persons.push(await project.person(email));
}, 120_000);

afterAll(async () => {
  await project.close();
});

const orNone = <Value>(...values: readonly Value[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.constantFrom(...values));
const query: fc.Arbitrary<RegisterQuery> = fc.record({
  text: fc.constantFrom('', '', '', '核查', 'mrv', 'STRASSE', 'pmi-1', '%', "'"),
  component: orNone<number | 'none'>(1, 2, 3, 4, 'none'),
  stage: orNone(...ASSIGNMENT_STAGES),
  phase: orNone(...BOARD_PHASES),
  method: orNone(...SELECTION_METHODS),
  kind: orNone(...ASSIGNMENT_KINDS),
  review: orNone(...PROCUREMENT_REVIEWS),
  holder: fc.constant(null),
  due: orNone(...DUE_FILTERS),
  mine: fc.boolean(),
  waiting: fc.constant(false),
  // How titles and names sort is the language's; see below.
  sort: fc.constantFrom('code', 'component', 'stage', 'method', 'review', 'due'),
  direction: fc.constantFrom('ascending', 'descending'),
  group: orNone('component', 'stage', 'method'),
  page: fc.constant(1),
});

describe('a page of the register', () => {
  test('holds what a slow reading of all rows finds, in that order, with those counts', async () => {
    const slow = new Map<string, Slow[]>();
    for (const actor of persons) slow.set(actor.id, await slowRows(actor));
    await fc.assert(
      fc.asyncProperty(fc.nat(persons.length - 1), query, async (at, asked) => {
        const actor = persons[at] as Person;
        const readable = slow.get(actor.id) ?? [];
        const expected = inOrder(
          readable.filter((row) => matches(row, asked)),
          asked,
        );

        const page = await ask(actor, asked);

        expect(page.visible).toBe(readable.length);
        expect(page.matching).toBe(expected.length);
        expect(page.rows.map(({ code }) => code)).toEqual(
          expected.slice(0, ROWS_A_PAGE).map(({ view }) => view.code),
        );
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  test('goes on where the page before ended, and an address past the end shows the last', async () => {
    const actor = persons[1] as Person;
    const first = await ask(actor, { ...WHOLE_REGISTER, sort: 'due' });
    const second = await ask(actor, { ...WHOLE_REGISTER, sort: 'due', page: 2 });
    const far = await ask(actor, { ...WHOLE_REGISTER, sort: 'due', page: 999 });

    const codes = [...first.rows, ...second.rows].map(({ code }) => code);
    expect(first.rows).toHaveLength(ROWS_A_PAGE);
    expect(new Set(codes)).toEqual(new Set(records.map(({ code }) => code)));
    expect(codes).toHaveLength(records.length);
    expect(far.query.page).toBe(2);
    expect(far.rows).toEqual(second.rows);
  });

  test.each(GROUPINGS)('grouped by %s counts each group over all pages', async (group) => {
    const actor = persons[1] as Person;
    const counted = new Map<string | null, number>();
    const rows = [];
    for (const page of [1, 2]) {
      const shown = await ask(actor, { ...WHOLE_REGISTER, group, page });
      rows.push(...shown.rows);
      for (const row of shown.rows) {
        if (row.group !== null) counted.set(row.group.key, row.group.count);
      }
    }

    expect(rows).toHaveLength(records.length);
    expect([...counted.values()].reduce((sum, count) => sum + count, 0)).toBe(records.length);
  });

  test.each(SORT_COLUMNS)('can be sorted by %s in both directions, losing no row', async (sort) => {
    const actor = persons[1] as Person;
    for (const direction of ['ascending', 'descending'] as const) {
      const pages = [1, 2].map((page) => ask(actor, { ...WHOLE_REGISTER, sort, direction, page }));
      const codes = (await Promise.all(pages)).flatMap(({ rows }) => rows.map(({ code }) => code));

      expect(new Set(codes).size).toBe(records.length);
    }
  });

  test('sorts Chinese titles by their sound', async () => {
    const asked = { ...WHOLE_REGISTER, sort: 'title', kind: 'SUBCONTRACT' } as const;
    const { rows } = await ask(persons[1] as Person, asked);

    const titles = rows.map(({ title }) => title.zh);
    expect(titles).toEqual([...titles].sort(new Intl.Collator('zh-CN').compare));
  });
});

describe('what a reader may not know', () => {
  test('is in no row: neither another’s contract nor a budget before the offer', async () => {
    for (const actor of persons) {
      for (const page of [1, 2]) {
        const { rows } = await ask(actor, { ...WHOLE_REGISTER, page });
        for (const row of rows) {
          const standing = records.find(({ code }) => code === row.code)?.standing;
          if (standing === undefined) throw new Error(row.code);
          expect(may(actor, 'read', { type: 'assignment', ...standing })).toBe(true);
          if (!may(actor, 'read', { type: 'contract', ...standing })) {
            expect(row.contract).toBeNull();
          }
          const seesBudget =
            may(actor, 'read', { type: 'procurement', ...standing }) ||
            may(actor, 'edit', { type: 'assignment', ...standing });
          if (!seesBudget) expect(row.planned).toBeNull();
          expect(row.mayEdit).toBe(may(actor, 'edit', { type: 'assignment', ...standing }));
        }
      }
    }
  });

  test('is in no count of the frame and of the board', async () => {
    for (const actor of persons) {
      const readable = records.filter(({ standing }) =>
        may(actor, 'read', { type: 'assignment', ...standing }),
      );
      const shown = await board(actor, NOW);

      expect((await frameCounts(actor)).count).toBe(readable.length);
      expect(shown.cards.length + shown.individualCount).toBe(readable.length);
      const codes = new Set(readable.map(({ code }) => code));
      const named = [...shown.cards, ...shown.individuals, ...shown.pressing, ...shown.upcoming];
      expect(named.filter(({ code }) => !codes.has(code))).toEqual([]);
    }
  });

  test('is cut off in the database as the policy says, for anybody who could be', async () => {
    const organisationIds = [...new Set(records.flatMap(({ holders }) => holders))]
      .map(({ organisationId }) => organisationId)
      .concat('nowhere');
    const membership = fc.record({
      organisationId: fc.constantFrom(...organisationIds),
      organisationName: fc.constant({ zh: '机构', en: 'Organisation' }),
      role: fc.constantFrom(...ROLES),
    });
    const types = ['assignment', 'contract', 'procurement', 'deliverable', 'record-link'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(persons.length - 1),
        fc.array(membership, { maxLength: 3 }),
        fc.constantFrom(...types),
        async (at, memberships, type) => {
          const actor = { ...(persons[at] as Person), memberships };
          const reach = reachOf(actor, 'read', { type });
          const { rows } = await database().execute<{ code: string }>(
            sql`select a.code from assignments a where ${within(reach, sql`a.id`)}`,
          );

          const expected = records.filter(({ standing }) =>
            may(actor, 'read', { type, ...standing }),
          );
          expect(rows.map(({ code }) => code).sort()).toEqual(
            expected.map(({ code }) => code).sort(),
          );
        },
      ),
      { numRuns: 120 },
    );
  }, 60_000);
});

type Slow = { actor: Person; view: AssignmentView; record: AssignmentRecord };

async function slowRows(actor: Person): Promise<Slow[]> {
  const { assignments } = await registerOverview(actor, NOW);
  return assignments.map((view) => ({
    actor,
    view,
    record: records.find(({ id }) => id === view.id) as AssignmentRecord,
  }));
}

function ask(actor: Person, asked: RegisterQuery) {
  return registerPage({ actor, locale: 'zh-CN', now: NOW, query: asked, ignored: [] });
}

function matches(row: Slow, asked: RegisterQuery): boolean {
  const { view, record } = row;
  const next = view.nextDeliverable;
  const late = next !== null && daysOverdue(next, TODAY) > 0;
  const soon =
    next?.dueOn != null && next.dueOn >= TODAY && next.dueOn <= addDays(TODAY, SOON_DAYS);
  const words = `${view.code} ${view.title.zh} ${view.title.en}`.normalize('NFKC').toLowerCase();
  return (
    words.includes(asked.text.normalize('NFKC').toLowerCase()) &&
    (asked.component === null || (view.component?.no ?? 'none') === asked.component) &&
    (asked.stage === null || view.stage === asked.stage) &&
    (asked.phase === null || view.phase === asked.phase) &&
    (asked.method === null || view.method === asked.method) &&
    (asked.kind === null || view.kind === asked.kind) &&
    (asked.review === null || record.review === asked.review) &&
    (asked.due !== 'late' || late) &&
    (asked.due !== 'soon' || soon) &&
    (!asked.mine || isMine(row))
  );
}

/** With a role, held by the person or the person's organisation, or invited to. */
function isMine({ actor, view, record }: Slow): boolean {
  const { holderOrganisationIds, holderPersonIds, invitedPersonIds } = record.standing;
  return (
    view.myRoles.length > 0 ||
    holderPersonIds.includes(actor.id) ||
    invitedPersonIds.includes(actor.id) ||
    actor.memberships.some(({ organisationId }) => holderOrganisationIds.includes(organisationId))
  );
}

function inOrder(rows: readonly Slow[], asked: RegisterQuery): Slow[] {
  const groupKey = ({ view }: Slow): number | string => {
    if (asked.group === 'component') return view.component?.no ?? 9;
    if (asked.group === 'stage') return ASSIGNMENT_STAGES.indexOf(view.stage);
    return asked.group === 'method' ? view.method : '';
  };
  const sortKey = ({ view, record }: Slow): number | string | null => {
    switch (asked.sort) {
      case 'component':
        return view.component?.no ?? null;
      case 'stage':
        return ASSIGNMENT_STAGES.indexOf(view.stage);
      case 'method':
        return view.method;
      case 'review':
        return record.review;
      case 'due':
        return view.nextDeliverable?.dueOn ?? null;
      default:
        return assignmentNumber(view.code);
    }
  };
  const sign = asked.direction === 'ascending' ? 1 : -1;
  return [...rows].sort(
    (left, right) =>
      compare(groupKey(left), groupKey(right), 1) ||
      compare(sortKey(left), sortKey(right), sign) ||
      compare(assignmentNumber(left.view.code), assignmentNumber(right.view.code), 1) ||
      compare(left.view.code, right.view.code, 1),
  );
}

/** What is not known stands last in both directions. */
function compare(left: number | string | null, right: number | string | null, sign: number) {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  return left < right ? -sign : sign;
}

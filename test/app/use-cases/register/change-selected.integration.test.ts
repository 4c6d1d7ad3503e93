import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  changeSelected,
  type SelectedChange,
} from '#app/use-cases/register/change-selected.server.ts';
import { database } from '#db/connection.ts';
import { findAssignments, findComponents } from '#db/queries/assignments.ts';
import { auditEvents } from '#db/schema/index.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';

const NOW = new Date();
let project: DemoProject;

beforeAll(async () => {
  project = await demoProject();
});

afterAll(async () => {
  await project.close();
});

describe('changing the selected rows of the register', () => {
  test('sets component, manager and review of each, and records each with before and after', async () => {
    const [first, , , fourth] = await findComponents(database());
    const manager = await project.person('pmo@demo.test');
    const before = await recordOf('PMI-24');

    const answer = await change('pmo@demo.test', ['PMI-24', 'PMI-2', 'PMI-24'], {
      componentId: fourth?.id,
      managerId: manager.id,
      review: 'POST',
    });

    expect(answer).toEqual({ ok: true, value: { changed: 2 } });
    for (const code of ['PMI-24', 'PMI-2']) {
      const record = await recordOf(code);
      expect([record.component?.no, record.componentIsAssumed, record.review]).toEqual([
        4,
        false,
        'POST',
      ]);
      expect(
        record.roles.filter(({ role }) => role === 'CONTRACT_MANAGER').map((role) => role.personId),
      ).toEqual([manager.id]);
    }
    expect(before.component?.id).toBe(first?.id);
    expect(await changesOf('PMI-24')).toEqual([
      {
        before: {
          componentId: first?.id,
          componentIsAssumed: true,
          contractManagers: [manager.id],
          review: 'PRIOR',
        },
        after: {
          componentId: fourth?.id,
          componentIsAssumed: false,
          contractManagers: [manager.id],
          review: 'POST',
        },
      },
    ]);
    expect(await changesOf('PMI-2')).toHaveLength(1);
  });

  test('records nothing of a row that already is as wished', async () => {
    await change('pmo@demo.test', ['PMI-21'], { review: 'POST' });

    const again = await change('pmo@demo.test', ['PMI-21', 'PMI-6'], { review: 'POST' });

    expect(again).toEqual({ ok: true, value: { changed: 1 } });
    expect(await changesOf('PMI-21')).toHaveLength(1);
  });

  test('takes rows out of their components', async () => {
    await change('pmo@demo.test', ['PMI-8'], { componentId: null });

    expect((await recordOf('PMI-8')).component).toBeNull();
  });

  test('changes no row when one is refused, and names each that is', async () => {
    const before = await recordOf('PMI-3');

    const answer = await change('firm-a@demo.test', ['PMI-3', 'PMI-4', 'PMI-99'], {
      review: 'POST',
    });

    expect(answer).toEqual({
      ok: false,
      refusal: {
        code: 'selection.refused',
        rows: { 'PMI-3': 'not-allowed', 'PMI-4': 'not-found', 'PMI-99': 'not-found' },
      },
    });
    const office = await change('pmo@demo.test', ['PMI-3', 'PMI-99'], { review: 'POST' });
    expect(office).toMatchObject({ ok: false, refusal: { rows: { 'PMI-99': 'not-found' } } });
    expect(await recordOf('PMI-3')).toEqual(before);
    expect(await changesOf('PMI-3')).toEqual([]);
  });

  test.each([
    { code: 'selection.empty', codes: [], wished: { review: 'POST' } },
    { code: 'selection.no-change', codes: ['PMI-9'], wished: {} },
    { code: 'component.unknown', codes: ['PMI-9'], wished: { componentId: 'made-up' } },
    { code: 'manager.unknown', codes: ['PMI-9'], wished: { managerId: 'made-up' } },
  ] as const)('is refused with $code', async ({ code, codes, wished }) => {
    const answer = await change('pmo@demo.test', codes, wished);

    expect(answer).toEqual({ ok: false, refusal: { code, rows: {} } });
    expect(await changesOf('PMI-9')).toEqual([]);
  });

  test('makes nobody a manager who is not of the office', async () => {
    const firm = await project.person('firm-a@demo.test');

    const answer = await change('pmo@demo.test', ['PMI-9'], { managerId: firm.id });

    expect(answer).toMatchObject({ ok: false, refusal: { code: 'manager.unknown' } });
  });
});

test('leaves the review as it is once the procurement has begun, and to who procures', async () => {
  const begun = await change('pmo@demo.test', ['PMI-5'], { review: 'POST' });
  const byAdministrator = await change('admin@demo.test', ['PMI-26'], { review: 'POST' });

  expect(begun).toMatchObject({ refusal: { rows: { 'PMI-5': 'assignment.method-fixed' } } });
  expect(byAdministrator).toMatchObject({ refusal: { rows: { 'PMI-26': 'not-allowed' } } });
});

async function change(email: string, codes: readonly string[], wished: Partial<SelectedChange>) {
  return await changeSelected({
    actor: await project.person(email),
    codes,
    change: { componentId: undefined, managerId: undefined, review: undefined, ...wished },
    now: NOW,
  });
}

async function recordOf(code: string) {
  const [record] = await findAssignments(database(), { code });
  if (record === undefined) throw new Error(`No ${code}.`);
  return record;
}

async function changesOf(code: string) {
  const { id } = await recordOf(code);
  const events = await database()
    .select()
    .from(auditEvents)
    .where(
      and(eq(auditEvents.subjectId, id), eq(auditEvents.action, 'assignment.changed-in-register')),
    );
  return events.map(({ details }) => details);
}

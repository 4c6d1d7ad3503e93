import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#app/domain/people/person.ts';
import { DUE_ROWS_A_PAGE, dueList } from '#app/use-cases/register/due-list.server.ts';
import { database } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { findAssignments } from '#db/queries/assignments.ts';
import { milestones } from '#db/schema/index.ts';
import { eq } from 'drizzle-orm';
import { addDays, calendarDateAt } from '#app/domain/shared/calendar-date.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';

const NOW = new Date();
const TODAY = calendarDateAt(NOW);

let project: DemoProject;
let office: Person;
let firmA: Person;

beforeAll(async () => {
  project = await demoProject();
  office = await project.person('pmo@demo.test');
  firmA = await project.person('firm-a@demo.test');
});
afterAll(async () => {
  await project.close();
});

describe('the due list', () => {
  test('of a firm holds its own contracts and nothing of another', async () => {
    const all = await listed(firmA, 'all');

    expect(new Set(all.map(({ code }) => code))).toEqual(new Set(['PMI-17']));
    expect(all[0]).toMatchObject({ group: 'SOON', act: 'RESUBMIT', no: 2 });
    expect(all[0]?.reason).toContain('不确定性');
    expect(await listed(firmA, 'mine')).toEqual(all);
  });

  test('of the expert begins with what the office has dated', async () => {
    const rows = await listed(await project.person('expert@demo.test'), 'mine');

    expect(rows.map(({ code }) => code)).toEqual(rows.map(() => 'PMI-30-ICS'));
    expect(rows.map(({ group }) => group)).toEqual([
      'SOON',
      'LATER',
      'UNDATED',
      'UNDATED',
      'UNDATED',
    ]);
  });

  test('of the office and the Bank holds what waits for each of them', async () => {
    const acts = (rows: Awaited<ReturnType<typeof listed>>) =>
      rows.filter(({ group }) => group === 'DECIDE').map(({ act, code }) => `${act} ${code}`);

    expect(acts(await listed(office, 'mine'))).toEqual(
      expect.arrayContaining(['ACCEPT PMI-18', 'DECIDE_TIME PMI-4']),
    );
    expect(acts(await listed(await project.person('lead@bank.demo.test'), 'mine'))).toEqual(
      expect.arrayContaining(['ACCEPT PMI-22']),
    );
  });

  test('of who has nothing to do shows what comes, and offers nothing', async () => {
    for (const email of ['observer@demo.test', 'external@demo.test', 'admin@demo.test']) {
      const list = await dueList({
        actor: await project.person(email),
        show: null,
        after: null,
        now: NOW,
      });
      expect(list.show).toBe('all');
      expect(new Set(list.rows.map(({ act }) => act))).toEqual(new Set(['WATCH']));
    }
  });

  test('counts in working days, and a deliverable that was submitted is not late', async () => {
    const rows = await listed(await project.person('observer@demo.test'), 'all');

    expect(rows.filter(({ group }) => group === 'LATE').map(({ code }) => code)).toEqual([
      'PMI-12',
    ]);
    expect(rows[0]?.workingDays).toBeLessThan(0);
    expect(rows.some(({ code, no }) => code === 'PMI-18' && no === 2)).toBe(false);
  });

  test('goes on page by page and leaves nothing out', async () => {
    const [record] = await findAssignments(database(), { code: 'PMI-1' });
    const assignmentId = record?.id ?? '';
    const more = Array.from({ length: DUE_ROWS_A_PAGE * 2 }, (_, index) => ({
      id: newId(),
      assignmentId,
      no: index + 1,
      type: 'DELIVERY' as const,
      titleZh: `里程碑 ${index}`,
      titleEn: `Milestone ${index}`,
      dueOn: addDays(TODAY, 30 + (index % 7)),
    }));
    await database().insert(milestones).values(more);

    const seen: string[] = [];
    for (let after: string | null = null, pages = 0; pages < 9; pages += 1) {
      const list = await dueList({ actor: office, show: 'all', after, now: NOW });
      expect(list.rows.length).toBeLessThanOrEqual(DUE_ROWS_A_PAGE);
      seen.push(...list.rows.map(({ id }) => id));
      after = list.next;
      if (after === null) break;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(more.map(({ id }) => id)));
    await database().delete(milestones).where(eq(milestones.assignmentId, assignmentId));
  });

  test('takes a position that nobody gave out as the beginning', async () => {
    for (const after of ['', '1', '9.2026-01-01.x', "1.2026-01-01' or true.x", '1.2026-99-99.x']) {
      const list = await dueList({ actor: firmA, show: null, after, now: NOW });
      expect(list.isFirst).toBe(true);
    }
  });
});

async function listed(actor: Person, show: 'mine' | 'all') {
  return (await dueList({ actor, show, after: null, now: NOW })).rows;
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#app/domain/people/person.ts';
import { addMilestone } from '#app/use-cases/register/add-milestone.server.ts';
import { decideMoreTime } from '#app/use-cases/register/decide-more-time.server.ts';
import { deliverablePage } from '#app/use-cases/register/deliverable-page.server.ts';
import { DUE_ROWS_A_PAGE, dueList } from '#app/use-cases/register/due-list.server.ts';
import { recordMilestoneResult } from '#app/use-cases/register/record-milestone-result.server.ts';
import { requestMoreTime } from '#app/use-cases/register/request-more-time.server.ts';
import { setDueDate } from '#app/use-cases/register/set-due-date.server.ts';
import { database } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { findAssignments } from '#db/queries/assignments.ts';
import { findMilestones } from '#db/queries/milestones.ts';
import { auditEvents, milestones } from '#db/schema/index.ts';
import { eq } from 'drizzle-orm';
import { addDays, calendarDateAt } from '#app/domain/shared/calendar-date.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';

const NOW = new Date();
const TODAY = calendarDateAt(NOW);
const REASON = '两省现场调研因汛期推迟。';

let project: DemoProject;
let office: Person;
let firmA: Person;
let firmB: Person;

beforeAll(async () => {
  project = await demoProject();
  office = await project.person('pmo@demo.test');
  firmA = await project.person('firm-a@demo.test');
  firmB = await project.person('firm-b@demo.test');
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

describe('more time', () => {
  test('is asked for by the holder and granted in part; the due date moves with it', async () => {
    const before = (await page(firmA, 'PMI-17', 3))?.deliverable.dueOn ?? '';
    const asked = await ask({ dueOn: addDays(before, 20) });
    expect(asked.ok).toBe(true);
    expect(await ask({ dueOn: addDays(before, 30) })).toEqual(refusal('time-request.pending'));
    const requestId = asked.ok ? asked.value.requestId : '';

    const granted = await decide({ requestId, grantedDueOn: addDays(before, 10) });

    expect(granted).toEqual({ ok: true, value: { dueOn: addDays(before, 10) } });
    expect((await page(firmA, 'PMI-17', 3))?.deliverable.dueOn).toBe(addDays(before, 10));
    expect(await decide({ requestId, grantedDueOn: addDays(before, 12) })).toEqual(
      refusal('time-request.decided'),
    );
    const [event] = await eventsOf(requestId, 'time-request.granted');
    expect(event?.details).toMatchObject({
      before: { dueOn: before },
      after: { dueOn: addDays(before, 10) },
    });
  });

  test('is refused with a reason, and the due date stays', async () => {
    const before = (await page(firmA, 'PMI-17', 3))?.deliverable.dueOn ?? '';
    const asked = await ask({ dueOn: addDays(before, 5) });
    const requestId = asked.ok ? asked.value.requestId : '';

    expect(await decide({ requestId, decision: 'REFUSED', note: ' ' })).toEqual(
      refusal('reason.missing'),
    );
    expect(await decide({ requestId, decision: 'REFUSED', note: REASON })).toMatchObject({
      ok: true,
    });
    expect((await page(firmA, 'PMI-17', 3))?.deliverable.dueOn).toBe(before);
  });

  test('is not asked for by others, for no later day, or without a reason', async () => {
    const before = (await page(firmA, 'PMI-17', 3))?.deliverable.dueOn ?? '';
    const later = addDays(before, 5);

    expect(await ask({ dueOn: before })).toEqual(refusal('time-request.not-later'));
    expect(await ask({ dueOn: '2026-02-30' })).toEqual(refusal('date.invalid'));
    expect(await ask({ dueOn: later, reason: '' })).toEqual(refusal('reason.missing'));
    expect(await ask({ dueOn: later, actor: office })).toEqual(refusal('not-allowed'));
    expect(await ask({ dueOn: later, actor: firmB })).toEqual(refusal('not-found'));
  });

  test('is decided by the office alone, and never beyond what was asked', async () => {
    const before = (await page(firmA, 'PMI-17', 3))?.deliverable.dueOn ?? '';
    const asked = await ask({ dueOn: addDays(before, 5) });
    const requestId = asked.ok ? asked.value.requestId : '';
    const grantedDueOn = addDays(before, 6);

    expect(await decide({ requestId, grantedDueOn })).toEqual(refusal('time-request.beyond'));
    expect(await decide({ requestId, grantedDueOn: before })).toEqual(
      refusal('time-request.not-later'),
    );
    expect(await decide({ requestId, grantedDueOn, actor: firmA })).toEqual(refusal('not-allowed'));
    expect(await decide({ requestId: 'made-up', grantedDueOn })).toEqual(refusal('not-found'));
  });
});

describe('the day of a deliverable', () => {
  test('is named by the office where the rule leaves it open', async () => {
    const set = async (actor: Person, code: string, no: number, dueOn = '2030-01-08') =>
      await setDueDate({ actor, code, no, dueOn, now: NOW });
    const expert = await project.person('expert@demo.test');

    expect(await set(office, 'PMI-30-ICS', 2)).toMatchObject({ ok: true });
    expect((await page(expert, 'PMI-30-ICS', 2))?.deliverable.dueOn).toBe('2030-01-08');
    expect((await page(expert, 'PMI-30-ICS', 2))?.uncoveredYears).toContain(2030);
    expect(await set(office, 'PMI-17', 3)).toEqual(refusal('due-date.fixed'));
    expect(await set(expert, 'PMI-30-ICS', 2)).toEqual(refusal('not-allowed'));
    expect(await set(firmB, 'PMI-17', 3)).toEqual(refusal('not-found'));
    expect(await set(office, 'PMI-30-ICS', 2, '8 January')).toEqual(refusal('date.invalid'));
  });
});

describe('a milestone', () => {
  test('is added and its result recorded by the office, with what stood before', async () => {
    const added = await addMilestone({ ...newMilestone, actor: office });
    expect(added).toEqual({ ok: true, value: { no: 4 } });
    const record = async (change: object) =>
      await recordMilestoneResult({
        actor: office,
        code: 'PMI-17',
        no: 4,
        result: 'PARTLY_MET',
        occurredOn: TODAY,
        note: '余下一省',
        now: NOW,
        ...change,
      });

    expect(await record({ occurredOn: addDays(TODAY, 1) })).toEqual(refusal('milestone.future'));
    expect(await record({ no: 99 })).toEqual(refusal('not-found'));
    expect(await record({ actor: firmA })).toEqual(refusal('not-allowed'));
    expect(await record({ actor: firmB })).toEqual(refusal('not-found'));
    expect(await record({})).toMatchObject({ ok: true });
    expect(await record({ result: 'MET', note: '' })).toMatchObject({ ok: true });
    const [assignment] = await findAssignments(database(), { code: 'PMI-17' });
    const found = await findMilestones(database(), [assignment?.id ?? '']);
    const milestone = found.find(({ no }) => no === 4);
    expect(milestone?.latest).toEqual({ result: 'MET', occurredOn: TODAY, note: '' });
    const events = await eventsOf(milestone?.id ?? '', 'milestone.recorded');
    expect(events.map(({ details }) => details.before)).toEqual([
      { state: 'SCHEDULED' },
      { state: 'PARTLY_MET' },
    ]);
  });

  test('is not added by others, without a title or on no day', async () => {
    expect(await addMilestone({ ...newMilestone, actor: firmA })).toEqual(refusal('not-allowed'));
    expect(await addMilestone({ ...newMilestone, actor: firmB })).toEqual(refusal('not-found'));
    const broken = { ...newMilestone, actor: office };
    expect(await addMilestone({ ...broken, titleZh: ' ' })).toEqual(refusal('title.missing'));
    expect(await addMilestone({ ...broken, dueOn: '' })).toEqual(refusal('date.invalid'));
  });
});

const newMilestone = {
  code: 'PMI-17',
  type: 'DELIVERY' as const,
  titleZh: '数据集第二次移交',
  titleEn: 'Second hand-over',
  dueOn: addDays(TODAY, 50),
  now: NOW,
};

function refusal(code: string) {
  return { ok: false, refusal: { code } };
}

async function listed(actor: Person, show: 'mine' | 'all') {
  return (await dueList({ actor, show, after: null, now: NOW })).rows;
}

async function page(actor: Person, code: string, no: number) {
  return await deliverablePage({ actor, code, no, now: NOW });
}

async function ask(change: Partial<Parameters<typeof requestMoreTime>[0]>) {
  return await requestMoreTime({
    actor: firmA,
    code: 'PMI-17',
    no: 3,
    dueOn: '',
    reason: REASON,
    now: new Date(),
    ...change,
  });
}

async function decide(change: Partial<Parameters<typeof decideMoreTime>[0]>) {
  return await decideMoreTime({
    actor: office,
    code: 'PMI-17',
    no: 3,
    requestId: '',
    decision: 'GRANTED',
    grantedDueOn: '',
    note: '',
    now: new Date(),
    ...change,
  });
}

async function eventsOf(subjectId: string, action: string) {
  const rows = await database()
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.subjectId, subjectId))
    .orderBy(auditEvents.seq);
  return rows.filter((row) => row.action === action);
}

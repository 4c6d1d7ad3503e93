import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#app/domain/people/person.ts';
import { addDays, calendarDateAt } from '#app/domain/shared/calendar-date.ts';
import { addMilestone } from '#app/use-cases/register/add-milestone.server.ts';
import { decideMoreTime } from '#app/use-cases/register/decide-more-time.server.ts';
import { deliverablePage } from '#app/use-cases/register/deliverable-page.server.ts';
import { recordMilestoneResult } from '#app/use-cases/register/record-milestone-result.server.ts';
import { requestMoreTime } from '#app/use-cases/register/request-more-time.server.ts';
import { setDueDate } from '#app/use-cases/register/set-due-date.server.ts';
import { database } from '#db/connection.ts';
import { findAssignments } from '#db/queries/assignments.ts';
import { findMilestones } from '#db/queries/milestones.ts';
import { auditEvents } from '#db/schema/index.ts';
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
    const day = { code: 'PMI-30-ICS', no: 2, dueOn: '2030-01-08', now: NOW };
    const set = async (change: Partial<typeof day> & { actor: Person }) =>
      await setDueDate({ ...day, ...change });
    const expert = await project.person('expert@demo.test');

    expect(await set({ actor: office })).toMatchObject({ ok: true });
    expect((await page(expert, 'PMI-30-ICS', 2))?.deliverable.dueOn).toBe('2030-01-08');
    expect((await page(expert, 'PMI-30-ICS', 2))?.uncoveredYears).toContain(2030);
    expect(await set({ actor: office, code: 'PMI-17', no: 3 })).toEqual(refusal('due-date.fixed'));
    expect(await set({ actor: expert })).toEqual(refusal('not-allowed'));
    expect(await set({ actor: firmB, code: 'PMI-17', no: 3 })).toEqual(refusal('not-found'));
    expect(await set({ actor: office, dueOn: '8 January' })).toEqual(refusal('date.invalid'));
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

import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { correctAssignmentFacts } from '#app/use-cases/register/correct-assignment-facts.server.ts';
import { database } from '#db/connection.ts';
import { findAssignments, findComponents } from '#db/queries/assignments.ts';
import { auditEvents } from '#db/schema/index.ts';
import { DEMO_ACCOUNTS } from '#db/seed/demo-people.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';

let project: DemoProject;

beforeAll(async () => {
  project = await demoProject();
});

afterAll(async () => {
  await project.close();
});

describe('correcting title and component', () => {
  test('ends the assumption of what was changed and of nothing else', async () => {
    const before = await record('PMI-5');

    const corrected = await correct('pmo@demo.test', 'PMI-5', { titleZh: ' 行业扩围\n研究 ' });

    expect(corrected).toEqual({ ok: true, value: { code: 'PMI-5' } });
    const after = await record('PMI-5');
    expect(after).toEqual({
      ...before,
      title: { zh: '行业扩围 研究', en: before.title.en },
      titleIsAssumed: false,
    });
    expect(after.componentIsAssumed).toBe(true);
  });

  test('of the component leaves the title assumed', async () => {
    const componentId = (await findComponents(database()))[3]?.id ?? null;

    await correct('admin@demo.test', 'PMI-6', { componentId });

    const after = await record('PMI-6');
    expect(after.component?.no).toBe(4);
    expect([after.titleIsAssumed, after.componentIsAssumed]).toEqual([true, false]);
  });

  test('is recorded with what stood before and after', async () => {
    const before = await record('PMI-7');

    await correct('pmo@demo.test', 'PMI-7', { titleEn: 'Cement', componentId: null });

    const events = await eventsOn(before.id);
    expect(events.map(({ action, details }) => ({ action, details }))).toEqual([
      {
        action: 'assignment.corrected',
        details: {
          before: { title: before.title, componentId: before.component?.id },
          after: { title: { zh: before.title.zh, en: 'Cement' }, componentId: null },
        },
      },
    ]);
  });

  test.each(DEMO_ACCOUNTS.map(({ email }) => email))('is answered to %s by role', async (email) => {
    const answer = await correct(email, 'PMI-17', { titleEn: 'Changed' });

    expect(answer.ok ? 'granted' : answer.refusal.code).toBe(
      ANSWERS_ON_PMI_17[email] ?? 'not-allowed',
    );
  });

  test('of a made-up assignment is refused as of a foreign one', async () => {
    expect(await correct('firm-b@demo.test', 'PMI-99', {})).toEqual(
      await correct('firm-b@demo.test', 'PMI-3', {}),
    );
  });

  test.each([
    ['an empty title', { titleZh: ' \n ' }, 'title.missing'],
    ['an over-long title', { titleEn: 'x'.repeat(301) }, 'title.too-long'],
    ['an unknown component', { componentId: 'made-up' }, 'form.invalid'],
  ])('to %s changes nothing and records nothing', async (_what, change, code) => {
    const before = await record('PMI-8');

    const answer = await correct('pmo@demo.test', 'PMI-8', change);

    expect(answer).toEqual({ ok: false, refusal: { code } });
    expect(await record('PMI-8')).toEqual(before);
    expect(await eventsOn(before.id)).toEqual([]);
  });
});

const ANSWERS_ON_PMI_17: Record<string, string> = {
  'admin@demo.test': 'granted',
  'pmo@demo.test': 'granted',
  'firm-b@demo.test': 'not-found',
};

type Change = { titleZh?: string; titleEn?: string; componentId?: string | null };

async function correct(email: string, code: string, change: Change) {
  const [known] = await findAssignments(database(), { code });
  return await correctAssignmentFacts({
    actor: await project.person(email),
    code,
    titleZh: change.titleZh ?? known?.title.zh ?? '标题',
    titleEn: change.titleEn ?? known?.title.en ?? 'Title',
    componentId:
      change.componentId === undefined ? (known?.component?.id ?? null) : change.componentId,
    now: new Date(),
  });
}

async function record(code: string) {
  const [found] = await findAssignments(database(), { code });
  if (found === undefined) throw new Error(`No ${code}.`);
  return found;
}

async function eventsOn(assignmentId: string) {
  return await database()
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectType, 'assignment'), eq(auditEvents.subjectId, assignmentId)));
}

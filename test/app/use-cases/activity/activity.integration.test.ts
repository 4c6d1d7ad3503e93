import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#app/domain/people/person.ts';
import { assignmentActivity } from '#app/use-cases/activity/assignment-activity.server.ts';
import { projectAudit } from '#app/use-cases/activity/project-audit.server.ts';
import { correctAssignmentFacts } from '#app/use-cases/register/correct-assignment-facts.server.ts';
import { raiseComment } from '#app/use-cases/review/raise-comment.server.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';

let project: DemoProject;
let office: Person;
const now = new Date();

beforeAll(async () => {
  project = await demoProject();
  office = await project.person('pmo@demo.test');
  const documentId = await project.startTor();
  await correctAssignmentFacts({
    actor: office,
    code: 'PMI-3',
    titleZh: '总量与分配',
    titleEn: 'Cap and allocation, renamed',
    componentId: null,
    now,
  });
  for (const visibility of ['ALL', 'INSTITUTION'] as const) {
    const raised = await raiseComment({
      actor: await project.person('reviewer@bank.demo.test'),
      documentId,
      anchor: { quote: 'Consultant names one contact', prefix: '', suffix: '' },
      type: 'NOTE',
      body: visibility,
      suggestedText: null,
      visibility,
      now,
    });
    expect(raised.ok).toBe(true);
  }
});
afterAll(async () => {
  await project.close();
});

describe('the activity of an assignment', () => {
  test('tells who changed what, from which value to which', async () => {
    const [corrected] = (await activityOf(office)).filter(
      ({ action }) => action === 'assignment.corrected',
    );
    expect(corrected?.by).toEqual(office.name);
    expect(corrected?.changes.find(({ field }) => field === 'title')).toEqual({
      field: 'title',
      before: { zh: '配额总量与分配路线图', en: 'Cap and allocation roadmap' },
      after: { zh: '总量与分配', en: 'Cap and allocation, renamed' },
    });
  });

  test('tells nobody of what happened in the lane of another institution', async () => {
    const opened = async (email: string) =>
      (await activityOf(await project.person(email))).filter(
        ({ action }) => action === 'thread.opened',
      ).length;

    expect(await opened('lead@bank.demo.test')).toBe(2);
    expect(await opened('pmo@demo.test')).toBe(1);
    expect(await opened('firm-a@demo.test')).toBe(1);
  });

  test('tells a firm that facts were corrected, and no values', async () => {
    const events = await activityOf(await project.person('firm-a@demo.test'));
    const corrected = events.find(({ action }) => action === 'assignment.corrected');
    expect(corrected?.changes).toEqual([]);
  });

  test('does not exist for another firm', async () => {
    const actor = await project.person('firm-b@demo.test');
    expect(await assignmentActivity({ actor, code: 'PMI-3', before: null })).toBeNull();
  });

  test('goes on page by page without telling anything twice', async () => {
    const all = await activityOf(office);
    const seen: number[] = [];
    let before: number | null = null;
    do {
      const page = await assignmentActivity({ actor: office, code: 'PMI-3', before, limit: 1 });
      seen.push(...(page?.events.map(({ seq }) => seq) ?? []));
      before = page?.next ?? null;
    } while (before !== null);
    expect(seen).toEqual(all.map(({ seq }) => seq));
  });
});

describe('the audit of the project', () => {
  test('is for the office and the administrator alone', async () => {
    for (const email of ['pmo@demo.test', 'admin@demo.test']) {
      expect(await auditOf(email)).not.toBeNull();
    }
    for (const email of ['expert@demo.test', 'lead@bank.demo.test', 'firm-a@demo.test']) {
      expect(await auditOf(email)).toBeNull();
    }
  });

  test('leaves out the lanes of others', async () => {
    const page = await auditOf('pmo@demo.test');
    const opened = page?.events.filter(({ action }) => action === 'thread.opened');
    expect(opened).toHaveLength(1);
  });
});

async function activityOf(actor: Person) {
  const page = await assignmentActivity({ actor, code: 'PMI-3', before: null });
  if (page === null) throw new Error('PMI-3 is hidden.');
  return page.events;
}

async function auditOf(email: string) {
  return await projectAudit({ actor: await project.person(email), before: null, limit: 200 });
}

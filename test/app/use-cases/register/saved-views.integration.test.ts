import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deleteView } from '#app/use-cases/register/delete-view.server.ts';
import { myViews } from '#app/use-cases/register/my-views.server.ts';
import { renameView } from '#app/use-cases/register/rename-view.server.ts';
import { saveView } from '#app/use-cases/register/save-view.server.ts';
import { eq } from 'drizzle-orm';
import { database } from '#db/connection.ts';
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

describe('a view of the register', () => {
  test('is kept with what the register understands of the address, from its first page', async () => {
    const saved = await save(
      'expert@demo.test',
      '  我的 逾期\n任务 ',
      '?due=late&page=7&nonsense=1',
    );

    expect(saved).toEqual({ ok: true, value: { query: 'due=late' } });
    expect(await viewsOf('expert@demo.test')).toEqual([
      { id: expect.any(String) as string, name: '我的 逾期 任务', query: 'due=late' },
    ]);
  });

  test('has a name, one of its own for each person, of at most 80 characters', async () => {
    await save('pmo@demo.test', 'Mine', '');

    expect(await codeOf(save('pmo@demo.test', ' Mine ', ''))).toBe('view.name-taken');
    expect(await codeOf(save('pmo@demo.test', ' \n ', ''))).toBe('name.missing');
    expect(await codeOf(save('pmo@demo.test', '长'.repeat(81), ''))).toBe('view.name-too-long');
    expect(await codeOf(save('admin@demo.test', 'Mine', ''))).toBe('granted');
    expect(await codeOf(save('admin@demo.test', '😀'.repeat(80), ''))).toBe('granted');
  });

  test('of another person is not there, exactly as one that never was', async () => {
    await save('firm-a@demo.test', 'Theirs', 'mine=1');
    const [theirs] = await viewsOf('firm-a@demo.test');
    const viewId = theirs?.id ?? '';

    for (const id of [viewId, 'never-was']) {
      expect(await codeOf(rename('firm-b@demo.test', id, 'Ours'))).toBe('not-found');
      expect(await codeOf(remove('firm-b@demo.test', id))).toBe('not-found');
    }
    expect(await viewsOf('firm-a@demo.test')).toEqual([theirs]);
    expect(await viewsOf('firm-b@demo.test')).toEqual([]);
  });

  test('is renamed, unless the person has the name already, and deleted', async () => {
    await save('observer@demo.test', 'First', 'due=late');
    await save('observer@demo.test', 'Second', '');
    const [first] = await viewsOf('observer@demo.test');
    const viewId = first?.id ?? '';

    expect(await codeOf(rename('observer@demo.test', viewId, 'Second'))).toBe('view.name-taken');
    expect(await codeOf(rename('observer@demo.test', viewId, 'First'))).toBe('granted');
    expect(await codeOf(rename('observer@demo.test', viewId, 'Late'))).toBe('granted');
    expect((await viewsOf('observer@demo.test')).map(({ name }) => name)).toEqual([
      'Late',
      'Second',
    ]);
    expect(await codeOf(remove('observer@demo.test', viewId))).toBe('granted');
    expect((await viewsOf('observer@demo.test')).map(({ name }) => name)).toEqual(['Second']);
    const events = await database()
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, viewId));
    expect(events.map(({ action, details }) => [action, details])).toEqual([
      ['saved-view.saved', { before: null, after: { name: 'First', query: 'due=late' } }],
      ['saved-view.renamed', { before: { name: 'First' }, after: { name: 'Late' } }],
      ['saved-view.deleted', { before: { name: 'Late', query: 'due=late' }, after: null }],
    ]);
  });

  test('is one of at most fifty', async () => {
    const actor = await project.person('external@demo.test');
    for (let number = 1; number <= 50; number += 1) {
      const saved = await saveView({ actor, name: `View ${number}`, search: '', now: NOW });
      expect(saved.ok).toBe(true);
    }

    expect(await codeOf(save('external@demo.test', 'View 51', ''))).toBe('view.too-many');
  });
});

async function save(email: string, name: string, search: string) {
  return await saveView({ actor: await project.person(email), name, search, now: NOW });
}

async function rename(email: string, viewId: string, name: string) {
  return await renameView({ actor: await project.person(email), viewId, name, now: NOW });
}

async function remove(email: string, viewId: string) {
  return await deleteView({ actor: await project.person(email), viewId, now: NOW });
}

async function viewsOf(email: string) {
  return await myViews(await project.person(email));
}

type Answer = { ok: true } | { ok: false; refusal: { code: string } };

async function codeOf(answer: Promise<Answer>): Promise<string> {
  const given = await answer;
  return given.ok ? 'granted' : given.refusal.code;
}

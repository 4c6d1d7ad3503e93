import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#app/domain/people/person.ts';
import { assignmentLinks } from '#app/use-cases/models/assignment-links.server.ts';
import { linkRecord, unlinkRecord } from '#app/use-cases/models/link-record.server.ts';
import { elementPage, modelsPage } from '#app/use-cases/models/models-page.server.ts';
import { searchTargets } from '#app/use-cases/models/targets.server.ts';
import { database } from '#db/connection.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';

let project: DemoProject;
let expert: Person;
let firmB: Person;
let documentId: string;
const now = new Date();

beforeAll(async () => {
  project = await demoProject();
  expert = await project.person('expert@demo.test');
  firmB = await project.person('firm-b@demo.test');
  documentId = await project.startTor();
});
afterAll(async () => {
  await project.close();
});

describe('a link from a text to the data models', () => {
  test('is found again from both sides, at the revision it was made on', async () => {
    const target = await targetCalled('基准值法');
    expect(await link(expert, target)).toEqual({ ok: true, value: { code: 'PMI-3' } });

    const page = await linksOf(expert);
    expect(page.links.map(({ record, relation }) => [record.reference, relation])).toEqual([
      [`document:${documentId}`, 'CITES'],
    ]);
    const element = await elementPage(expert, target.split(':')[1] ?? '');
    expect(element?.backlinks.map(({ record, revision }) => [record.to, revision])).toEqual([
      [`/documents/${documentId}`, 1],
    ]);
    expect(page.completeness.linked).toBe(1);
  });

  test('is there once', async () => {
    expect(await link(expert, await targetCalled('基准值法'))).toEqual(refusal('link.exists'));
  });

  test('can be one to an instance, and is listed with its element', async () => {
    const steel = await targetCalled('钢铁');
    expect(steel).toMatch(/^instance:/);
    expect((await link(expert, steel)).ok).toBe(true);

    const models = await modelsPage(expert, { words: '行业' });
    expect(models?.elements.find(({ key }) => key === 'sector')?.links).toBe(1);
  });

  test('shows nothing of itself to those who may not read the text', async () => {
    const models = await modelsPage(firmB, {});
    expect(models?.elements.reduce((sum, { links }) => sum + links, 0)).toBe(0);
    const target = await targetCalled('基准值法');
    expect((await elementPage(firmB, target.split(':')[1] ?? ''))?.backlinks).toEqual([]);
    expect(await assignmentLinks({ actor: firmB, code: 'PMI-3', words: '' })).toBeNull();
  });

  test('is made and removed by those who may, and by nobody else', async () => {
    const target = await targetCalled('平衡值');
    const observer = await project.person('observer@demo.test');
    expect(await link(firmB, target)).toEqual(refusal('not-found'));
    expect(await link(observer, target)).toEqual(refusal('not-allowed'));
    const [first] = (await linksOf(expert)).links;
    const linkId = first?.id ?? '';
    expect(await unlinkRecord({ actor: firmB, linkId, now })).toEqual(refusal('not-found'));
    expect(await unlinkRecord({ actor: observer, linkId, now })).toEqual(refusal('not-allowed'));
    expect((await unlinkRecord({ actor: expert, linkId, now })).ok).toBe(true);
  });

  test('[I14] cannot dangle: neither end can be taken away under it', async () => {
    for (const statement of [
      sql`delete from model_instances`,
      sql`delete from documents where id = ${documentId}`,
      sql`update record_links set instance_id = 'made-up'`,
    ]) {
      await expect(database().execute(statement)).rejects.toMatchObject({
        cause: { code: '23503' },
      });
    }
  });
});

test('words find elements and instances by both titles and by key, and never as a pattern', async () => {
  expect((await searchTargets('benchmark')).map(({ key }) => key)).toEqual([
    'allocation.benchmark',
    'allocation.heat',
  ]);
  expect(await searchTargets('%')).toEqual([
    expect.objectContaining({ key: 'allocation.floor' }),
    expect.objectContaining({ key: 'offset.limit' }),
  ]);
  expect(await searchTargets(' ')).toEqual([]);
});

async function targetCalled(words: string): Promise<string> {
  const found = await searchTargets(words);
  const target = found.find(({ title }) => title.zh.endsWith(words));
  if (target === undefined) throw new Error(`No element is called ${words}.`);
  return target.reference;
}

async function link(actor: Person, reference: string) {
  const [type = '', id = ''] = reference.split(':');
  return await linkRecord({
    actor,
    code: 'PMI-3',
    record: { type: 'document', id: documentId },
    target: { type: type === 'instance' ? 'instance' : 'element', id },
    relation: 'CITES',
    now,
  });
}

async function linksOf(actor: Person) {
  const page = await assignmentLinks({ actor, code: 'PMI-3', words: '' });
  if (page === null) throw new Error('PMI-3 is hidden.');
  return page;
}

function refusal(code: string) {
  return { ok: false, refusal: { code } };
}

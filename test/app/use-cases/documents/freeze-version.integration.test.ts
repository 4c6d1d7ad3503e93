import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#app/domain/people/person.ts';
import {
  documentVersions,
  versionsPage,
} from '#app/use-cases/documents/document-versions.server.ts';
import { freezeVersion } from '#app/use-cases/documents/freeze-version.server.ts';
import { correctAssignmentFacts } from '#app/use-cases/register/correct-assignment-facts.server.ts';
import { loadCatalogue } from '#app/i18n/catalogue.ts';
import { translator } from '#app/i18n/translator.ts';
import { database } from '#db/connection.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { editDocument } from '#test/support/edit-document.ts';

let project: DemoProject;
let expert: Person;
let documentId: string;

beforeAll(async () => {
  project = await demoProject();
  expert = await project.person('expert@demo.test');
});
beforeEach(async () => {
  documentId = await project.startTor();
});
afterAll(async () => {
  await project.close();
});

describe('a frozen version', () => {
  test('has the next number, and is the same one while nothing changes', async () => {
    expect(await freeze()).toMatchObject({ value: { no: 1 } });
    expect(await freeze()).toMatchObject({ value: { no: 1 } });
    await write();

    expect(await freeze()).toMatchObject({ value: { no: 2 } });
    const found = await documentVersions(expert, documentId);
    expect(found.ok && found.value.map(({ no }) => no)).toEqual([2, 1]);
  });

  test('goes on saying what it said, register values included', async () => {
    await freeze();
    await write();
    await moveTo(1);

    const html = await frozenHtml();
    expect(html).not.toContain('A later sentence.');
    expect(html).not.toContain('Carbon pricing policy analysis');
    expect(html).toContain('Strengthening design, implementation');
    await moveTo(2);
  });

  test('has a new number when only a register value has changed', async () => {
    await freeze();
    await moveTo(1);
    expect(await freeze()).toMatchObject({ value: { no: 2 } });
    await moveTo(2);
  });

  test('can be changed or removed by nobody, not even in the database', async () => {
    await freeze();
    const here = sql`where document_id = ${documentId}`;
    for (const statement of [
      sql`update document_versions set reason = 'x' ${here}`,
      sql`delete from document_versions ${here}`,
    ]) {
      await expect(database().execute(statement)).rejects.toMatchObject({
        cause: { code: '23000' },
      });
    }
  });

  test('is made by those who may start such a text, and by nobody else', async () => {
    const attempts = await Promise.all(
      ['reviewer@bank.demo.test', 'firm-a@demo.test', 'firm-b@demo.test'].map(async (email) =>
        freezeVersion({ ...given(), actor: await project.person(email) }),
      ),
    );
    expect(attempts.map((attempt) => !attempt.ok && attempt.refusal.code)).toEqual([
      'not-allowed',
      'not-allowed',
      'not-found',
    ]);
  });
});

test('two people who freeze at once get one number each or share one, without a gap', async () => {
  const frozen = await Promise.all([freeze(), freeze(), freeze()]);
  expect(frozen.map((one) => one.ok && one.value.no)).toEqual([1, 1, 1]);
});

function given() {
  return { actor: expert, documentId, reason: 'sent to the Bank', now: new Date() };
}

async function freeze() {
  return await freezeVersion(given());
}

async function frozenHtml(): Promise<string> {
  const t = translator('en', await loadCatalogue('en'));
  const page = await versionsPage({ actor: expert, documentId, no: 1, t });
  if (!page.ok) throw new Error(page.refusal.code);
  return page.value.shown?.html ?? '';
}

/** Moves PMI-3 to another component, which its text names. */
async function moveTo(no: number): Promise<void> {
  const actor = await project.person('pmo@demo.test');
  const { rows } = await database().execute(sql`select id from components where no = ${no}`);
  const changed = await correctAssignmentFacts({
    actor,
    code: 'PMI-3',
    titleZh: '配额总量与分配路线图',
    titleEn: 'Cap and allocation roadmap',
    componentId: String(rows[0]?.id),
    now: new Date(),
  });
  expect(changed.ok).toBe(true);
}

async function write(): Promise<void> {
  const words = 'Consultant names one contact';
  const by = `A later sentence. ${words}`;
  await editDocument({ documentId, personId: expert.id, words, by });
}

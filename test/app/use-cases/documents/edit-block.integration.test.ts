import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#app/domain/people/person.ts';
import { documentBlocks } from '#app/use-cases/documents/document-blocks.server.ts';
import { documentText } from '#app/use-cases/documents/document-text.server.ts';
import { editBlock } from '#app/use-cases/documents/edit-block.server.ts';
import { database } from '#db/connection.ts';
import { auditEvents, documentUpdates } from '#db/schema/index.ts';
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

describe('a block edited without a live connection', () => {
  test('is one update in the log under the name of its author, and nothing else changes', async () => {
    const block = await blockWith('has four components');
    const before = await blocks();
    const rows = (await log()).length;
    const text = block.text.replace('four', '4');

    expect(await edit({ blockId: block.id, text, baseText: block.text })).toEqual({
      ok: true,
      value: { changed: true },
    });
    expect(await blocks()).toEqual(
      before.map((one) => (one.id === block.id ? { ...one, text } : one)),
    );
    const written = await log();
    expect(written).toHaveLength(rows + 1);
    expect(written.at(-1)).toMatchObject({ personId: expert.id });
    expect((await documentText(expert, documentId))?.text).toContain('has 4 components');
    const events = await database()
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, documentId));
    expect(events.map(({ action }) => action)).toContain('block.edited');
  });

  test('keeps its footnotes and register values where they stood', async () => {
    const block = await blockWith('⟦1⟧');
    const text = `${block.text} 补充`;
    expect((await edit({ blockId: block.id, text, baseText: block.text })).ok).toBe(true);
    expect((await blockWith('补充')).text).toBe(text);
    const without = text.replaceAll(/⟦\d+⟧/g, '');
    expect(await edit({ blockId: block.id, text: without, baseText: text })).toEqual(
      refusal('block.objects'),
    );
  });

  test('is refused when somebody changed it meanwhile, and changes nothing', async () => {
    const block = await blockWith('has four components');
    await editDocument({ documentId, personId: expert.id, words: 'four', by: 'five' });
    const rows = await log();

    const answer = await edit({ blockId: block.id, text: 'mine', baseText: block.text });
    expect(answer).toEqual(refusal('block.changed'));
    expect(await log()).toEqual(rows);
  });

  test('is no edit when it says so already, as after a form that was sent twice', async () => {
    const block = await blockWith('has four components');
    const text = block.text.replace('four', '4');
    await edit({ blockId: block.id, text, baseText: block.text });
    const rows = await log();

    expect(await edit({ blockId: block.id, text, baseText: block.text })).toEqual({
      ok: true,
      value: { changed: false },
    });
    expect(await log()).toEqual(rows);
  });

  test('is refused when it is gone or endless', async () => {
    const block = await blockWith('has four components');
    expect(await edit({ blockId: 'nothing', text: 'a', baseText: '' })).toEqual(
      refusal('block.gone'),
    );
    const endless = { blockId: block.id, text: 'x'.repeat(50_001), baseText: block.text };
    expect(await edit(endless)).toEqual(refusal('block.too-long'));
  });

  test('is open to those alone who may edit the document', async () => {
    const block = await blockWith('has four components');
    const rows = await log();
    for (const [email, code] of [
      ['reviewer@bank.demo.test', 'not-allowed'],
      ['firm-a@demo.test', 'not-allowed'],
      ['firm-b@demo.test', 'not-found'],
    ] as const) {
      const actor = await project.person(email);
      expect(await edit({ actor, blockId: block.id, text: 'x', baseText: block.text })).toEqual(
        refusal(code),
      );
      expect(await documentBlocks(actor, documentId)).toEqual(refusal(code));
    }
    expect(await log()).toEqual(rows);
  });
});

type Edit = { actor?: Person; blockId: string; text: string; baseText: string };

function edit({ actor = expert, ...rest }: Edit) {
  return editBlock({ actor, documentId, ...rest, now: new Date() });
}

async function blocks() {
  const found = await documentBlocks(expert, documentId);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value.blocks;
}

async function blockWith(words: string) {
  const block = (await blocks()).find(({ text }) => text.includes(words));
  if (block === undefined) throw new Error(`No block says "${words}".`);
  return block;
}

function refusal(code: string) {
  return { ok: false, refusal: { code } };
}

async function log() {
  return await database()
    .select()
    .from(documentUpdates)
    .where(eq(documentUpdates.documentId, documentId))
    .orderBy(documentUpdates.seq);
}

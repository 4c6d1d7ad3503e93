import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { attributePassage } from '#app/use-cases/documents/document-attribution.server.ts';
import {
  documentTextAt,
  replayDocument,
} from '#app/use-cases/documents/document-history.server.ts';
import { documentText } from '#app/use-cases/documents/document-text.server.ts';
import { verifyLog } from '#app/use-cases/documents/verify-log.server.ts';
import { acceptSuggestion } from '#app/use-cases/review/accept-suggestion.server.ts';
import { raiseComment } from '#app/use-cases/review/raise-comment.server.ts';
import { database, inTransaction } from '#db/connection.ts';
import { appendUpdates, loadLog, saveSnapshot } from '#db/queries/document-updates.ts';
import { documentUpdates } from '#db/schema/index.ts';
import { docOfUpdates, stateOfUpdates } from '#server/content/state-of-updates.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

let project: DemoProject;
let nextClientId = 50_000;

beforeAll(async () => {
  project = await demoProject();
});

afterAll(async () => {
  await project.close();
});

/** Adds a paragraph as this person, one row of the log a word. @returns the last row. */
async function write(
  documentId: string,
  { by, words, at = new Date() }: { by: string; words: string[]; at?: Date },
) {
  const { parts } = await loadLog(database(), documentId);
  const doc = docOfUpdates(parts);
  nextClientId += 1;
  doc.clientID = nextClientId;
  const made: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => made.push(update));
  const text = new Y.XmlText();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [text]);
  doc.get('root-v2', Y.XmlElement).push([paragraph]);
  for (const word of words) text.insert(text.length, word);
  const { id } = await project.person(by);
  const updates = made.map((bytes) => ({
    bytes,
    personId: id,
    sessionId: null,
    clientId: doc.clientID,
  }));
  return await inTransaction((tx) => appendUpdates(tx, documentId, { updates, at }));
}

async function ask(documentId: string, quote: string, email = 'expert@demo.test') {
  const actor = await project.person(email);
  const anchor = { quote, prefix: '', suffix: '' };
  return await attributePassage({ actor, documentId, anchor });
}

async function segments(documentId: string, quote: string) {
  const answer = await ask(documentId, quote);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.segments;
}

describe('[H1] the document at a moment', () => {
  test('is what it said after each row, by sequence and by time', async () => {
    const documentId = await project.startTor();
    const actor = await project.person('expert@demo.test');
    const said = [(await documentText(actor, documentId))?.text];
    const moments = [new Date(Date.now() + 60_000), new Date(Date.now() + 120_000)];
    const ends: number[] = [];
    for (const [index, at] of moments.entries()) {
      ends.push(
        await write(documentId, { by: 'expert@demo.test', words: [`Replayed ${index}`], at: at }),
      );
      said.push((await documentText(actor, documentId))?.text);
    }

    expect((await documentTextAt(actor, documentId, { seq: 1 }))?.text).toBe(said[0]);
    for (const [index, at] of moments.entries()) {
      const seq = ends[index] ?? 0;
      const bySeq = await documentTextAt(actor, documentId, { seq });
      expect(bySeq).toEqual({ text: said[index + 1], revision: seq, at: at.toISOString() });
      expect(await documentTextAt(actor, documentId, { at })).toEqual(bySeq);
    }
  });

  test('comes from the log, also where a snapshot says something else', async () => {
    const documentId = await project.startTor();
    const seq = await write(documentId, { by: 'expert@demo.test', words: ['from the log'] });
    const before = await replayDocument(documentId, { seq });
    const state = stateOfUpdates([]);
    await inTransaction((tx) => saveSnapshot(tx, { documentId, seq, state, at: new Date() }));

    expect(await replayDocument(documentId, { seq })).toEqual(before);
  });

  test('is nothing before its start, after its end, or for who may not read it', async () => {
    const documentId = await project.startTor();
    const actor = await project.person('expert@demo.test');
    const stranger = await project.person('firm-b@demo.test');

    expect(await documentTextAt(actor, documentId, { at: new Date(0) })).toBeNull();
    expect(await documentTextAt(actor, documentId, { seq: 0 })).toBeNull();
    expect(await documentTextAt(actor, documentId, { seq: 2 })).toBeNull();
    expect(await documentTextAt(stranger, documentId, { seq: 1 })).toBeNull();
    const reader = await project.person('firm-a@demo.test');
    expect(await documentText(reader, documentId)).not.toBeNull();
    expect(await documentTextAt(reader, documentId, { seq: 1 })).toBeNull();
  });
});

describe('[H2] a passage is attributed', () => {
  test('to each who wrote a part of it, and to the row that brought it', async () => {
    const documentId = await project.startTor();
    const [first, second] = [new Date('2026-01-05T08:00:00Z'), new Date('2026-01-06T08:00:00Z')];
    const one = await write(documentId, {
      by: 'expert@demo.test',
      words: ['Alpha', ' beta'],
      at: first,
    });
    const two = await write(documentId, {
      by: 'pmo@demo.test',
      words: ['Gamma', ' delta'],
      at: second,
    });
    const [expert, pmo] = [
      await project.person('expert@demo.test'),
      await project.person('pmo@demo.test'),
    ];

    const common = { fromTemplate: false, suggestedBy: null };
    expect(await segments(documentId, 'beta Gamma')).toEqual([
      {
        ...common,
        text: 'beta\n',
        personId: expert.id,
        personName: expert.name,
        at: first.toISOString(),
        since: first.toISOString(),
        seq: one,
      },
      {
        ...common,
        text: 'Gamma',
        personId: pmo.id,
        personName: pmo.name,
        at: second.toISOString(),
        since: second.toISOString(),
        seq: two - 1,
      },
    ]);
  });

  test('of the template to who started the document', async () => {
    const documentId = await project.startTor();
    const text = (await documentText(await project.person('expert@demo.test'), documentId))?.text;
    const line = (text ?? '').split('\n').find((words) => /^[a-z ]{12,}$/i.test(words)) ?? '';
    const quote = line === '' ? '背景' : line;

    const [segment, ...rest] = await segments(documentId, quote);

    expect(rest).toEqual([]);
    expect(segment).toMatchObject({ seq: 1, fromTemplate: true, suggestedBy: null });
    expect(segment?.personName).toEqual((await project.person('expert@demo.test')).name);
  });

  test('of an accepted suggestion to who accepted it, with who suggested it', async () => {
    const documentId = await project.startTor();
    await write(documentId, { by: 'expert@demo.test', words: ['The deadline is soon enough'] });
    const reviewer = await project.person('reviewer@bank.demo.test');
    const raised = await raiseComment({
      actor: reviewer,
      documentId,
      type: 'CHANGE',
      body: 'Name it.',
      anchor: { quote: 'soon', prefix: '', suffix: '' },
      suggestedText: 'in March',
      visibility: 'ALL',
      now: new Date(),
    });
    if (!raised.ok) throw new Error(raised.refusal.code);
    const pmo = await project.person('pmo@demo.test');
    const accepted = await acceptSuggestion({
      actor: pmo,
      threadId: raised.value.threadId,
      now: new Date(),
    });
    if (!accepted.ok) throw new Error(accepted.refusal.code);

    const found = await segments(documentId, 'is in March enough');

    expect(
      found.map(({ text, personName, suggestedBy }) => [text, personName, suggestedBy]),
    ).toEqual([
      ['is ', (await project.person('expert@demo.test')).name, null],
      ['in March', pmo.name, reviewer.name],
      [' enough', (await project.person('expert@demo.test')).name, null],
    ]);
  });
});

describe('[H2] a question about a passage is answered', () => {
  test('also where it was written after the first question', async () => {
    const documentId = await project.startTor();
    await write(documentId, { by: 'expert@demo.test', words: ['Earlier words'] });
    await segments(documentId, 'Earlier words');
    const seq = await write(documentId, { by: 'pmo@demo.test', words: ['Later words'] });

    expect(await segments(documentId, 'Later words')).toMatchObject([{ text: 'Later words', seq }]);
  });

  test('to nobody where the words are missing, and for nobody who may not read', async () => {
    const documentId = await project.startTor();

    expect(await ask(documentId, 'words that nobody wrote')).toEqual({
      ok: false,
      refusal: { code: 'quote.not-found' },
    });
    expect(await ask(documentId, '  ')).toEqual({ ok: false, refusal: { code: 'quote.missing' } });
    expect(await ask(documentId, '背景', 'firm-b@demo.test')).toEqual({
      ok: false,
      refusal: { code: 'not-found' },
    });
  });
});

describe('[W4] the chain of the log', () => {
  test('is whole, and shows every flipped byte and every missing row, 100 times of 100', async () => {
    const documentId = await project.startTor();
    const words = Array.from({ length: 20 }, (_, index) => `word ${index} `);
    const rows = await write(documentId, { by: 'expert@demo.test', words });
    expect(await verifyLog(documentId)).toEqual({ ok: true, rows });
    const random = seededRandom(20261120);
    const found: unknown[] = [];
    const expected: unknown[] = [];
    for (let trial = 0; trial < 100; trial += 1) {
      const seq = 1 + Math.floor(random() * rows);
      const kind = trial % 2 === 0 ? 'flipped' : 'dropped';
      found.push(await verdictOnDamaged(documentId, seq, { kind, where: random() }));
      expected.push({ ok: false, seq });
    }

    expect(found).toEqual(expected);
    expect(await verifyLog(documentId)).toEqual({ ok: true, rows });
  });
});

/** Damages one row, looks, and puts the row back as it was. */
async function verdictOnDamaged(
  documentId: string,
  seq: number,
  damage: { kind: 'flipped' | 'dropped'; where: number },
) {
  const isRow = and(eq(documentUpdates.documentId, documentId), eq(documentUpdates.seq, seq));
  const [row] = await database().select().from(documentUpdates).where(isRow);
  if (row === undefined) throw new Error(`No row ${seq}.`);
  if (damage.kind === 'dropped') {
    await database().delete(documentUpdates).where(isRow);
  } else {
    const bytes = flipped(row.bytes, damage.where);
    await database().update(documentUpdates).set({ bytes }).where(isRow);
  }
  const verdict = await verifyLog(documentId);
  await database().delete(documentUpdates).where(isRow);
  await database().insert(documentUpdates).values(row);
  return verdict;
}

function flipped(bytes: Uint8Array, where: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const at = Math.floor(where * copy.length);
  copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(where * 8));
  return copy;
}

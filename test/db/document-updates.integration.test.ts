import { createHash } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { database, inTransaction } from '#db/connection.ts';
import {
  appendUpdates,
  loadLog,
  saveSnapshot,
  updatesAfter,
} from '#db/queries/document-updates.ts';
import { documents, documentUpdates } from '#db/schema/index.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';

let project: DemoProject;
let documentId: string;
let personId: string;

beforeAll(async () => {
  project = await demoProject();
  personId = (await project.person('expert@demo.test')).id;
});

beforeEach(async () => {
  documentId = await project.startTor();
});

afterAll(async () => {
  await project.close();
});

describe('the update log', () => {
  test('counts without gaps and chains every row to the one before, under four writers', async () => {
    await Promise.all([1_001, 1_002, 1_003, 1_004].map((clientId) => write(clientId, 25)));

    const rows = await log();
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
    expect(rows).toHaveLength(101);
    rows.forEach((row, index) => {
      expect(hex(row.sha256)).toBe(createHash('sha256').update(row.bytes).digest('hex'));
      expect(hex(row.previousSha256)).toBe(hex(rows[index - 1]?.sha256 ?? null));
    });
    const [document] = await database()
      .select()
      .from(documents)
      .where(eq(documents.id, documentId));
    expect(document?.lastSeq).toBe(101);
  });

  test('keeps each writer in order and every byte as it came', async () => {
    const sent = await write(1_001, 10);

    const kept = (await log()).filter(({ clientId }) => clientId === 1_001);
    expect(kept.map(({ bytes }) => hex(bytes))).toEqual(sent.map(hex));
  });

  test('takes a batch whole or not at all', async () => {
    const [first = new Uint8Array(), second = new Uint8Array()] = updatesOf(1_001, 2);
    const rows = [
      { bytes: first, personId, sessionId: null, clientId: 1_001 },
      { bytes: second, personId: 'nobody', sessionId: null, clientId: 1_001 },
    ];

    await expect(append(rows)).rejects.toThrow();

    expect(await log()).toHaveLength(1);
    expect(await append(rows.slice(0, 1))).toBe(2);
  });

  test('of a document that does not exist cannot be written', async () => {
    const [bytes = new Uint8Array()] = updatesOf(1_001, 1);
    const updates = [{ bytes, personId, sessionId: null, clientId: 1_001 }];

    await expect(
      inTransaction((tx) => appendUpdates(tx, 'made-up', { updates, at: new Date() })),
    ).rejects.toThrow(/made-up/);
    expect(await loadLog(database(), 'made-up')).toMatchObject({ parts: [], seq: 0 });
  });

  test('read from a snapshot says the same as read from the start', async () => {
    await write(1_001, 10);
    const middle = await loadLog(database(), documentId);
    const state = Y.encodeStateAsUpdate(docOf(middle.parts));
    const snapshot = { documentId, seq: middle.seq, state, at: new Date() };
    await inTransaction((tx) => saveSnapshot(tx, snapshot));
    await inTransaction((tx) => saveSnapshot(tx, snapshot));
    await write(1_002, 5);

    const shortened = await loadLog(database(), documentId);
    const whole = await updatesAfter(database(), documentId, 0);
    expect(shortened.parts).toHaveLength(6);
    expect([shortened.seq, whole.length]).toEqual([16, 16]);
    expect(hex(Y.encodeStateAsUpdate(docOf(shortened.parts)))).toBe(
      hex(Y.encodeStateAsUpdate(docOf(whole.map(({ bytes }) => bytes)))),
    );
  });
});

type Update = Parameters<typeof appendUpdates>[2]['updates'][number];

async function append(updates: Update[]): Promise<number> {
  return await inTransaction((tx) => appendUpdates(tx, documentId, { updates, at: new Date() }));
}

/** One client writes `count` edits, each in a transaction of its own. */
async function write(clientId: number, count: number): Promise<Uint8Array[]> {
  const updates = updatesOf(clientId, count);
  for (const bytes of updates) await append([{ bytes, personId, sessionId: null, clientId }]);
  return updates;
}

function updatesOf(clientId: number, count: number): Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const made: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => made.push(update));
  for (let index = 0; index < count; index += 1) doc.getText('notes').insert(index, '字');
  return made;
}

function docOf(parts: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const part of parts) Y.applyUpdate(doc, part);
  return doc;
}

async function log() {
  return await database()
    .select()
    .from(documentUpdates)
    .where(eq(documentUpdates.documentId, documentId))
    .orderBy(asc(documentUpdates.seq));
}

function hex(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : Buffer.from(bytes).toString('hex');
}

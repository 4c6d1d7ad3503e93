import { createHash } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databasePool, database } from '#db/connection.ts';
import { commitBatches } from '#db/queries/document-updates.ts';
import { documentUpdates } from '#db/schema/documents.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';

let project: DemoProject;
let personId: string;

beforeAll(async () => {
  project = await demoProject();
  personId = (await project.person('expert@demo.test')).id;
});

afterAll(async () => {
  await project.close();
});

test('[W4] writers that append to the same logs at once leave chains without a gap', async () => {
  const documentIds = [await project.startTor(), await project.startTor()];
  const before = await Promise.all(documentIds.map(lastSeq));
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    for (let round = 0; round < 10; round += 1) {
      const inTurn = writer % 2 === 0 ? documentIds : documentIds.toReversed();
      await append(inTurn, [`${writer} ${round} a`, `${writer} ${round} b`]);
    }
  });
  await Promise.all(writers);

  for (const [index, documentId] of documentIds.entries()) {
    const rows = await logOf(documentId);
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, place) => place + 1));
    expect(rows.length).toBe((before[index] ?? 0) + 160);
    for (const [place, row] of rows.entries()) {
      expect(row.sha256).toEqual(hashOf(row.bytes));
      expect(row.previousSha256).toEqual(rows[place - 1]?.sha256 ?? null);
    }
  }
});

test('[W4] what is appended together keeps its order, and each log hears its last sequence', async () => {
  const documentId = await project.startTor();
  const words = Array.from({ length: 300 }, (_, place) => `word ${place}`);

  const lastSeqs = await append([documentId], words);

  const rows = await logOf(documentId);
  expect(rows.slice(-300).map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(words);
  expect(lastSeqs).toEqual(new Map([[documentId, rows.length]]));
});

test('[W6] a document that does not exist is left out, and the others are stored', async () => {
  const documentId = await project.startTor();

  const lastSeqs = await append(['nowhere', documentId], ['one']);

  expect([...lastSeqs.keys()]).toEqual([documentId]);
  expect(await append(['nowhere'], ['one'])).toEqual(new Map());
});

function append(documentIds: readonly string[], words: readonly string[]) {
  const updates = words.map((word) => ({
    bytes: new Uint8Array(Buffer.from(word)),
    personId,
    sessionId: null,
    clientId: 1_000,
  }));
  const batches = documentIds.map((documentId) => ({ documentId, updates }));
  return commitBatches(databasePool(), batches, new Date());
}

async function logOf(documentId: string) {
  return await database()
    .select()
    .from(documentUpdates)
    .where(eq(documentUpdates.documentId, documentId))
    .orderBy(asc(documentUpdates.seq));
}

async function lastSeq(documentId: string): Promise<number> {
  return (await logOf(documentId)).length;
}

function hashOf(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(bytes).digest());
}

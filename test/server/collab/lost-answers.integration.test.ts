import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type OpenDatabase } from '#db/client.ts';
import { database } from '#db/connection.ts';
import { commitBatches, updatesAfter } from '#db/queries/document-updates.ts';
import { CommitQueue } from '#server/collab/commit-queue.ts';
import { DatabaseLine } from '#test/support/database-line.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { typist } from '#test/support/room-member.ts';

let project: DemoProject;
let line: DatabaseLine;
let throughLine: OpenDatabase;
let queue: CommitQueue;
let personId: string;

beforeAll(async () => {
  project = await demoProject();
  personId = (await project.person('expert@demo.test')).id;
  line = await DatabaseLine.to(project.connectionString);
  throughLine = openDatabase(line.connectionString);
  queue = new CommitQueue((batches) => commitBatches(throughLine.commits, batches, new Date()));
});

afterAll(async () => {
  await throughLine.close();
  await line.close();
  await project.close();
});

test('[W7] what was committed while its acknowledgement got lost is not stored again', async () => {
  const documents = [await project.startTor(), await project.startTor()];
  await queue.append(documents[0] ?? '', [edit()]);
  const before = await Promise.all(documents.map(rowsOf));

  const lost = line.loseAnswers();
  const appended = Promise.allSettled(
    documents.map((documentId) => queue.append(documentId, [edit()])),
  );
  await lost;
  line.recover();

  expect((await appended).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const after = await Promise.all(documents.map(rowsOf));
  expect(after.map((rows, index) => rows - (before[index] ?? 0))).toEqual([1, 1]);
});

test('[W6] a document whose edit the database refuses does not keep others from being stored', async () => {
  const [good, bad] = [await project.startTor(), await project.startTor()];
  const before = await rowsOf(good);

  const [stored, refused] = await Promise.allSettled([
    queue.append(good, [edit()]),
    queue.append(bad, [{ ...edit(), personId: 'nobody' }]),
  ]);

  expect(stored.status).toBe('fulfilled');
  expect(refused.status).toBe('rejected');
  expect(await rowsOf(good)).toBe(before + 1);
});

function edit() {
  return { bytes: typist().type('一'), personId, sessionId: null, clientId: 5_000 };
}

async function rowsOf(documentId: string): Promise<number> {
  return (await updatesAfter(database(), documentId, 0)).length;
}

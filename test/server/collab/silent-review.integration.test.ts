import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { database } from '#db/connection.ts';
import { openDatabase, type OpenDatabase } from '#db/client.ts';
import { ACCESS_CHANNEL } from '#db/queries/access-changes.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import {
  liveClient,
  liveServer,
  textHolding,
  type LiveServer,
} from '#test/support/live-documents.ts';

let project: DemoProject;
let server: LiveServer;
let other: OpenDatabase;

/** The promise is five seconds; a machine that does eight things at once may take twice as long. */
const BOUND_MS = 10_000;

beforeAll(async () => {
  project = await demoProject();
  server = await liveServer(project.connectionString);
  other = openDatabase(project.connectionString);
});

afterAll(async () => {
  await server.close();
  await other.close();
  await project.close();
});

test('[A1] [W7] whose rights are asked for without an answer is sent away in time, and comes back', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const documentId = await project.startTor();
  const signedIn = await project.signIn('expert@demo.test');
  const expert = await liveClient(server, signedIn, documentId);
  const text = textHolding(expert.doc, '本任务的总体目标是');
  text.insert(0, '之前。');
  await expert.saved();
  const closed = new Promise<void>((resolve) =>
    expert.provider.once('connection-close', () => resolve()),
  );

  const blocker = await other.pool.connect();
  await blocker.query('begin');
  await blocker.query('lock table document_sessions in access exclusive mode');
  const startedAt = performance.now();
  const notice = `person:${signedIn.person.id}`;
  await database().execute(sql`select pg_notify(${ACCESS_CHANNEL}, ${notice})`);
  await closed;
  const told = performance.now() - startedAt;
  await blocker.query('rollback');
  blocker.release();
  text.insert(0, '其间。');
  await expert.saved();

  expect(told).toBeLessThan(BOUND_MS);
  expect(logged).toHaveBeenCalled();
  expert.close();
}, 60_000);

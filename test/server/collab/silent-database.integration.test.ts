import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { openDatabase, type OpenDatabase } from '#db/client.ts';
import { connectDatabase } from '#db/connection.ts';
import { loadLog } from '#db/queries/document-updates.ts';
import { docOfUpdates } from '#server/content/state-of-updates.ts';
import { DatabaseLine } from '#test/support/database-line.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import {
  liveClient,
  liveServer,
  textHolding,
  type LiveServer,
} from '#test/support/live-documents.ts';

let project: DemoProject;
let line: DatabaseLine;
let direct: OpenDatabase;
let throughLine: OpenDatabase;
let server: LiveServer;

/** The promise is five seconds; a machine that does eight things at once may take twice as long. */
const BOUND_MS = 10_000;

beforeAll(async () => {
  project = await demoProject();
  direct = openDatabase(project.connectionString);
  line = await DatabaseLine.to(project.connectionString);
  throughLine = openDatabase(line.connectionString);
  connectDatabase(throughLine);
  server = await liveServer(line.connectionString);
});

afterAll(async () => {
  line.recover();
  await server.close();
  await throughLine.close();
  await line.close();
  await direct.close();
  await project.close();
});

test('[W7] [D6] when the database falls silent, who types hears it in time and loses nothing', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const documentId = await project.startTor();
  const expert = await liveClient(server, await project.signIn('expert@demo.test'), documentId);
  const text = textHolding(expert.doc, '本任务的总体目标是');
  text.insert(0, '之前。');
  await expert.saved();

  void line.fallSilent();
  const startedAt = performance.now();
  text.insert(0, '其间。');
  await new Promise<void>((resolve) => expert.provider.once('connection-close', () => resolve()));
  const told = performance.now() - startedAt;
  line.recover();
  await expert.saved();

  expect(expert.refusals).toEqual(['store-unavailable']);
  expect(told).toBeLessThan(BOUND_MS);
  const stored = docOfUpdates((await loadLog(direct.db, documentId)).parts);
  const words = stored.get('root-v2', Y.XmlElement).toString();
  expect(words.match(/其间。/g)).toHaveLength(1);
  expect(words).toContain('之前。');
  expect(logged).toHaveBeenCalled();
  expert.close();
});

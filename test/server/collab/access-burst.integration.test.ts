import { afterAll, beforeAll, expect, test } from 'vitest';
import { database, databasePool } from '#db/connection.ts';
import { assignmentHolders } from '#db/schema/register.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { liveServer, type LiveServer } from '#test/support/live-documents.ts';
import { rawSocket } from '#test/support/raw-socket.ts';

let project: DemoProject;
let server: LiveServer;

const SOCKETS = 20;
/** Each look at a member asked five questions, for every socket and every row that had changed. */
const QUESTIONS_MAX = 60;

beforeAll(async () => {
  project = await demoProject();
  server = await liveServer(project.connectionString);
});

afterAll(async () => {
  await server.close();
  await project.close();
});

test('[A1] when every contract changes at once, the tabs of a person are looked at together', async () => {
  const documentId = await project.startTor();
  const signedIn = await project.signIn('firm-a@demo.test');
  const sockets = await Promise.all(
    Array.from({ length: SOCKETS }, () => rawSocket(server, signedIn, documentId)),
  );
  let questions = 0;
  databasePool().on('acquire', () => (questions += 1));

  const ended = await database().delete(assignmentHolders).returning();
  const codes = await Promise.all(sockets.map(({ closed }) => closed));

  expect(ended.length).toBeGreaterThan(2);
  expect(new Set(codes)).toEqual(new Set([4403]));
  expect(questions).toBeLessThan(QUESTIONS_MAX);
});

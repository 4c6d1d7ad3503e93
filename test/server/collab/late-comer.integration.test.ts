import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openDocumentSession } from '#app/use-cases/documents/open-document-session.server.ts';
import { database } from '#db/connection.ts';
import { deleteSession } from '#db/queries/sessions.ts';
import { Rooms } from '#server/collab/rooms.ts';
import { databaseLog } from '#server/collab/update-log.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { liveServer, type LiveServer } from '#test/support/live-documents.ts';
import { rawSocket } from '#test/support/raw-socket.ts';

let project: DemoProject;
let server: LiveServer;
/** Resolves when a document is being loaded, and the function that lets it be. */
let loading: Promise<() => void>;
let slow: string | null = null;

beforeAll(async () => {
  project = await demoProject();
  let begin: (end: () => void) => void = () => undefined;
  loading = new Promise((resolve) => (begin = resolve));
  const rooms = new Rooms({
    ...databaseLog,
    load: async (documentId) => {
      if (documentId === slow) await new Promise<void>((resolve) => begin(resolve));
      return await databaseLog.load(documentId);
    },
  });
  server = await liveServer(project.connectionString, rooms);
});

afterAll(async () => {
  await server.close();
  await project.close();
});

test('[A2] who signs out between the door and the room is sent away all the same', async () => {
  const [elsewhere, documentId] = [await project.startTor(), await project.startTor()];
  const signedIn = await project.signIn('expert@demo.test');
  const witness = await rawSocket(server, signedIn, elsewhere);
  slow = documentId;
  const opened = await openDocumentSession({ signedIn, documentId, now: new Date() });
  if (!opened.ok) throw new Error(opened.refusal.code);
  const socket = new WebSocket(server.origin + opened.value.path);
  const closed = once(socket, 'close');

  const finishLoading = await loading;
  await deleteSession(database(), signedIn.session.id);
  expect(await witness.closed).toBe(4401);
  finishLoading();

  expect((await closed)[0]).toBe(4401);
});

/**
 * Our sockets as the product runs them (gate, rights, chained log, fsync) for the bench: a server
 * that seeds the demo project and hands out seats over the channel of its parent.
 * Arguments: port, data directory.
 */
import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { ticketHash } from '#app/use-cases/documents/open-document-session.server.ts';
import { startDocument } from '#app/use-cases/documents/start-document.server.ts';
import { currentSession, type SignedIn } from '#app/use-cases/people/current-person.server.ts';
import { issueToken } from '#app/use-cases/people/issue-token.server.ts';
import { openDatabase } from '#db/client.ts';
import { connectDatabase, database, inTransaction } from '#db/connection.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { newId } from '#db/new-id.ts';
import { appendUpdates } from '#db/queries/document-updates.ts';
import { hasNoPeople } from '#db/queries/people.ts';
import { DEMO_PASSWORD } from '#db/seed/demo-people.ts';
import { seedDemo } from '#db/seed/demo.ts';
import { seedFoundation } from '#db/seed/foundation.ts';
import { hashPassword } from '#server/auth/passwords.ts';
import { AccessWatch } from '#server/collab/access-watch.ts';
import { acceptSockets } from '#server/collab/accept-sockets.ts';
import { SOCKET_LIMITS } from '#server/collab/limits.ts';
import { Rooms } from '#server/collab/rooms.ts';
import { startEmbeddedPostgres } from '#server/database/start-embedded-postgres.ts';
import { readTrace } from './trace.ts';

/** What the bench may ask for. */
export type Question =
  /** New documents with seats in each. */
  | { ask: 'seats'; documents: number; clients: number }
  /** A seat in a document that is there. */
  | { ask: 'seat'; documentId: string }
  /** The first `edits` edits of a trace as rows of the log, without a snapshot. */
  | { ask: 'fill'; documentId: string; trace: string; edits: number };

export type Place = { documentId: string; path: string; clientId: number };

/** One load generator stands for a hundred people; its frames are counted, but not against it. */
const BENCH_LIMITS = {
  ...SOCKET_LIMITS,
  socketsPerPerson: Infinity,
  framesPerSecond: 1e9,
  framesBurst: 1e9,
  bytesPerSecond: 1e12,
  bytesBurst: 1e12,
};

const [port = '', dataDir = ''] = process.argv.slice(2);
const store = await startEmbeddedPostgres({
  dataDir: path.resolve(dataDir),
  log: () => undefined,
  onCrash: (message) => {
    throw new Error(message);
  },
});
await migrateDatabase(store.connectionString);
const open = openDatabase(store.connectionString);
connectDatabase(open);
await seedFoundation(database());
if (await hasNoPeople(database())) {
  await seedDemo({ passwordHash: await hashPassword(DEMO_PASSWORD), now: new Date() });
}
const rooms = new Rooms();
await rooms.listen(store.connectionString);
const access = new AccessWatch(rooms);
await access.listen(store.connectionString);
const server = createServer();
const upgrade = acceptSockets(rooms, access, BENCH_LIMITS);
server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head));
const writer = await signIn();

process.on('message', (question: Question | 'collect') => {
  if (question === 'collect') return;
  void answer(question).then((places) => process.send?.({ places }));
});
server.listen(Number(port), '127.0.0.1');
process.on('SIGTERM', () => {
  void (async () => {
    await rooms.close();
    await access.close();
    await open.close();
    await store.stop();
    process.exit(0);
  })();
});

async function answer(question: Question): Promise<Place[]> {
  switch (question.ask) {
    case 'seats':
      return await seatsIn(await newDocuments(question.documents), question.clients);
    case 'seat':
      return await seatsIn([question.documentId], 1);
    case 'fill':
      await fill(question);
      return [];
  }
}

async function signIn(): Promise<SignedIn> {
  const issued = await issueToken({
    email: 'expert@demo.test',
    password: DEMO_PASSWORD,
    clientAddress: '127.0.0.1',
    now: new Date(),
  });
  if (!issued.ok) throw new Error(issued.refusal.code);
  const headers = { authorization: `Bearer ${issued.value.token}` };
  const signedIn = await currentSession(new Request('http://bench/', { headers }));
  if (signedIn === null) throw new Error('The expert is not signed in.');
  return signedIn;
}

/** Empty documents beside one that was started as people do. */
async function newDocuments(count: number): Promise<string[]> {
  const started = await startDocument({
    actor: writer.person,
    code: 'PMI-3',
    kind: 'TOR',
    templateKey: null,
    title: 'Bench',
    now: new Date(),
  });
  if (!started.ok) throw new Error(started.refusal.code);
  const ids = Array.from({ length: count }, () => newId());
  await database().execute(sql`
    insert into documents
      (id, assignment_id, kind, template_key, title, last_seq, created_by, created_at, is_demo)
    select copy.id, assignment_id, kind, template_key, title, 0, created_by, created_at, true
    from documents, unnest(${sql.param(ids)}::text[]) as copy (id)
    where documents.id = ${started.value.documentId}`);
  return ids;
}

/** Tickets as the product gives them out, many at once. */
async function seatsIn(documentIds: readonly string[], clients: number): Promise<Place[]> {
  const seats = documentIds.flatMap((documentId) =>
    Array.from({ length: clients }, (_, index) => {
      const ticket = randomBytes(32).toString('base64url');
      return { documentId, ticket, clientId: CLIENT_ID_MIN + index * 7919 + drawn() };
    }),
  );
  await database().execute(sql`
    insert into document_sessions
      (ticket_hash, document_id, person_id, session_id, client_id, created_at)
    select ticket, document, ${writer.person.id}, ${writer.session.id}, client, now()
    from unnest(
      ${sql.param(seats.map(({ ticket }) => ticketHash(ticket)))}::text[],
      ${sql.param(seats.map(({ documentId }) => documentId))}::text[],
      ${sql.param(seats.map(({ clientId }) => clientId))}::bigint[]
    ) as seat (ticket, document, client)`);
  return seats.map(({ documentId, ticket, clientId }) => ({
    documentId,
    path: `/collab/${documentId}/${ticket}`,
    clientId,
  }));
}

const CLIENT_ID_MIN = 0x2000_0000;

/** Keeps the ids of two calls apart. */
function drawn(): number {
  return randomBytes(4).readUInt32BE() % 0x4000_0000;
}

async function fill(of: { documentId: string; trace: string; edits: number }): Promise<void> {
  const updates = readTrace(await readFile(of.trace), of.edits);
  const { person, session } = writer;
  for (let from = 0; from < updates.length; from += ROWS_AT_ONCE) {
    const rows = updates.slice(from, from + ROWS_AT_ONCE).map((bytes) => ({
      bytes,
      personId: person.id,
      sessionId: session.id,
      clientId: CLIENT_ID_MIN,
    }));
    await inTransaction((tx) =>
      appendUpdates(tx, of.documentId, { updates: rows, at: new Date() }),
    );
  }
}

const ROWS_AT_ONCE = 5_000;

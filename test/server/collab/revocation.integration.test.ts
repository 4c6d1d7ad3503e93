import { and, eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { SignedIn } from '#app/use-cases/people/current-person.server.ts';
import { lockDocument, unlockDocument } from '#app/use-cases/documents/lock-document.server.ts';
import { database, inTransaction } from '#db/connection.ts';
import { deleteSession } from '#db/queries/sessions.ts';
import { appendUpdates, updatesAfter } from '#db/queries/document-updates.ts';
import { holdDocument, setDocumentLock } from '#db/queries/documents.ts';
import { memberships, people } from '#db/schema/people.ts';
import { assignmentHolders } from '#db/schema/register.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import {
  liveClient,
  liveServer,
  textHolding,
  type LiveServer,
} from '#test/support/live-documents.ts';
import { rawSocket } from '#test/support/raw-socket.ts';

let project: DemoProject;
let one: LiveServer;
let other: LiveServer;

/** The promise is a second; a machine that does eight things at once may take two. */
const BOUND_MS = 2_000;
const SOCKETS = 20;

beforeAll(async () => {
  project = await demoProject();
});

afterAll(async () => {
  await project.close();
});

beforeEach(async () => {
  one = await liveServer(project.connectionString);
  other = await liveServer(project.connectionString);
});

afterEach(async () => {
  await one.close();
  await other.close();
});

const REVOCATIONS = [
  {
    what: 'a sign-out',
    email: 'lead@bank.demo.test',
    code: 4401,
    revoke: (signedIn: SignedIn) => deleteSession(database(), signedIn.session.id),
  },
  {
    what: 'a role that is taken away',
    email: 'reviewer@bank.demo.test',
    code: 4403,
    revoke: (signedIn: SignedIn) =>
      database().delete(memberships).where(eq(memberships.personId, signedIn.person.id)),
  },
  {
    what: 'a contract that ends',
    email: 'firm-a@demo.test',
    code: 4403,
    revoke: () => database().delete(assignmentHolders),
  },
  {
    what: 'a closed account',
    email: 'observer@demo.test',
    code: 4401,
    revoke: (signedIn: SignedIn) =>
      database()
        .update(people)
        .set({ deactivatedAt: new Date() })
        .where(eq(people.id, signedIn.person.id)),
  },
];

test.each(REVOCATIONS)(
  '[A2] $what closes 20 sockets of a person, on two processes, in time, and nobody else’s',
  async ({ email, code, revoke }) => {
    const documentId = await project.startTor();
    const signedIn = await project.signIn(email);
    const sockets = await Promise.all(
      Array.from({ length: SOCKETS }, (_, index) =>
        rawSocket(index % 2 === 0 ? one : other, signedIn, documentId),
      ),
    );
    const bystander = await rawSocket(other, await project.signIn('pmo@demo.test'), documentId);
    const startedAt = performance.now();
    await revoke(signedIn);
    const codes = await Promise.all(sockets.map(({ closed }) => closed));

    expect(performance.now() - startedAt).toBeLessThan(BOUND_MS);
    expect(new Set(codes)).toEqual(new Set([code]));
    await bystander.answered();
    expect(bystander.socket.readyState).toBe(bystander.socket.OPEN);
  },
);

test('[A3] who may only read from now on is told so while typing, and stores nothing more', async () => {
  const documentId = await project.startTor();
  const signedIn = await project.signIn('expert@demo.test');
  const expert = await liveClient(one, signedIn, documentId);
  const text = textHolding(expert.doc, '本任务的总体目标是');
  const typing = setInterval(() => text.insert(0, '写'), 4);
  await expert.saved();

  await changeRole(signedIn, 'RESIDENT_EXPERT', 'BANK_REVIEWER');
  await told(expert.refusals, 1);
  const stored = (await updatesAfter(database(), documentId, 0)).length;
  for (let count = 0; count < 200; count += 1) text.insert(0, '晚');
  clearInterval(typing);
  // What the server answers now it answers after all that was typed.
  const witness = await rawSocket(one, await project.signIn('pmo@demo.test'), documentId);
  await witness.answered();
  const asked = expert.refusals.length;
  text.insert(0, '末');
  await told(expert.refusals, asked + 1);

  const rows = await updatesAfter(database(), documentId, 0);
  const room = await one.rooms.enter(documentId);
  await room.settled();
  expect(rows.length - stored).toBe(0);
  expect(expert.provider.wsconnected).toBe(true);
  expect(room.doc.get('root-v2').toString()).not.toContain('晚');
  expert.close();
  await changeRole(signedIn, 'BANK_REVIEWER', 'RESIDENT_EXPERT');
});

test('[A3] who may write now is sent through the door again, and can write behind it', async () => {
  const documentId = await project.startTor();
  const person = await project.signIn('firm-b@demo.test');
  await changeRole(person, 'FIRM_MEMBER', 'BANK_REVIEWER');
  const signedIn = await project.signIn('firm-b@demo.test');
  const reader = await rawSocket(one, signedIn, documentId);
  expect(reader.mode).toBe('read');

  await changeRole(signedIn, 'BANK_REVIEWER', 'PMO_OFFICER');

  expect(await reader.closed).toBe(1012);
  const promoted = await project.signIn('firm-b@demo.test');
  const writer = await liveClient(one, promoted, documentId);
  textHolding(writer.doc, '本任务的总体目标是').insert(0, '升级之后。');
  await writer.saved();
  expect(writer.refusals).toEqual([]);
  writer.close();
});

test('[A3] a locked text is written by nobody any more, on two processes; unlocked, they come back', async () => {
  const documentId = await project.startTor();
  const expert = await project.signIn('expert@demo.test');
  const writer = await liveClient(one, expert, documentId);
  const elsewhere = await rawSocket(other, await project.signIn('pmo@demo.test'), documentId);
  textHolding(writer.doc, '本任务的总体目标是').insert(0, '锁定之前。');
  await writer.saved();

  await lockDocument({ actor: expert.person, documentId, now: new Date() });
  await told(writer.refusals, 1);
  const stored = (await updatesAfter(database(), documentId, 0)).length;
  textHolding(writer.doc, '本任务的总体目标是').insert(0, '锁定之后。');
  await told(writer.refusals, 2);

  expect((await updatesAfter(database(), documentId, 0)).length).toBe(stored);
  await unlockDocument({ actor: expert.person, documentId, now: new Date() });
  expect(await elsewhere.closed).toBe(1012);
  writer.close();
});

test('[A3] an edit under way when a text is locked is refused as such, not as a fault of the store', async () => {
  const documentId = await project.startTor();
  const expert = await project.signIn('expert@demo.test');
  const writer = await liveClient(one, expert, documentId);
  const text = textHolding(writer.doc, '本任务的总体目标是');
  text.insert(0, '此前');
  await writer.saved();

  // That memory was dropped is logged.
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  // The edit waits for the row that the lock holds.
  await inTransaction(async (tx) => {
    await holdDocument(tx, documentId);
    text.insert(0, '同时');
    await vi.waitUntil(async () => {
      const { rows } = await database().execute<{ waiting: boolean }>(
        sql`select count(*) > 0 as waiting from pg_locks where not granted`,
      );
      return rows[0]?.waiting === true;
    }, 10_000);
    await setDocumentLock(tx, {
      id: documentId,
      lock: { at: new Date(), by: expert.person.id },
    });
  });
  await told(writer.refusals, 1);

  expect(writer.refusals).not.toContain('store-unavailable');
  logged.mockRestore();
  writer.close();
});

test('[A3] the log of a locked text takes nothing, whoever asks the database', async () => {
  const documentId = await project.startTor();
  const { person } = await project.signIn('expert@demo.test');
  await lockDocument({ actor: person, documentId, now: new Date() });

  const updates = [
    { bytes: new Uint8Array([0, 0]), personId: person.id, sessionId: null, clientId: 7 },
  ];
  const append = inTransaction((tx) => appendUpdates(tx, documentId, { updates, at: new Date() }));

  await expect(append).rejects.toMatchObject({
    cause: { message: expect.stringContaining('is locked') },
  });
});

test('[A2] a new password ends every session of the old one', async () => {
  const documentId = await project.startTor();
  const signedIn = await project.signIn('lead@bank.demo.test');
  const sockets = await Promise.all([one, other].map((at) => rawSocket(at, signedIn, documentId)));

  await database()
    .update(people)
    .set({ passwordHash: 'replaced' })
    .where(eq(people.id, signedIn.person.id));

  expect(await Promise.all(sockets.map(({ closed }) => closed))).toEqual([4401, 4401]);
});

/** Resolves when `read-only` has been told so many times. */
async function told(refusals: readonly string[], times: number): Promise<void> {
  await vi.waitUntil(() => refusals.filter((code) => code === 'read-only').length >= times, 10_000);
}

async function changeRole(
  { person }: SignedIn,
  from: 'RESIDENT_EXPERT' | 'BANK_REVIEWER' | 'FIRM_MEMBER',
  to: 'RESIDENT_EXPERT' | 'BANK_REVIEWER' | 'PMO_OFFICER',
): Promise<void> {
  await database()
    .update(memberships)
    .set({ role: to })
    .where(and(eq(memberships.personId, person.id), eq(memberships.role, from)));
}

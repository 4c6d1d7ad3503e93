import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { openDocumentSession } from '#app/use-cases/documents/open-document-session.server.ts';
import { SOCKET_LIMITS } from '#server/collab/limits.ts';
import {
  awarenessMessage,
  missingMessage,
  refusedMessage,
  savedMessage,
  stateVectorMessage,
  updateMessage,
} from '#server/collab/protocol.ts';
import { attackedDocument, ATTACKER, hostileUpdates } from '#test/support/hostile-updates.ts';
import { liveClient, textHolding, until, type LiveClient } from '#test/support/live-documents.ts';
import { liveProject } from '#test/support/live-project.ts';
import { deafLine, masked, rawLine } from '#test/support/raw-line.ts';
import { rawSocket } from '#test/support/raw-socket.ts';
import { storedBytes } from '#test/support/stored-bytes.ts';

const live = liveProject();
let documentId: string;
let witness: LiveClient;
let before: string;

beforeEach(async () => {
  documentId = await live.project.startTor();
  witness = await liveClient(
    live.server,
    await live.project.signIn('expert@demo.test'),
    documentId,
  );
  before = await storedBytes(documentId);
});

/** Nothing is stored, and somebody else goes on writing as if nothing had been. */
async function nothingHappened(): Promise<void> {
  expect(await storedBytes(documentId)).toBe(before);
  const reader = await liveClient(
    live.server,
    await live.project.signIn('lead@bank.demo.test'),
    documentId,
  );
  textHolding(witness.doc, '本任务的总体目标是').insert(0, '照常。');
  await witness.saved();
  await until(reader.doc, () =>
    reader.doc.get('root-v2', Y.XmlElement).toString().includes('照常。'),
  );
  expect(witness.provider.wsconnected).toBe(true);
  expect(witness.refusals).toEqual([]);
  reader.close();
  witness.close();
}

async function attacker() {
  return await rawSocket(live.server, await live.project.signIn('pmo@demo.test'), documentId);
}

const CORPUS = hostileUpdates(attackedDocument()).filter(({ reason }) => reason !== null);

test('[G1] each update of the attack corpus closes its sender with 4400, and nobody else notices', async () => {
  const signedIn = await live.project.signIn('pmo@demo.test');
  for (const { update, name } of CORPUS) {
    const one = await rawSocket(live.server, signedIn, documentId);
    // In step: nothing that it sends can be excused by what is still to come.
    one.send(missingMessage(Uint8Array.of(0, 0)), updateMessage(update));
    const tooLarge = update.length > SOCKET_LIMITS.frameBytes;
    expect({ name, code: await one.closed }).toEqual({ name, code: tooLarge ? 1009 : 4400 });
  }
  await nothingHappened();
}, 60_000);

describe('[D7] a frame that is none closes its sender with 4400, and nobody else notices', () => {
  test.each([
    { what: 'no bytes', frame: new Uint8Array() },
    { what: 'half a message', frame: updateMessage(Uint8Array.of(1, 1, 9)).subarray(0, 3) },
    { what: 'a type of y-websocket for permissions', frame: Uint8Array.of(2, 0) },
    { what: 'a step that there is not', frame: Uint8Array.of(0, 7, 0) },
    { what: 'what only the server says, saved', frame: savedMessage(Uint8Array.of(0)) },
    { what: 'what only the server says, refused', frame: refusedMessage('x', 'y') },
    { what: 'a broken state vector', frame: stateVectorMessage(Uint8Array.of(9, 9)) },
    { what: 'presence that is no JSON', frame: awarenessMessage(Uint8Array.of(1, 9, 1, 1, 123)) },
    {
      what: 'a state vector of 60,000 clients',
      frame: stateVectorMessage(
        Y.encodeStateVector(new Map(Array.from({ length: 60_000 }, (_, at) => [1e9 + at, 1]))),
      ),
    },
  ])('$what', async ({ frame }) => {
    const one = await attacker();
    one.send(frame);
    expect(await one.closed).toBe(4400);
    await nothingHappened();
  });

  test('bytes of chance', async () => {
    const signedIn = await live.project.signIn('pmo@demo.test');
    for (let index = 0; index < 40; index += 1) {
      const one = await rawSocket(live.server, signedIn, documentId);
      // Never a type that we have, so that each is refused.
      one.send(Uint8Array.from([4 + index * 2, ...randomBytes(40)]));
      expect(await one.closed).toBe(4400);
    }
    await nothingHappened();
  });

  test('a text instead of bytes', async () => {
    const one = await attacker();
    one.socket.send('{"type":"update"}');
    expect(await one.closed).toBe(4400);
    await nothingHappened();
  });
});

describe('[D7] what is no WebSocket message', () => {
  test('too large: 1009', async () => {
    const one = await attacker();
    one.send(new Uint8Array(SOCKET_LIMITS.frameBytes + 1));
    expect(await one.closed).toBe(1009);
    await nothingHappened();
  });

  test('in more pieces than the limit: 1008', async () => {
    const one = await attacker();
    for (let piece = 0; piece <= SOCKET_LIMITS.frameFragments; piece += 1) {
      one.socket.send(Uint8Array.of(0), { fin: false });
    }
    expect(await one.closed).toBe(1008);
    await nothingHappened();
  });

  test('a whole message in few pieces is taken', async () => {
    const one = await attacker();
    const question = stateVectorMessage(Uint8Array.of(0));
    one.socket.send(question.subarray(0, 1), { fin: false });
    one.socket.send(question.subarray(1, 2), { fin: false });
    one.socket.send(question.subarray(2), { fin: true });
    await one.answered();
    one.socket.close();
    await nothingHappened();
  });

  test.each([
    { what: 'compressed, which nobody agreed on', head: 0xc2 },
    { what: 'with bits that mean nothing', head: 0xb2 },
    { what: 'of an unknown kind', head: 0x83 },
    { what: 'that goes on where nothing began', head: 0x80 },
  ])('$what: 1002', async ({ head }) => {
    const one = await attacker();
    rawLine(one.socket).write(Buffer.of(head, 0x81, 1, 2, 3, 4, 9));
    expect(await one.closed).toBe(1002);
    await nothingHappened();
  });

  test('without the mask that clients need: 1002', async () => {
    const one = await attacker();
    rawLine(one.socket).write(Buffer.of(0x82, 1, 3));
    expect(await one.closed).toBe(1002);
    await nothingHappened();
  });
});

describe('[W9] too much', () => {
  test('too many frames: 1013', async () => {
    const one = await attacker();
    const nothing = updateMessage(Uint8Array.of(0, 0));
    one.send(...Array.from({ length: SOCKET_LIMITS.framesBurst + 50 }, () => nothing));
    expect(await one.closed).toBe(1013);
    expect(one.refusals).toEqual(['too-fast']);
    await nothingHappened();
  });

  test('too many bytes: 1013', async () => {
    const one = await attacker();
    const large = awarenessMessage(new Uint8Array(1_900_000));
    one.send(large, large, large, large, large);
    expect(await one.closed).toBe(1013);
    await nothingHappened();
  });

  test.each([
    { what: 'for the whole document', question: stateVectorMessage(Uint8Array.of(0)) },
    { what: 'who is there', question: Uint8Array.of(3) },
  ])('too many questions $what: 1013', async ({ question }) => {
    const one = await attacker();
    one.send(...Array.from({ length: SOCKET_LIMITS.questionsBurst + 5 }, () => question));
    expect(await one.closed).toBe(1013);
    expect(one.refusals).toEqual(['too-fast']);
    await nothingHappened();
  });

  test('too many pings, each of which wants an answer: 1013', async () => {
    const one = await attacker();
    for (let count = 0; count < 100; count += 1) one.socket.ping();
    expect(await one.closed).toBe(1013);
    await nothingHappened();
  });
});

describe('[D2] [D4] before anybody is let in', () => {
  test('edits with a made-up ticket, or one of another document, reach nothing: 4401', async () => {
    const other = await live.project.startTor();
    const signedIn = await live.project.signIn('pmo@demo.test');
    const opened = await openDocumentSession({ signedIn, documentId: other, now: new Date() });
    if (!opened.ok) throw new Error(opened.refusal.code);
    const { path, clientId } = opened.value;
    const ticket = path.split('/').at(-1) ?? '';

    for (const one of [ticket, 'made-up', '..', '%00', 'x'.repeat(4_000)]) {
      const socket = new WebSocket(`${live.server.origin}/collab/${documentId}/${one}`);
      await once(socket, 'open');
      socket.send(stateVectorMessage(Uint8Array.of(0)));
      socket.send(updateMessage(paragraphOf(clientId)));
      const heard: unknown[] = [];
      socket.on('message', (data) => heard.push(data));
      const [code] = (await once(socket, 'close')) as [number];
      expect(code).toBe(4401);
      expect(heard).toEqual([]);
    }
    await nothingHappened();
  });

  test('a flood before the door opens is closed', async () => {
    const signedIn = await live.project.signIn('pmo@demo.test');
    const opened = await openDocumentSession({ signedIn, documentId, now: new Date() });
    if (!opened.ok) throw new Error(opened.refusal.code);
    const socket = new WebSocket(live.server.origin + opened.value.path);
    await once(socket, 'open');
    for (let count = 0; count < 2_000; count += 1) socket.send(Uint8Array.of(3));
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(1013);
    await nothingHappened();
  });
});

test('[D7] who goes on after the goodbye is not heard', async () => {
  const signedIn = await live.project.signIn('pmo@demo.test');
  const opened = await openDocumentSession({ signedIn, documentId, now: new Date() });
  if (!opened.ok) throw new Error(opened.refusal.code);
  const { path, clientId } = opened.value;
  const line = await deafLine(live.server.origin, path);
  line.write(masked(stateVectorMessage(Uint8Array.of(0))));
  // The kind of frame is 8 in its first half byte: the server says goodbye.
  const saidGoodbye = new Promise<void>((resolve) => {
    line.on('data', (data: Buffer) => data.includes(Buffer.of(0x11, 0x30)) && resolve());
  });
  line.write(masked(Uint8Array.of(250)));
  await saidGoodbye;
  line.write(masked(updateMessage(paragraphOf(clientId))));
  line.write(masked(awarenessMessage(new Uint8Array([1, 9, 1, 1, 123]))));
  // The end comes from the live.server, which does not wait for an answer for ever.
  await once(line, 'close');
  await nothingHappened();
});

function paragraphOf(clientId: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId === 0 ? ATTACKER : clientId;
  doc.get('root-v2', Y.XmlElement).insert(0, [new Y.XmlElement('paragraph')]);
  return Y.encodeStateAsUpdate(doc);
}

import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { database } from '#db/connection.ts';
import { loadLog } from '#db/queries/document-updates.ts';
import { Rooms } from '#server/collab/rooms.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { roomMember } from '#test/support/room-member.ts';

let project: DemoProject;
let rooms: Rooms;

beforeAll(async () => {
  project = await demoProject();
  rooms = new Rooms();
});

afterAll(async () => {
  await rooms.close();
  await project.close();
});

test('however many come at the same time, the document is opened once', async () => {
  const documentId = await project.startTor();

  const [one, two, three] = await Promise.all([
    rooms.enter(documentId),
    rooms.enter(documentId),
    rooms.enter(documentId),
  ]);

  expect(two).toBe(one);
  expect(three).toBe(one);
});

test('who comes while the last one leaves is not left in a forgotten room', async () => {
  const documentId = await project.startTor();
  for (let ticks = 0; ticks < 12; ticks += 1) {
    const [leaving, coming] = [roomMember('write'), roomMember('write', 6_000)];
    const room = await rooms.enter(documentId);
    room.join(leaving.member);
    room.leave(leaving.member);
    const released = rooms.release(documentId, room);
    for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
    const found = await rooms.enter(documentId);
    found.join(coming.member);
    await released;

    const sentAway = coming.closed.length > 0;
    expect(sentAway || (await rooms.enter(documentId)) === found).toBe(true);
    found.leave(coming.member);
    await rooms.release(documentId, found);
  }
});

test('an emptied room is forgotten, and opened again from the log', async () => {
  const documentId = await project.startTor();
  const before = await rooms.enter(documentId);
  const text = before.doc.get('root-v2', Y.XmlElement).toString();

  await rooms.release(documentId, before);

  const after = await rooms.enter(documentId);
  expect(after).not.toBe(before);
  expect(after.doc.get('root-v2', Y.XmlElement).toString()).toBe(text);
});

test('after many edits a snapshot shortens the next loading and says the same', async () => {
  const documentId = await project.startTor();
  const { id } = await project.person('expert@demo.test');
  const author = roomMember('write', 5_000, { personId: id });
  const room = await rooms.enter(documentId);
  room.join(author.member);
  const doc = new Y.Doc();
  doc.clientID = author.member.clientId;
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.doc), 'server');
  doc.on('update', (update: Uint8Array, origin) => {
    if (origin !== 'server') room.receive(author.member, update);
  });
  const paragraph = new Y.XmlElement('paragraph');
  const words = new Y.XmlText();
  paragraph.insert(0, [words]);
  doc.get('root-v2', Y.XmlElement).push([paragraph]);
  for (let index = 0; index < 1_000; index += 1) words.insert(index, '字');
  await room.settled();

  room.leave(author.member);
  await rooms.release(documentId, room);

  const { parts, seq } = await loadLog(database(), documentId);
  expect(parts).toHaveLength(1);
  expect(seq).toBe(1_002);
  const reopened = await rooms.enter(documentId);
  expect(reopened.doc.get('root-v2', Y.XmlElement).toString()).toBe(
    doc.get('root-v2', Y.XmlElement).toString(),
  );
});

test('a document that does not exist opens nothing that others could meet in', async () => {
  const room = await rooms.enter('01MADEUPDOCUMENT');

  expect(room.seq).toBe(0);
  await rooms.release('01MADEUPDOCUMENT', room);
});

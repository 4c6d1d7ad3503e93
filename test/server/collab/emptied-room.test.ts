import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Admission } from '#app/use-cases/documents/admit-to-document.server.ts';
import { serve } from '#server/collab/accept-sockets.ts';
import { SOCKET_LIMITS } from '#server/collab/limits.ts';
import { Rooms } from '#server/collab/rooms.ts';
import type { Snapshot } from '#server/collab/update-log.ts';
import { roomMember, typist } from '#test/support/room-member.ts';

test('[R2] a room is kept until the edits of the last who left are committed', async () => {
  const commits: (() => void)[] = [];
  const rows: Uint8Array[] = [];
  const snapshots: Snapshot[] = [];
  const rooms = new Rooms({
    load: () => Promise.resolve({ parts: [], seq: 0, snapshotBytes: 0 }),
    after: () => Promise.resolve([]),
    commit: (batches) =>
      new Promise((resolve) => {
        commits.push(() => {
          rows.push(...batches.flatMap(({ updates }) => updates.map(({ bytes }) => bytes)));
          resolve(new Map([['document', rows.length]]));
        });
      }),
    keep: (snapshot) => {
      snapshots.push(snapshot);
      return Promise.resolve();
    },
    lastSeqs: () => Promise.resolve(new Map()),
    listen: () => Promise.resolve({ close: () => Promise.resolve() }),
  });
  const room = await rooms.enter('document');
  const [first, last] = [roomMember('write', 5_000), roomMember('write', 6_000)];
  room.join(first.member);
  room.join(last.member);

  room.receive(first.member, typist(5_000).type('long enough to be kept '.repeat(1_000)));
  await new Promise((resolve) => setImmediate(resolve));
  room.leave(first.member);
  const releases = [rooms.release('document', room)];
  room.receive(last.member, typist(6_000).type('the last words'));
  room.leave(last.member);
  releases.push(rooms.release('document', room));
  for (const stored of [1, 2]) {
    await vi.waitUntil(() => commits.length > 0);
    commits.shift()?.();
    expect(rows).toHaveLength(stored);
  }
  await Promise.all(releases);

  expect(rows).toHaveLength(2);
  const kept = new Y.Doc();
  for (const { state } of snapshots) Y.applyUpdate(kept, state);
  expect(snapshots.map(({ seq }) => seq)).toEqual([2]);
  expect(kept.get('root-v2', Y.XmlElement).toString()).toContain('the last words');
});

test('[D6] a room that was opened for a socket too many is forgotten again', async () => {
  const rooms = new Rooms({
    load: () => Promise.resolve({ parts: [], seq: 0, snapshotBytes: 0 }),
    after: () => Promise.resolve([]),
    commit: () => Promise.resolve(new Map()),
    keep: () => Promise.resolve(),
    lastSeqs: () => Promise.resolve(new Map()),
    listen: () => Promise.resolve({ close: () => Promise.resolve() }),
  });
  const closed: number[] = [];
  const socket = Object.assign(new EventEmitter(), {
    OPEN: 1,
    readyState: 1,
    close: (code: number) => closed.push(code),
  });

  await serve(socket as unknown as WebSocket, {
    house: {
      rooms,
      access: { underReview: () => null },
      sockets: new Map([['person-1', SOCKET_LIMITS.socketsPerPerson]]),
      limits: SOCKET_LIMITS,
    },
    documentId: 'document',
    admission: admission(),
    early: { take: () => [] },
  });

  expect(closed).toEqual([1013]);
  expect(rooms.all()).toEqual([]);
});

function admission(): Admission {
  return {
    person: {
      id: 'person-1',
      email: 'person@demo.test',
      name: { zh: '某人', en: 'Somebody' },
      locale: null,
      memberships: [],
    },
    sessionId: 'session-1',
    ticketHash: 'ticket-1',
    mode: 'write',
    clientId: 5_000,
    earlierClientIds: [],
  };
}

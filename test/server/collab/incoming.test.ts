import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { GateRefusal } from '#server/collab/gate/refusal.ts';
import { Incoming } from '#server/collab/incoming.ts';
import { Room } from '#server/collab/room.ts';
import { roomMember, typist } from '#test/support/room-member.ts';

let rows: Uint8Array[];
let room: Room;

beforeEach(async () => {
  rows = [];
  room = await Room.open(
    {
      keep: () => Promise.resolve(),
      load: () => Promise.resolve({ parts: [], seq: 0, snapshotBytes: 0 }),
      append: (updates) => {
        rows.push(...updates.map(({ bytes }) => bytes));
        return Promise.resolve(rows.length);
      },
      after: (seq) =>
        Promise.resolve(rows.slice(seq).map((bytes, index) => ({ seq: seq + index + 1, bytes }))),
    },
    () => undefined,
  );
});

describe('[G3] a client that typed while it was away', () => {
  test('and goes on typing before it is asked is not turned away, and all of it is stored', async () => {
    const { member, savedClock, incoming } = comesIn();
    const hands = typist();
    hands.type('while away');
    incoming.update(hands.type('at once'));
    expect(rows).toEqual([]);

    incoming.answer(Y.encodeStateAsUpdate(hands.doc));
    await room.settled();

    expect(rows).toHaveLength(1);
    expect(savedClock()).toBe(Y.getState(hands.doc.store, member.clientId));
  });

  test('is refused a gap once it has answered', () => {
    const { incoming } = comesIn();
    const hands = typist();
    incoming.answer(Y.encodeStateAsUpdate(hands.doc));
    hands.type('lost');

    expect(() => incoming.update(hands.type('and after'))).toThrow(GateRefusal);
  });
});

describe('[G3] a client that has seen more than this process', () => {
  test('is asked again when the room has read what others stored', async () => {
    const { member, heard, incoming } = comesIn();
    const other = typist(6_000);
    rows.push(other.type('stored by another process'));
    const hands = typist();
    Y.applyUpdate(hands.doc, Y.encodeStateAsUpdate(other.doc));
    hands.type('mine');

    incoming.answer(Y.encodeStateAsUpdate(hands.doc));
    await room.settled();
    await new Promise((resolve) => setImmediate(resolve));

    const [, asked] = heard('asked');
    if (asked === undefined) throw new Error('It was not asked again.');
    incoming.answer(Y.encodeStateAsUpdate(hands.doc, asked));
    await room.settled();
    expect(rows).toHaveLength(2);
    expect(Y.getState(room.doc.store, member.clientId)).toBeGreaterThan(0);
  });

  test('hears that all it has is stored, when the room read that from others meanwhile', async () => {
    const { savedClock, incoming, heard } = comesIn();
    const [other, hands] = [typist(6_000), typist()];
    rows.push(other.type('stored by another process'));
    // Sent through the other process, and the connection was lost before it was acknowledged.
    rows.push(hands.type('mine'));
    Y.applyUpdate(hands.doc, Y.encodeStateAsUpdate(other.doc));

    incoming.answer(Y.encodeStateAsUpdate(hands.doc));
    await room.settled();
    await new Promise((resolve) => setImmediate(resolve));
    incoming.answer(Y.encodeStateAsUpdate(hands.doc, heard('asked')[1]));
    await room.settled();

    expect(rows).toHaveLength(2);
    expect(savedClock()).toBe(Y.getState(hands.doc.store, hands.doc.clientID));
  });

  test('but writes under the name of somebody else is refused all the same', async () => {
    const { incoming } = comesIn();
    const forged = typist(6_000);
    forged.type('never stored');
    incoming.answer(Y.encodeStateAsUpdate(forged.doc));
    await room.settled();

    expect(() => incoming.answer(Y.encodeStateAsUpdate(forged.doc))).toThrow(GateRefusal);
    expect(rows).toEqual([]);
  });
});

function comesIn() {
  const coming = roomMember('write');
  room.join(coming.member);
  return { ...coming, incoming: new Incoming(coming.member, room) };
}

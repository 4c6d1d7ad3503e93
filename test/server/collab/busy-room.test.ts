import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { SNAPSHOT_AFTER_TAIL_BYTES } from '#server/collab/limits.ts';
import { Room } from '#server/collab/room.ts';
import { roomMember, typist } from '#test/support/room-member.ts';

/** A room in which somebody types again whenever something is stored, this many times. */
let roundsLeft: number;
let rows: Uint8Array[];
let kept: { seq: number; state: Uint8Array }[];
let typeOn: () => void;
let room: Room;

beforeEach(async () => {
  roundsLeft = 40;
  rows = [];
  kept = [];
  room = await Room.open(
    {
      load: () => Promise.resolve({ parts: [], seq: 0, snapshotBytes: 0 }),
      append: async (updates) => {
        await new Promise((resolve) => setImmediate(resolve));
        rows.push(...updates.map(({ bytes }) => bytes));
        roundsLeft -= 1;
        if (roundsLeft > 0) typeOn();
        return rows.length;
      },
      after: () => Promise.resolve([]),
      keep: (snapshot) => {
        kept.push(snapshot);
        return Promise.resolve();
      },
    },
    (fault) => {
      throw fault;
    },
  );
});

test('[R1] somebody who comes in while others never pause is answered without waiting for a pause', async () => {
  const { start } = author('一');
  start();
  const reader = roomMember('read', 6_000);
  room.join(reader.member);
  room.answer(reader.member, Uint8Array.of(0));
  await room.committed();
  await new Promise((resolve) => setImmediate(resolve));

  expect(reader.heard('missing')).toHaveLength(1);
  expect(roundsLeft).toBeGreaterThan(20);
  await room.settled();
});

test('[W2] acknowledgements never go back', async () => {
  const { start, member, heard } = author('一');
  start();
  room.answer(member, Uint8Array.of(0));
  await room.settled();

  const clocks = heard('saved').map((vector) => Y.decodeStateVector(vector).get(5_000) ?? 0);
  expect(clocks.length).toBeGreaterThan(20);
  expect(clocks).toEqual(clocks.toSorted((one, other) => one - other));
});

test('[R3] a document is compacted while people type, to exactly what its log holds', async () => {
  const { start } = author('碳'.repeat(3_000));
  start();
  await room.settled();

  expect(rows.reduce((sum, { length }) => sum + length, 0)).toBeGreaterThan(
    SNAPSHOT_AFTER_TAIL_BYTES,
  );
  expect(kept.length).toBeGreaterThan(0);
  for (const { seq, state } of kept) {
    const replayed = new Y.Doc();
    for (const row of rows.slice(0, seq)) Y.applyUpdate(replayed, row);
    expect(state).toEqual(Y.encodeStateAsUpdate(replayed));
  }
});

function author(words: string) {
  const hands = typist();
  const seat = roomMember('write');
  room.join(seat.member);
  typeOn = () => room.receive(seat.member, hands.type(words));
  return { ...seat, start: () => typeOn() };
}

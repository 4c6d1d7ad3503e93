import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Room } from '#server/collab/room.ts';
import { roomMember, typist } from '#test/support/room-member.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});

afterEach(() => {
  vi.useRealTimers();
});

test('[W7] when the log does not answer all are told in time, and a late answer changes nothing', async () => {
  let answer: (lastSeq: number) => void = () => undefined;
  const faults: unknown[] = [];
  const room = await Room.open(
    {
      load: () => Promise.resolve({ parts: [], seq: 0, snapshotBytes: 0 }),
      append: () => new Promise((resolve) => (answer = resolve)),
      after: () => Promise.resolve([]),
      keep: () => Promise.resolve(),
    },
    (fault) => faults.push(fault),
  );
  const [author, reader] = [roomMember('write'), roomMember('read', 6_000)];
  room.join(author.member);
  room.join(reader.member);
  room.receive(author.member, typist().type('一'));

  await vi.advanceTimersByTimeAsync(5_000);
  expect(author.heard('refused')).toHaveLength(1);
  expect([author.closed, reader.closed]).toEqual([[1013], [1013]]);
  answer(1);
  await new Promise((resolve) => setImmediate(resolve));

  expect(author.savedClock()).toBe(0);
  expect(reader.heard('update')).toEqual([]);
  expect(faults).toHaveLength(1);
});

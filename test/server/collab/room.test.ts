import { beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { Room } from '#server/collab/room.ts';
import type { UpdateStore } from '#server/collab/update-store.ts';
import { GateRefusal } from '#server/collab/gate/refusal.ts';
import { CLOCKS_PER_CHARACTER, roomMember, typist } from '#test/support/room-member.ts';

function wordsOf(doc: Y.Doc): string {
  return doc
    .get('root-v2', Y.XmlElement)
    .toString()
    .replace(/<[^>]*>/g, '');
}

/** A log in memory that can be held back or broken. */
class Log implements UpdateStore {
  readonly rows: Uint8Array[] = [];
  private gate: Promise<void> = Promise.resolve();
  private failing = false;

  hold(): () => void {
    const { promise, open } = gate();
    this.gate = promise;
    return open;
  }

  fail(): void {
    this.failing = true;
  }

  recover(): void {
    this.failing = false;
  }

  load = () => Promise.resolve({ parts: [...this.rows], seq: this.rows.length, snapshotBytes: 0 });

  append = async (updates: readonly { bytes: Uint8Array }[]) => {
    await this.gate;
    if (this.failing) throw new Error('The disk is full.');
    this.rows.push(...updates.map(({ bytes }) => bytes));
    return this.rows.length;
  };

  after = (seq: number) =>
    Promise.resolve(this.rows.slice(seq).map((bytes, index) => ({ seq: seq + index + 1, bytes })));

  keep = () => Promise.resolve();

  text(): string {
    const doc = new Y.Doc();
    for (const row of this.rows) Y.applyUpdate(doc, row);
    return wordsOf(doc);
  }
}

let log: Log;
let faults: unknown[];
let room: Room;

beforeEach(async () => {
  log = new Log();
  faults = [];
  room = await Room.open(log, (fault) => faults.push(fault));
});

describe('an edit', () => {
  test('is neither acknowledged nor shown to others before it is committed', async () => {
    const [author, reader] = [roomMember('write'), roomMember('read', 6_000)];
    room.join(author.member);
    room.join(reader.member);
    const commit = log.hold();

    room.receive(author.member, typist().type('一'));
    await turns();
    expect(author.savedClock()).toBe(0);
    expect(reader.heard('update')).toEqual([]);

    commit();
    await room.settled();
    expect(log.text()).toBe('一');
    expect(author.savedClock()).toBe(CLOCKS_PER_CHARACTER);
    await vi.waitFor(() => expect(reader.heard('update')).toHaveLength(1));
    expect(author.heard('update')).toEqual([]);
  });

  test('that comes while another is being written is written and acknowledged after it', async () => {
    const author = roomMember('write');
    room.join(author.member);
    const hands = typist();
    const commit = log.hold();

    room.receive(author.member, hands.type('一'));
    await turns();
    room.receive(author.member, hands.type('二'));
    room.receive(author.member, hands.type('三'));
    commit();
    await room.settled();

    expect(log.rows).toHaveLength(3);
    expect(log.text()).toBe('一二三');
    expect(author.savedClock()).toBe(3 * CLOCKS_PER_CHARACTER);
  });

  test('sent twice is written once, and not acknowledged before the first is committed', async () => {
    const author = roomMember('write');
    room.join(author.member);
    const update = typist().type('一');
    const commit = log.hold();

    room.receive(author.member, update);
    room.receive(author.member, update);
    await turns();
    expect(author.savedClock()).toBe(0);

    commit();
    await room.settled();
    await turns();
    expect(log.rows).toHaveLength(1);
    expect(author.savedClock()).toBe(CLOCKS_PER_CHARACTER);
  });

  test('[G3] that builds on edits which nobody has is refused before it touches memory', () => {
    const author = roomMember('write');
    room.join(author.member);
    const hands = typist();
    hands.type('lost');

    expect(() => room.receive(author.member, hands.type(' and after'))).toThrow(GateRefusal);
    expect(faults).toEqual([]);
    expect(room.isTrusted).toBe(true);
    expect(log.rows).toEqual([]);
  });
});

describe('when the log cannot be written', () => {
  test('everybody is sent away to come back, nothing is acknowledged, and it is told once', async () => {
    const [author, reader] = [roomMember('write'), roomMember('read', 6_000)];
    room.join(author.member);
    room.join(reader.member);
    log.fail();

    room.receive(author.member, typist().type('一'));
    await room.settled();

    expect([author.closed, reader.closed]).toEqual([[1013], [1013]]);
    expect(author.savedClock()).toBe(0);
    expect(reader.heard('update')).toEqual([]);
    expect(faults).toHaveLength(1);
  });

  test('what was on its way after the lost edit is not written without it', async () => {
    const author = roomMember('write');
    room.join(author.member);
    const hands = typist();
    const commit = log.hold();
    room.receive(author.member, hands.type('一'));
    await turns();
    room.receive(author.member, hands.type('二'));
    log.fail();
    commit();
    await room.settled();

    log.recover();
    room.receive(author.member, hands.type('三'));
    await room.settled();

    expect(log.rows).toEqual([]);
    expect(author.savedClock()).toBe(0);
  });

  test('a client that comes too late into the dropped memory is sent to the next', async () => {
    const author = roomMember('write');
    room.join(author.member);
    log.fail();
    room.receive(author.member, typist().type('一'));
    await room.settled();

    const late = roomMember('write', 6_000);
    room.join(late.member);

    expect(late.closed).toEqual([1012]);
    expect(late.heard('asked')).toEqual([]);
  });
});

describe('what others wrote to the log', () => {
  test('is shown to everybody once it is announced, and once only', async () => {
    const reader = roomMember('read');
    room.join(reader.member);
    log.rows.push(typist(7_000).type('来自别处'));

    room.announce(1);
    room.announce(1);
    await room.settled();

    expect(wordsOf(room.doc)).toBe('来自别处');
    await vi.waitFor(() => expect(reader.heard('update')).toHaveLength(1));
    expect(room.seq).toBe(1);
  });

  test('is noticed at the next commit even when nobody announced it', async () => {
    const author = roomMember('write');
    room.join(author.member);
    log.rows.push(typist(7_000).type('未通知'));

    room.receive(author.member, typist().type('自己的'));
    await room.settled();

    expect(wordsOf(room.doc)).toBe(log.text());
    await vi.waitFor(() => expect(author.heard('update')).not.toEqual([]));
    const told = new Y.Doc();
    for (const update of author.heard('update')) Y.applyUpdate(told, update);
    expect(wordsOf(told)).toBe(log.text());
    expect(room.seq).toBe(2);
  });

  test('is no news when an older commit is announced', async () => {
    log.rows.push(typist(7_000).type('旧'));
    const reopened = await Room.open(log, (fault) => faults.push(fault));
    const reader = roomMember('read');
    reopened.join(reader.member);

    reopened.announce(1);
    reopened.announce(0);
    await reopened.settled();

    expect(reader.heard('update')).toEqual([]);
    expect(reopened.seq).toBe(1);
  });
});

describe('a client that asks for what it lacks', () => {
  test('gets it only when all of it is committed', async () => {
    const [author, newcomer] = [roomMember('write'), roomMember('write', 6_000)];
    room.join(author.member);
    room.join(newcomer.member);
    const commit = log.hold();
    room.receive(author.member, typist().type('一'));

    room.answer(newcomer.member, Y.encodeStateVector(new Y.Doc()));
    await turns();
    expect(newcomer.heard('missing')).toEqual([]);

    commit();
    await room.settled();
    await turns();
    const doc = new Y.Doc();
    for (const update of newcomer.heard('missing')) Y.applyUpdate(doc, update);
    expect(wordsOf(doc)).toBe('一');
  });

  test('[R1] is told that it has everything with the last part, not with the first', async () => {
    const hands = typist();
    log.rows.push(hands.type('一'), hands.type('二'), hands.type('三'));
    room = await Room.open(log, (fault) => faults.push(fault));
    const newcomer = roomMember('write', 6_000);
    room.join(newcomer.member);
    room.answer(newcomer.member, Y.encodeStateVector(new Y.Doc()));
    await turns();

    const answer = newcomer.kinds().filter((kind) => kind !== 'asked' && kind !== 'presence');
    expect(answer).toEqual(['update', 'update', 'missing', 'saved']);
    const doc = new Y.Doc();
    for (const update of newcomer.heard('update')) Y.applyUpdate(doc, update);
    for (const update of newcomer.heard('missing')) Y.applyUpdate(doc, update);
    expect(wordsOf(doc)).toBe('一二三');
  });

  test('is asked back only if it may write', () => {
    const [author, reader] = [roomMember('write'), roomMember('read', 6_000)];
    room.join(author.member);
    room.join(reader.member);

    expect(author.heard('asked')).toHaveLength(1);
    expect(reader.heard('asked')).toEqual([]);
  });

  test('is refused at once when what it sent is no state vector', () => {
    const author = roomMember('write');
    room.join(author.member);

    expect(() => room.answer(author.member, Uint8Array.of(9, 9))).toThrow();
  });
});

function gate(): { promise: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { promise, open };
}

/** Lets everything run that waits for nothing but its turn. */
async function turns(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

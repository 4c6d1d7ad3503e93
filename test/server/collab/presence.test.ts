import { beforeEach, expect, test, vi } from 'vitest';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { Member } from '#server/collab/member.ts';
import { Presence } from '#server/collab/presence.ts';
import { roomMember } from '#test/support/room-member.ts';

const ANNA = 5_000;
const BEN = 6_000;

let anna: ReturnType<typeof roomMember>;
let ben: ReturnType<typeof roomMember>;
let members: Set<Member>;
let presence: Presence;

beforeEach(() => {
  anna = roomMember('write', ANNA);
  ben = roomMember('write', BEN, { personId: 'person-2' });
  members = new Set([anna.member, ben.member]);
  presence = new Presence(members);
});

test('[P1] a cursor reaches everybody under the name and colour that the server knows', async () => {
  presence.take(shown(ANNA, { name: 'Somebody else', anchor: 3 }), anna.member);

  const seen = await seenBy(ben);
  expect(seen.get(ANNA)).toMatchObject({ anchor: 3, name: '某人 Somebody' });
});

test('[P1] [P2] what is said of somebody else has no effect', () => {
  presence.take(shown(BEN, { anchor: 9 }), anna.member);

  expect(presence.takeChanged()).toBeNull();
});

test('[P2] a clock far ahead is ignored, and the true state goes on', async () => {
  presence.take(shown(ANNA, { anchor: 1 }), anna.member);
  presence.take(shown(ANNA, { anchor: 666 }, 2 ** 40), anna.member);
  presence.take(shown(ANNA, { anchor: 2 }, 2), anna.member);

  expect((await seenBy(ben)).get(ANNA)).toMatchObject({ anchor: 2 });
});

test('[P2] who comes back after a day in one tab is seen, whatever the clock says by then', async () => {
  presence.take(shown(ANNA, { anchor: 7 }, 40_000), anna.member);

  expect((await seenBy(ben)).get(ANNA)).toMatchObject({ anchor: 7 });
});

test('[P3] the end of a dead line does not take away who is back on another', async () => {
  presence.take(shown(ANNA, { anchor: 1 }), anna.member);
  const back = roomMember('write', ANNA);
  members.add(back.member);

  members.delete(anna.member);
  presence.leave(anna.member);

  expect((await seenBy(ben)).has(ANNA)).toBe(true);
});

test('[P2] an older state does not come back', async () => {
  presence.take(shown(ANNA, { anchor: 2 }, 2), anna.member);
  presence.take(shown(ANNA, { anchor: 1 }, 1), anna.member);

  expect((await seenBy(ben)).get(ANNA)).toMatchObject({ anchor: 2 });
});

test('[P3] who leaves is gone for those who are there and for those who come', async () => {
  presence.take(shown(ANNA, { anchor: 1 }), anna.member);
  expect((await seenBy(ben)).has(ANNA)).toBe(true);

  members.delete(anna.member);
  presence.leave(anna.member);
  await vi.waitFor(async () => expect((await seenBy(ben)).has(ANNA)).toBe(false));

  ben.member.send(presence.whole());
  expect((await seenBy(ben)).size).toBe(0);
});

test('[P4] who repeats the same state hears an echo', async () => {
  presence.take(shown(ANNA, { anchor: 1 }), anna.member);
  await vi.waitFor(() => expect(anna.heard('presence')).toHaveLength(1));

  presence.take(shown(ANNA, { anchor: 1 }), anna.member);
  await vi.waitFor(() => expect(anna.heard('presence')).toHaveLength(2));
});

/** What an editor would show after all that it has heard. */
async function seenBy(member: ReturnType<typeof roomMember>): Promise<Map<number, unknown>> {
  await vi.waitFor(() => expect(member.heard('presence').length).toBeGreaterThan(0));
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState(null);
  for (const update of member.heard('presence')) applyAwarenessUpdate(awareness, update, null);
  awareness.destroy();
  const states = new Map<number, unknown>(awareness.getStates());
  return states;
}

function shown(clientId: number, state: Record<string, unknown>, clock = 1): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const awareness = new Awareness(doc);
  awareness.setLocalState(state);
  awareness.meta.set(clientId, { clock, lastUpdated: 0 });
  const update = encodeAwarenessUpdate(awareness, [clientId]);
  awareness.destroy();
  return update;
}

import * as encoding from 'lib0/encoding';
import { beforeEach, expect, test } from 'vitest';
import { awarenessMessage } from '#server/collab/protocol.ts';
import { liveClient, type LiveClient } from '#test/support/live-documents.ts';
import { liveProject } from '#test/support/live-project.ts';
import { rawSocket, type RawSocket } from '#test/support/raw-socket.ts';
import { bytes, writeNumbers } from '#test/support/update-writer.ts';

const live = liveProject();
let documentId: string;
let witness: LiveClient;
let attacker: RawSocket;

beforeEach(async () => {
  documentId = await live.project.startTor();
  witness = await liveClient(
    live.server,
    await live.project.signIn('expert@demo.test'),
    documentId,
  );
  attacker = await rawSocket(live.server, await live.project.signIn('pmo@demo.test'), documentId);
});

test('[P1] a forged name and colour are those of the account on every screen', async () => {
  say({ clock: 1, state: { name: 'Somebody else', color: 'red', user: { name: 'x' }, anchor: 1 } });
  const state = await seen(({ anchor }) => anchor === 1);

  const { zh, en } = (await live.project.person('pmo@demo.test')).name;
  expect(state.name).toBe(zh === en ? en : `${zh} ${en}`);
  expect(state.color).not.toBe('red');
  end();
});

test('[P1] presence under the client id of somebody else, or of nobody, has no effect', async () => {
  witness.provider.awareness.setLocalState({ anchor: 7 });
  const victim = witness.doc.clientID;
  say({ client: victim, clock: 900, state: { anchor: 666 } });
  say({ client: victim, clock: 901, state: null });
  say({ client: 4_242, clock: 1, state: { anchor: 666 } });
  say({ clock: 1, state: { anchor: 1 } });
  await seen(({ anchor }) => anchor === 1);

  const { awareness } = witness.provider;
  expect(awareness.getLocalState()).toEqual({ anchor: 7 });
  expect([...awareness.getStates().keys()].sort()).toEqual([victim, attacker.clientId].sort());
  end();
});

test('[P2] a clock without end freezes nothing: what comes in turn is shown', async () => {
  say({ clock: 1, state: { anchor: 1 } });
  for (const clock of [2 ** 53 - 1, 2 ** 40, 20_000]) say({ clock, state: { anchor: 666 } });
  // The same clock again, and one before it, say nothing new.
  say({ clock: 1, state: { anchor: 666 } }, { clock: 0, state: { anchor: 666 } });
  say({ clock: 2, state: { anchor: 2 } });

  await seen(({ anchor }) => anchor === 2);
  end();
});

test('[P2] a flood of people in one frame, or of large states, reaches nobody', async () => {
  const crowd = Array.from({ length: 5_000 }, (_, index) => ({
    client: 10_000 + index,
    clock: 1,
    state: { anchor: index },
  }));
  say(...crowd);
  say({ clock: 1, state: { anchor: 666, long: 'x'.repeat(3_000) } });
  say({ clock: 1, state: { anchor: 1 } });
  await seen(({ anchor }) => anchor === 1);

  expect(witness.provider.awareness.getStates().size).toBeLessThanOrEqual(2);
  end();
});

test('[P2] 400 frames at once are told in few, and the last of them is seen', async () => {
  const heard: number[] = [];
  witness.provider.awareness.on('update', () => heard.push(1));
  for (let clock = 1; clock <= 400; clock += 1) say({ clock, state: { anchor: clock } });
  await seen(({ anchor }) => anchor === 400);

  expect(heard.length).toBeLessThan(100);
  end();
});

test.each([
  ['goodbye', () => attacker.socket.close()],
  ['a line that breaks', () => attacker.socket.terminate()],
  ['a frame that is none', () => attacker.send(Uint8Array.of(250))],
])('[P3] who leaves with %s is gone from every screen at once', async (_how, leave) => {
  say({ clock: 1, state: { anchor: 1 } });
  await seen(({ anchor }) => anchor === 1);
  const gone = new Promise<void>((resolve) => {
    witness.provider.awareness.on('change', ({ removed }: { removed: number[] }) => {
      if (removed.includes(attacker.clientId)) resolve();
    });
  });
  leave();

  // y-websocket itself would take half a minute to find out.
  await gone;
  witness.close();
});

type Told = { client?: number; clock: number; state: unknown };

/** One frame of the attacker's. */
function say(...told: Told[]): void {
  const update = bytes((to) => {
    writeNumbers(to, told.length);
    for (const { client = attacker.clientId, clock, state } of told) {
      writeNumbers(to, client, clock);
      encoding.writeVarString(to, JSON.stringify(state));
    }
  });
  attacker.send(awarenessMessage(update));
}

/** The attacker's state on the screen of the witness, once it is as wanted; never a forged one. */
async function seen(
  isWanted: (state: Record<string, unknown>) => boolean,
): Promise<Record<string, unknown>> {
  const { awareness } = witness.provider;
  return await new Promise((resolve, reject) => {
    const look = () => {
      for (const [client, state] of awareness.getStates() as Map<number, Record<string, unknown>>) {
        if (state.anchor === 666) reject(new Error(`Client ${client} shows what was forged.`));
        if (client === attacker.clientId && isWanted(state)) resolve(state);
      }
    };
    awareness.on('change', look);
    look();
  });
}

function end(): void {
  attacker.socket.close();
  witness.close();
}

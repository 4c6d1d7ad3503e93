import { describe, expect, test, vi } from 'vitest';
import { Broadcast } from '#server/collab/broadcast.ts';
import { CommitQueue } from '#server/collab/commit-queue.ts';
import { updateMessage } from '#server/collab/protocol.ts';
import { Progress } from '#server/collab/progress.ts';
import { Room } from '#server/collab/room.ts';
import { SimulatedLog } from './simulated-log.ts';
import { runSeed } from './run-seed.ts';
import type { Rule } from './violations.ts';

/** Each puts a bug into the engine that a hurried change could bring. */
const BUGS: { bug: string; rules: Rule[]; plant: () => void }[] = [
  {
    bug: 'an edit is acknowledged before it is stored',
    rules: ['acknowledged'],
    plant: () => {
      const { append } = CommitQueue.prototype;
      vi.spyOn(CommitQueue.prototype, 'append').mockImplementation(function (
        this: CommitQueue,
        ...args
      ) {
        append.apply(this, args).catch(() => undefined);
        return Promise.resolve(0);
      });
    },
  },
  {
    bug: 'one update in twenty is never stored',
    rules: ['acknowledged', 'pending', 'shown'],
    plant: () => {
      const { append } = CommitQueue.prototype;
      let calls = 0;
      vi.spyOn(CommitQueue.prototype, 'append').mockImplementation(function (
        this: CommitQueue,
        documentId,
        updates,
      ) {
        calls += 1;
        return append.call(this, documentId, calls % 20 === 0 ? updates.slice(1) : updates);
      });
    },
  },
  {
    bug: 'an edit is shown to others before it is stored',
    rules: ['shown'],
    plant: () => {
      const { receive } = Room.prototype;
      vi.spyOn(Room.prototype, 'receive').mockImplementation(function (this: Room, member, bytes) {
        receive.call(this, member, bytes);
        for (const other of this.members) if (other !== member) other.send(updateMessage(bytes));
      });
    },
  },
  {
    bug: 'who comes is answered with edits that are still being stored',
    rules: ['shown', 'acknowledged'],
    plant: () => {
      vi.spyOn(Progress.prototype, 'caughtUp').mockImplementation(() => Promise.resolve());
    },
  },
  {
    bug: 'a reader is not told of one update in twenty',
    rules: ['copies', 'pending', 'refused'],
    plant: () => {
      const { add } = Broadcast.prototype;
      let calls = 0;
      vi.spyOn(Broadcast.prototype, 'add').mockImplementation(function (
        this: Broadcast,
        bytes,
        from,
      ) {
        calls += 1;
        if (calls % 20 > 0) add.call(this, bytes, from);
      });
    },
  },
  {
    bug: 'a process does not listen to what others store',
    rules: ['copies', 'refused', 'rest', 'tokens'],
    plant: () => {
      vi.spyOn(Room.prototype, 'announce').mockImplementation(() => undefined);
    },
  },
  {
    bug: 'a snapshot takes the place of rows that it does not hold',
    rules: ['snapshot', 'copies', 'pending', 'refused'],
    plant: () => {
      const connect = SimulatedLog.prototype.connect;
      vi.spyOn(SimulatedLog.prototype, 'connect').mockImplementation(function (this: SimulatedLog) {
        const client = connect.call(this);
        const { keep } = client;
        client.keep = (snapshot) => keep({ ...snapshot, seq: snapshot.seq + 1 });
        return client;
      });
    },
  },
];

const SEEDS = 300;

describe('the simulation finds within 300 seeds that', () => {
  test.each(BUGS)(
    '$bug',
    async ({ plant, rules }) => {
      plant();
      const found = await firstViolation();
      vi.restoreAllMocks();
      expect(rules).toContain(found);
    },
    120_000,
  );
});

async function firstViolation(): Promise<Rule | null> {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const [first] = (await runSeed(seed)).violations;
    if (first !== undefined) return first.rule;
  }
  return null;
}

/**
 * Mistakes that an engine could make, planted from outside into the log of one document each. The
 * checker must find every one of them; documents without a bug share the process and stay clean.
 */
import { sql } from 'drizzle-orm';
import * as Y from 'yjs';
import { database } from '#db/connection.ts';
import type { Batch } from '#db/queries/document-updates.ts';
import { Broadcast } from '#server/collab/broadcast.ts';
import { updateMessage } from '#server/collab/protocol.ts';
import { Room } from '#server/collab/room.ts';
import type { UpdateLog } from '#server/collab/update-log.ts';

export const PLANTED_BUGS = [
  'acknowledges-before-commit',
  'acknowledges-without-append',
  'drops-an-update',
  'stores-twice',
  'shows-before-commit',
  'loses-the-tail-after-a-snapshot',
  'stores-in-wrong-order',
  'breaks-the-hash-chain',
  'skips-the-gate',
  'applies-without-append',
  'names-the-wrong-person',
  'snapshots-too-little',
  'forgets-to-tell-others',
] as const;
export type PlantedBug = (typeof PLANTED_BUGS)[number];

type OpenRooms = () => { documentId: string; room: Room }[];

/** @param bugs by document. */
export function plantBugs(
  log: UpdateLog,
  bugs: Readonly<Record<string, PlantedBug>>,
  openRooms: OpenRooms,
): UpdateLog {
  if (Object.keys(bugs).length === 0) return log;
  const bugged = new Map<string, UpdateLog>();
  for (const [documentId, bug] of Object.entries(bugs)) {
    const rooms = () => openRooms().filter((open) => open.documentId === documentId);
    bugged.set(documentId, BUGGY[bug](log, rooms));
  }
  const logOf = (documentId: string) => bugged.get(documentId) ?? log;
  return {
    ...log,
    load: (documentId) => logOf(documentId).load(documentId),
    keep: (snapshot) => logOf(snapshot.documentId).keep(snapshot),
    commit: async (batches) => {
      const sound = batches.filter(({ documentId }) => !bugged.has(documentId));
      const rest = batches.filter(({ documentId }) => bugged.has(documentId));
      const answers = await Promise.all([
        sound.length > 0 ? log.commit(sound) : new Map<string, number>(),
        ...rest.map((batch) => logOf(batch.documentId).commit([batch])),
      ]);
      return new Map(answers.flatMap((answer) => [...answer]));
    },
  };
}

const BUGGY: Record<PlantedBug, (log: UpdateLog, rooms: OpenRooms) => UpdateLog> = {
  'acknowledges-before-commit': (log) => {
    const owed: Batch[] = [];
    let last: Promise<unknown> = Promise.resolve();
    return claiming(log, (batch) => {
      owed.push(batch);
      const due = owed.length > 3 ? owed.shift() : undefined;
      if (due !== undefined) last = last.then(() => log.commit([due]));
    });
  },
  'acknowledges-without-append': (log) => claiming(log, () => undefined),
  'drops-an-update': (log) => {
    let count = 0;
    return {
      ...log,
      commit: async ([batch]) => {
        if (batch === undefined) throw new Error('Bugs are planted in one batch at a time.');
        const { documentId, updates } = batch;
        count += 1;
        const kept = count % 3 === 2 ? updates.slice(1) : updates;
        if (kept.length > 0) return await log.commit([{ documentId, updates: kept }]);
        return new Map([[documentId, (await log.load(documentId)).seq]]);
      },
    };
  },
  'stores-twice': (log) =>
    withBatch(log, (batch) => ({ ...batch, updates: batch.updates.flatMap((one) => [one, one]) })),
  'shows-before-commit': (log, rooms) => ({
    ...log,
    commit: async (batches) => {
      for (const { bytes } of batches.flatMap(({ updates }) => updates)) {
        for (const { room } of rooms()) room.tellAll(updateMessage(bytes));
      }
      // What was shown waits to be stored until the server dies.
      return await new Promise(() => undefined);
    },
  }),
  'loses-the-tail-after-a-snapshot': (log) => ({
    ...log,
    load: async (documentId) => {
      const loaded = await log.load(documentId);
      return loaded.snapshotBytes === 0 ? loaded : { ...loaded, parts: loaded.parts.slice(0, 1) };
    },
  }),
  'stores-in-wrong-order': (log) => {
    const turned = withBatch(log, (batch) => ({ ...batch, updates: batch.updates.toReversed() }));
    // Batches of more than one update come about while another commit is under way.
    return { ...turned, commit: (batches) => later(400, () => turned.commit(batches)) };
  },
  'breaks-the-hash-chain': (log) => ({
    ...log,
    commit: async (batches) => {
      const answer = await log.commit(batches);
      await database().execute(
        sql`update documents set last_sha256 = sha256('another row') where id = ${batches[0]?.documentId}`,
      );
      return answer;
    },
  }),
  'skips-the-gate': (log, rooms) => {
    skipOwnership((room) => rooms().some((open) => open.room === room));
    return log;
  },
  'applies-without-append': (log, rooms) => ({
    ...log,
    commit: async (batches) => {
      for (const { room } of rooms()) strayInto(room);
      return await log.commit(batches);
    },
  }),
  'names-the-wrong-person': (log) => {
    const people = new Set<string>();
    return withBatch(log, (batch) => {
      for (const { personId } of batch.updates) people.add(personId);
      return {
        ...batch,
        updates: batch.updates.map((one) => ({ ...one, personId: last(people) })),
      };
    });
  },
  'snapshots-too-little': (log) => ({
    ...log,
    keep: async (snapshot) => {
      const rows = await log.after(snapshot.documentId, 0);
      const before = rows.filter(({ seq }) => seq < snapshot.seq);
      const state = Y.mergeUpdates(before.map(({ bytes }) => bytes));
      await log.keep({ ...snapshot, state });
    },
  }),
  'forgets-to-tell-others': (log, rooms) => ({
    ...log,
    commit: async (batches) => {
      for (const { room } of rooms()) loseBroadcasts(room);
      return await log.commit(batches);
    },
  }),
};

function withBatch(log: UpdateLog, change: (batch: Batch) => Batch): UpdateLog {
  return { ...log, commit: (batches) => log.commit(batches.map(change)) };
}

/** Says that batches are stored, counting on from what was loaded. */
function claiming(log: UpdateLog, meanwhile: (batch: Batch) => void): UpdateLog {
  const claimed = new Map<string, number>();
  return {
    ...log,
    load: async (documentId) => {
      const loaded = await log.load(documentId);
      claimed.set(documentId, loaded.seq);
      return loaded;
    },
    commit: (batches) => {
      for (const batch of batches) {
        const { documentId, updates } = batch;
        claimed.set(documentId, (claimed.get(documentId) ?? 0) + updates.length);
        meanwhile(batch);
      }
      return Promise.resolve(claimed);
    },
  };
}

function later<Value>(ms: number, work: () => Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    setTimeout(() => void work().then(resolve, reject), ms);
  });
}

/** Lets everybody write under every client id in these rooms. */
function skipOwnership(concerns: (room: Room) => boolean): void {
  const receive = Object.getOwnPropertyDescriptor(Room.prototype, 'receive')?.value as
    Room['receive'] | undefined;
  if (receive === undefined) throw new Error('Rooms do not receive any more.');
  Room.prototype.receive = function (this: Room, member, bytes) {
    const owner = Object.create(member, { owns: { value: () => true } }) as typeof member;
    receive.call(this, concerns(this) ? owner : member, bytes);
  };
}

function strayInto(room: Room): void {
  const element = new Y.XmlElement('paragraph');
  room.doc.get('root-v2', Y.XmlElement).push([element]);
}

/** What the next commit stores is acknowledged, and shown to nobody. */
function loseBroadcasts(room: Room): void {
  const broadcast: unknown = Reflect.get(room, 'broadcast');
  if (!(broadcast instanceof Broadcast)) throw new Error('Rooms do not broadcast any more.');
  broadcast.add = () => undefined;
}

function last(people: ReadonlySet<string>): string {
  return [...people].at(-1) ?? '';
}

/** What is measured of one server at a time. */
import { setTimeout as pause } from 'node:timers/promises';
import { LightClient } from './light-client.ts';
import type { Contestant, Running } from './servers.ts';
import type { Trace } from './trace.ts';
import { TypingLoad, type Typing } from './typing-load.ts';
import { paragraphOf, scanUpdate } from './update-bytes.ts';

export type LoadShape = {
  documents: number;
  /** Clients of each document, and how many of them write. */
  clients: number;
  writers: number;
  typing: Typing;
  seconds: number;
};

export type LoadResult = {
  /** Characters received by others, a second and a second of server core. */
  deliveredPerSecond: number;
  deliveredPerCpuSecond: number;
  /** The same with the core time of the server's database in it. */
  deliveredPerCpuSecondWithDatabase: number;
  serverCores: number;
  databaseCores: number;
  clientCores: number;
  latencyP50: number | null;
  latencyP99: number | null;
  acknowledgedP95: number | null;
  acknowledgedP99: number | null;
  rssMb: number;
};

/** Long enough for the machine code of what is measured, and for what connecting left behind. */
const WARM_UP_MS = 5_000;

export async function typingLoad(
  { dialect }: Contestant,
  running: Running,
  shape: LoadShape,
): Promise<LoadResult> {
  const load = new TypingLoad(dialect, shape.clients - 1);
  await load.connect(await running.seats(shape.documents, shape.clients), shape.writers);
  load.start(shape.typing);
  await pause(WARM_UP_MS);
  const [before, clientBefore, from] = [
    running.process.cpu(),
    process.cpuUsage(),
    performance.now(),
  ];
  await load.count(shape.seconds);
  const seconds = (performance.now() - from) / 1_000;
  const [after, client] = [running.process.cpu(), process.cpuUsage(clientBefore)];
  const rssMb = running.process.rss() / 1e6;
  await load.stop();
  await load.leave();
  const own = after.own - before.own;
  const children = after.children - before.children;
  return {
    deliveredPerSecond: load.delivered / seconds,
    deliveredPerCpuSecond: load.delivered / own,
    deliveredPerCpuSecondWithDatabase: load.delivered / (own + children),
    serverCores: own / seconds,
    databaseCores: children / seconds,
    clientCores: (client.user + client.system) / 1e6 / seconds,
    latencyP50: load.latency.quantile(0.5),
    latencyP99: load.latency.quantile(0.99),
    acknowledgedP95: load.acknowledgement.quantile(0.95),
    acknowledgedP99: load.acknowledgement.quantile(0.99),
    rssMb,
  };
}

export type ColdOpening = { milliseconds: number; bytes: number };

/** Into a document that nobody has open, until the last edit has come. */
export async function coldOpening(
  { dialect }: Contestant,
  running: Running,
  of: { document: string; clocks: Trace['clocks'] },
): Promise<ColdOpening> {
  if (running.seatIn === undefined) throw new Error('This server keeps nothing.');
  // The document is cold, not the process that serves it.
  const [[other] = []] = await running.seats(1, 1);
  if (other !== undefined) await touch([other], dialect);
  const seat = await running.seatIn(of.document);
  const missing = new Map(of.clocks);
  const from = performance.now();
  return await new Promise<ColdOpening>((resolve, reject) => {
    const client = new LightClient(seat, dialect, {
      update: (self, reader) => {
        const to = self.heardAt;
        scanUpdate(reader, (id, clock, length) => {
          if (clock + length >= (missing.get(id) ?? Infinity)) missing.delete(id);
        });
        if (missing.size > 0) return;
        resolve({ milliseconds: to - from, bytes: client.bytesReceived });
        client.close();
      },
    });
    client.ready.catch(reject);
  });
}

export type Rest = { heldBefore: number; heldAfter: number; kbEach: number; rssAfterMb: number };

/** Documents that somebody opened, changed and left again: what they still cost. */
export async function atRest(
  { dialect }: Contestant,
  running: Running,
  documents: number,
): Promise<Rest> {
  const seats = (await running.seats(documents, 1)).flat();
  // The first few warm up what every server keeps once.
  await touch(seats.splice(0, WARM_UP_DOCUMENTS), dialect);
  await pause(SETTLE_MS);
  const before = await running.process.memory();
  for (let from = 0; from < seats.length; from += 50)
    await touch(seats.slice(from, from + 50), dialect);
  await pause(SETTLE_MS);
  const after = await running.process.memory();
  return {
    heldBefore: before.held / 1e6,
    heldAfter: after.held / 1e6,
    kbEach: (after.held - before.held) / 1e3 / seats.length,
    rssAfterMb: after.rss / 1e6,
  };
}

const WARM_UP_DOCUMENTS = 100;
/** Hocuspocus stores two seconds after the last change, and forgets after that. */
const SETTLE_MS = 4_000;

async function touch(
  seats: readonly LightClient['seat'][],
  dialect: Contestant['dialect'],
): Promise<void> {
  const clients = seats.map((seat) => new LightClient(seat, dialect, {}));
  await Promise.all(clients.map(({ ready }) => ready));
  for (const client of clients) client.sendUpdate(paragraphOf(client.seat.clientId).update);
  await pause(20);
  for (const client of clients) client.close();
  await pause(20);
  for (const client of clients) client.destroy();
}

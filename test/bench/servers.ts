/** Who runs: how each server is started, which version it is, and how one comes into its documents. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Place, Question } from './dagang-server.ts';
import type { Dialect, Seat } from './light-client.ts';
import { ServerProcess } from './server-process.ts';
import type { Trace } from './trace.ts';

export const ROOT = path.resolve(import.meta.dirname, '../../..');
const PEERS = path.join(ROOT, 'node_modules/.cache/bench-peers');
const DAGANG = path.join(import.meta.dirname, 'dagang.js');

export type Running = {
  process: ServerProcess;
  /** Seats by document: new, empty documents. */
  seats: (documents: number, clients: number) => Promise<Seat[][]>;
  /** A document that already has a history. The server may be started again after this. */
  documentOf?: (trace: Trace) => Promise<string>;
  seatIn?: (document: string) => Promise<Seat>;
  /** The same data, another process. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
};

export type Contestant = {
  name: string;
  version: string;
  dialect: Dialect;
  start: () => Promise<Running>;
};

export const DAGANG_SERVER: Contestant = {
  name: 'Dagang',
  version: 'this checkout',
  dialect: 'y-websocket',
  start: async () => {
    const house = await openHouse((port, directory) => [
      DAGANG,
      port,
      path.join(directory, 'data'),
    ]);
    const ask = async (question: Question): Promise<Seat[]> => {
      const { places } = await house.process.ask<{ places: Place[] }>(question);
      return places.map(({ documentId, path: ticketPath, clientId }) => ({
        url: house.origin + ticketPath,
        document: documentId,
        clientId,
      }));
    };
    return Object.assign(house, {
      seats: async (documents: number, clients: number) =>
        inGroups(await ask({ ask: 'seats', documents, clients }), clients),
      documentOf: async ({ updates, edits }: Trace) => {
        const [seat] = await ask({ ask: 'seats', documents: 1, clients: 1 });
        if (seat === undefined) throw new Error('No document was made.');
        await ask({ ask: 'fill', documentId: seat.document, trace: updates, edits });
        return seat.document;
      },
      seatIn: async (document: string) => {
        const [seat] = await ask({ ask: 'seat', documentId: document });
        if (seat === undefined) throw new Error('No seat was given.');
        return seat;
      },
    });
  },
};

export const HOCUSPOCUS: Contestant = {
  name: 'Hocuspocus + SQLite',
  version: peerVersion('@hocuspocus/server'),
  dialect: 'hocuspocus',
  start: async () => {
    const house = await openHouse((port, directory) => [
      path.join(PEERS, 'hocuspocus.mjs'),
      port,
      path.join(directory, 'store.sqlite'),
    ]);
    const seatIn = (document: string, clientId = freshId()): Seat => ({
      url: `${house.origin}/`,
      document,
      clientId,
    });
    return Object.assign(house, {
      seats: (documents: number, clients: number) =>
        Promise.resolve(namedSeats({ documents, clients }, (name) => seatIn(name))),
      documentOf: (trace: Trace) => {
        const name = `document-of-${trace.edits}`;
        const file = path.join(house.directory, 'store.sqlite');
        execFileSync(process.execPath, [
          path.join(PEERS, 'store-state.mjs'),
          file,
          name,
          trace.state,
        ]);
        return Promise.resolve(name);
      },
      seatIn: (document: string) => Promise.resolve(seatIn(document)),
    });
  },
};

export const Y_WEBSOCKET = inPath('y-websocket server', {
  version: `@y/websocket-server ${peerVersion('@y/websocket-server')}`,
  dialect: 'y-websocket',
  program: 'y-websocket.mjs',
});

export const RELAY = inPath('bare ws relay', {
  version: `ws ${peerVersion('ws')}`,
  dialect: 'relay',
  program: 'relay.mjs',
});

function inPath(
  name: string,
  of: { version: string; dialect: Dialect; program: string },
): Contestant {
  return {
    name,
    version: of.version,
    dialect: of.dialect,
    start: async () => {
      const house = await openHouse((port) => [path.join(PEERS, of.program), port]);
      return Object.assign(house, {
        seats: (documents: number, clients: number) =>
          Promise.resolve(
            namedSeats({ documents, clients }, (document) => ({
              url: `${house.origin}/${document}`,
              document,
              clientId: freshId(),
            })),
          ),
      });
    },
  };
}

type House = {
  process: ServerProcess;
  origin: string;
  directory: string;
  restart: () => Promise<void>;
  stop: () => Promise<void>;
};

/** A process on a free port with a directory of its own, which goes with it. */
async function openHouse(program: (port: string, directory: string) => string[]): Promise<House> {
  const directory = mkdtempSync(path.join(tmpdir(), 'dagang-bench-'));
  const port = await freePort();
  const begin = async () => {
    const begun = new ServerProcess(program(String(port), directory), ROOT);
    await begun.listening(port);
    return begun;
  };
  const house: House = {
    process: await begin(),
    origin: `ws://127.0.0.1:${port}`,
    directory,
    restart: async () => {
      await house.process.stop();
      house.process = await begin();
    },
    stop: async () => {
      await house.process.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
  return house;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function namedSeats(
  of: { documents: number; clients: number },
  seat: (document: string) => Seat,
): Seat[][] {
  return Array.from({ length: of.documents }, () => {
    const document = `document-${freshId()}`;
    return Array.from({ length: of.clients }, () => seat(document));
  });
}

let lastId = 0x2000_0000;

function freshId(): number {
  lastId += 7919;
  return lastId;
}

function inGroups<One>(all: readonly One[], size: number): One[][] {
  return Array.from({ length: all.length / size }, (_, group) =>
    all.slice(group * size, (group + 1) * size),
  );
}

function peerVersion(name: string): string {
  const file = path.join(PEERS, 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

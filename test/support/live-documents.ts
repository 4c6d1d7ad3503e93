/** A socket server as in production, and plain y-websocket clients against it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { openDocumentSession } from '#app/use-cases/documents/open-document-session.server.ts';
import type { SignedIn } from '#app/use-cases/people/current-person.server.ts';
import { AccessWatch } from '#server/collab/access-watch.ts';
import { acceptSockets } from '#server/collab/accept-sockets.ts';
import { Rooms } from '#server/collab/rooms.ts';

export type LiveServer = { origin: string; rooms: Rooms; close: () => Promise<void> };

export async function liveServer(
  connectionString: string,
  rooms = new Rooms(),
): Promise<LiveServer> {
  await rooms.listen(connectionString);
  const server = createServer();
  const access = new AccessWatch(rooms);
  await access.listen(connectionString);
  const upgrade = acceptSockets(rooms, access);
  server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `ws://127.0.0.1:${port}`,
    rooms,
    close: async () => {
      await rooms.close();
      await access.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type PlainClient = {
  doc: Y.Doc;
  provider: WebsocketProvider;
  /** Resolves when the server has said that all edits of this client are committed. */
  saved: () => Promise<void>;
  refusals: string[];
  close: () => void;
};
export type LiveClient = PlainClient & { mode: 'write' | 'read' };

/** A person's plain client on the live document. */
export async function liveClient(
  server: LiveServer,
  signedIn: SignedIn,
  documentId: string,
): Promise<LiveClient> {
  const opened = await openDocumentSession({ signedIn, documentId, now: new Date() });
  if (!opened.ok) throw new Error(opened.refusal.code);
  const { path, mode, clientId } = opened.value;
  return { ...(await plainClient({ url: server.origin + path, clientId })), mode };
}

/** A plain y-websocket client with nothing but what a session's answer says. */
export async function plainClient(session: {
  url: string;
  clientId: number;
}): Promise<PlainClient> {
  const { url, clientId } = session;
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const slash = url.lastIndexOf('/');
  const provider = new WebsocketProvider(url.slice(0, slash), url.slice(slash + 1), doc, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    connect: false,
  });
  const acknowledged = new Map<number, number>();
  const waiting = new Set<() => void>();
  provider.messageHandlers[120] = (_encoder, decoder) => {
    for (const [client, clock] of Y.decodeStateVector(decoding.readVarUint8Array(decoder))) {
      acknowledged.set(client, clock);
    }
    for (const check of waiting) check();
  };
  const refusals: string[] = [];
  provider.messageHandlers[121] = (_encoder, decoder) => {
    refusals.push(decoding.readVarString(decoder));
    for (const check of waiting) check();
  };
  provider.connect();
  await new Promise<void>((resolve) => {
    provider.once('sync', () => resolve());
  });
  const saved = () =>
    new Promise<void>((resolve) => {
      const check = () => {
        if ((acknowledged.get(clientId) ?? 0) < Y.getState(doc.store, clientId)) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  return {
    doc,
    provider,
    saved,
    refusals,
    close: () => {
      provider.destroy();
      doc.destroy();
    },
  };
}

/** The first text of the document that holds `words`. */
export function textHolding(doc: Y.Doc, words: string): Y.XmlText {
  const found = textsIn(doc.get('root-v2', Y.XmlElement)).find((text) =>
    text.toString().includes(words),
  );
  if (found === undefined) throw new Error(`No text holds "${words}".`);
  return found;
}

function textsIn(element: Y.XmlElement): Y.XmlText[] {
  return element
    .toArray()
    .flatMap((child) =>
      child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsIn(child) : [],
    );
}

/** Resolves when `condition` holds, looking after every change of the document. */
export async function until(doc: Y.Doc, condition: () => boolean): Promise<void> {
  if (condition()) return;
  await new Promise<void>((resolve) => {
    const look = () => {
      if (!condition()) return;
      doc.off('update', look);
      resolve();
    };
    doc.on('update', look);
  });
}

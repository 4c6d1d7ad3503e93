import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as sync from 'y-protocols/sync';
import { messageSync, WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { EditorSession } from './open-session.ts';
import { trackSaving, type SaveTracker } from './save-status.ts';

/** Our two messages beside the y-websocket protocol; part of the contract with other clients. */
export const SAVED_MESSAGE = 120;
export const REFUSED_MESSAGE = 121;

export type Connection = {
  doc: Y.Doc;
  provider: WebsocketProvider;
  saving: SaveTracker;
  /** Leaves the document; the connection cannot be used again. */
  close(): void;
};

/**
 * Prepares a document and its socket. It connects only when `provider.connect()` is called, so
 * that whoever shows the document listens first.
 */
export function connect(session: EditorSession): Connection {
  const doc = new Y.Doc();
  doc.clientID = session.clientId;
  const saving = trackSaving(doc);
  const { server, room, params } = splitSocketUrl(session.url, window.location.href);
  const provider = new WebsocketProvider(server, room, doc, {
    connect: false,
    // Tabs of one browser must not exchange changes past the server: it decides what is accepted.
    disableBc: true,
    params,
  });
  listen(provider, saving);
  const stopAsking = askAfterRemovals(provider, saving);
  const stopGuarding = guardLeaving(saving);
  return {
    doc,
    provider,
    saving,
    close() {
      stopGuarding();
      stopAsking();
      provider.destroy();
      saving.dispose();
      doc.destroy();
    },
  };
}

/** y-websocket wants the room apart from the server: `wss://host/collab/<room>?<params>`. */
export function splitSocketUrl(
  url: string,
  page: string,
): { server: string; room: string; params: Record<string, string> } {
  const target = new URL(url, page);
  target.protocol = target.protocol.replace(/^http/, 'ws');
  const cut = target.pathname.lastIndexOf('/');
  return {
    server: `${target.protocol}//${target.host}${target.pathname.slice(0, cut)}`,
    room: target.pathname.slice(cut + 1),
    params: Object.fromEntries(target.searchParams),
  };
}

function listen(provider: WebsocketProvider, saving: SaveTracker): void {
  const stockSync = provider.messageHandlers[messageSync];
  provider.messageHandlers[messageSync] = (encoder, decoder, ...rest) => {
    if (decoding.peekVarUint(decoder) === sync.messageYjsSyncStep2) saving.barrierAnswered();
    stockSync?.(encoder, decoder, ...rest);
  };
  provider.messageHandlers[SAVED_MESSAGE] = (_encoder, decoder) => {
    saving.acknowledge(decoding.readVarUint8Array(decoder));
  };
  provider.messageHandlers[REFUSED_MESSAGE] = (_encoder, decoder) => {
    saving.refuse(decoding.readVarString(decoder));
  };
  provider.on('status', ({ status }) => {
    if (status === 'connected') saving.connectionChanged('connected');
    if (status === 'disconnected') saving.connectionChanged('offline');
  });
  provider.on('sync', (synced) => {
    if (!synced) return;
    saving.connectionChanged('synced');
    // Others dropped us when the socket broke, and take us back only with a newer state.
    const { awareness } = provider;
    awareness.setLocalState(awareness.getLocalState());
  });
  provider.on('connection-error', () => saving.connectionChanged('offline'));
  // Codes 4400 to 4499: the provider has given up for good, and so must the author.
  provider.on('closed', ({ code, reason }) => {
    saving.refuse(reason === '' ? String(code) : reason);
  });
}

/** Asks for the server's state a moment after removals, because only the answer proves them. */
function askAfterRemovals(provider: WebsocketProvider, saving: SaveTracker): () => void {
  let waiting: ReturnType<typeof setTimeout> | null = null;
  const ask = () => {
    waiting = null;
    if (!saving.needsBarrier() || provider.ws === null) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, messageSync);
    sync.writeSyncStep1(encoder, provider.doc);
    provider.ws.send(encoding.toUint8Array(encoder));
    saving.barrierSent();
  };
  const stop = saving.subscribe(() => {
    if (saving.needsBarrier()) waiting ??= setTimeout(ask, ASK_AFTER_MS);
  });
  return () => {
    stop();
    if (waiting !== null) clearTimeout(waiting);
  };
}

function guardLeaving(saving: SaveTracker): () => void {
  const onBeforeUnload = (event: BeforeUnloadEvent) => {
    if (!saving.hasUnsaved()) return;
    event.preventDefault();
    // Browsers before 2023 ask only when this is set.
    event.returnValue = true;
  };
  window.addEventListener('beforeunload', onBeforeUnload);
  return () => window.removeEventListener('beforeunload', onBeforeUnload);
}

const ASK_AFTER_MS = 250;

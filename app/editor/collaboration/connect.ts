import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { removeAwarenessStates } from 'y-protocols/awareness';
import * as sync from 'y-protocols/sync';
import { messageSync, WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { refused } from '../../domain/shared/result.ts';
import { Inbox } from './inbox.ts';
import { Keeper } from './kept/keep-unsaved.ts';
import { Line } from './line.ts';
import { LostWords } from './lost-words.ts';
import { openSession, type EditorSession } from './open-session.ts';
import { SaveTracker } from './save-status.ts';

/** Our two messages beside the y-websocket protocol; part of the contract with other clients. */
export const SAVED_MESSAGE = 120;
export const REFUSED_MESSAGE = 121;

export type Connection = {
  doc: Y.Doc;
  provider: WebsocketProvider;
  saving: SaveTracker;
  inbox: Inbox;
  /** What one wrote and the document does not hold. */
  lost: LostWords;
  /** Called before others change the document, so that nothing of the editor is half done then. */
  beforeChange: () => void;
  /** Calls once the document holds what the server has; at once when it does. */
  whenSynced(act: () => void): () => void;
  /** Tries to connect now instead of later. */
  tryNow(): void;
  /** Gives up what could not be stored: it is not kept, and leaving asks nothing. */
  giveUp(): Promise<void>;
  /** Leaves the document; the connection cannot be used again. */
  close(): void;
};

type Wanted = { session: EditorSession; sessionPath: string; documentId: string };

/** Enters a document. The editor shows it from `whenSynced` on. */
export function connect({ session, sessionPath, documentId }: Wanted): Connection {
  const doc = new Y.Doc();
  doc.clientID = session.clientId;
  const saving = new SaveTracker(doc);
  const provider = openProvider(doc, session.url);
  const leaving = new AbortController();
  const { personId } = session;
  const inbox = new Inbox();
  const lost = new LostWords();
  const keeper = session.keepOnDevice
    ? new Keeper({
        doc,
        saving,
        owner: { personId, documentId },
        remote: provider,
        beforeChange: () => connection.beforeChange(),
        onMisfit: (words) => lost.add(words),
      })
    : null;
  const line = new Line({
    provider,
    saving,
    renew: () => sessionOf(personId, sessionPath, leaving.signal),
    take(renewed) {
      takeSession(provider, renewed);
      keeper?.reopen();
    },
  });
  const guard = guardLeaving(saving);
  const stopAsking = askAfterRemovals(provider, saving);
  const connection: Connection = {
    doc,
    provider,
    saving,
    inbox,
    lost,
    beforeChange: () => undefined,
    whenSynced: (act) => whenSynced(provider, act),
    tryNow: () => line.tryNow(),
    async giveUp() {
      guard.stop();
      await keeper?.discard();
    },
    close() {
      leaving.abort();
      line.close();
      guard.stop();
      stopAsking();
      inbox.close();
      keeper?.close();
      provider.destroy();
      saving.dispose();
      doc.destroy();
    },
  };
  listen(connection, keeper);
  line.open();
  return connection;
}

function openProvider(doc: Y.Doc, url: string): WebsocketProvider {
  const { server, room, params } = splitSocketUrl(url, window.location.href);
  return new WebsocketProvider(server, room, doc, {
    connect: false,
    // Tabs of one browser must not exchange changes past the server: it decides what is accepted.
    disableBc: true,
    params,
  });
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

/** Asks for a new sitting. Somebody else who signed in here cannot go on with this one. */
async function sessionOf(personId: string, sessionPath: string, signal: AbortSignal) {
  const session = await openSession(sessionPath, signal);
  const isSamePerson = !session.ok || session.value.personId === personId;
  return isSamePerson ? session : refused({ code: 'SIGNED_OUT' as const });
}

/** A new ticket comes with a new client id; what was written under the old one keeps it. */
function takeSession(provider: WebsocketProvider, session: EditorSession): void {
  const { server, room, params } = splitSocketUrl(session.url, window.location.href);
  provider.serverUrl = server;
  provider.roomname = room;
  provider.params = params;
  const { awareness, doc } = provider;
  const present = awareness.getLocalState();
  removeAwarenessStates(awareness, [doc.clientID], 'new sitting');
  doc.clientID = session.clientId;
  awareness.clientID = session.clientId;
  awareness.setLocalState(present);
}

function listen(connection: Connection, keeper: Keeper | null): void {
  const { provider, saving, inbox } = connection;
  const stockSync = provider.messageHandlers[messageSync];
  provider.messageHandlers[messageSync] = (encoder, decoder, ...rest) => {
    const step = decoding.peekVarUint(decoder);
    const take = () => {
      connection.beforeChange();
      if (step === sync.messageYjsSyncStep2) saving.barrierAnswered();
      stockSync?.(encoder, decoder, ...rest);
    };
    // A question is answered at once; what would change the text may have to wait.
    if (step === sync.messageYjsSyncStep1) take();
    else inbox.deliver(updateIn(decoder), take);
  };
  provider.messageHandlers[SAVED_MESSAGE] = (_encoder, decoder) => {
    const stateVector = decoding.readVarUint8Array(decoder);
    inbox.deliver(null, () => saving.acknowledge(stateVector));
  };
  provider.messageHandlers[REFUSED_MESSAGE] = (_encoder, decoder) => {
    const code = decoding.readVarString(decoder);
    if (code === 'read-only') saving.stop('forbidden');
    if (code === 'store-unavailable') saving.stop('unstored');
    // Any other code comes with the close of the socket, which says whether it is for good.
  };
  provider.on('status', ({ status }) => {
    if (status === 'connected') saving.connectionChanged('connected');
  });
  provider.on('sync', (synced) => {
    if (!synced) return;
    saving.connectionChanged('synced');
    // Others dropped us when the socket broke, and take us back only with a newer state.
    const { awareness } = provider;
    awareness.setLocalState(awareness.getLocalState());
    keeper?.synced();
  });
}

/** The update in a sync message, without reading past it. */
function updateIn(decoder: decoding.Decoder): Uint8Array {
  const copy = decoding.clone(decoder);
  decoding.readVarUint(copy);
  return decoding.readVarUint8Array(copy);
}

function whenSynced(provider: WebsocketProvider, act: () => void): () => void {
  if (provider.synced) {
    act();
    return () => undefined;
  }
  const onSync = (isSynced: boolean) => {
    if (!isSynced) return;
    provider.off('sync', onSync);
    act();
  };
  provider.on('sync', onSync);
  return () => provider.off('sync', onSync);
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

function guardLeaving(saving: SaveTracker): { stop(): void } {
  const onBeforeUnload = (event: BeforeUnloadEvent) => {
    if (!saving.hasUnsaved()) return;
    event.preventDefault();
    // Browsers before 2023 ask only when this is set.
    event.returnValue = true;
  };
  window.addEventListener('beforeunload', onBeforeUnload);
  return { stop: () => window.removeEventListener('beforeunload', onBeforeUnload) };
}

const ASK_AFTER_MS = 250;

/**
 * A plain y-websocket client that types words nobody else types, takes some of its own back, and
 * writes down what it did, what it was told and what it saw. It comes back by itself.
 */
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { openDocumentSession } from '#app/use-cases/documents/open-document-session.server.ts';
import type { SignedIn } from '#app/use-cases/people/current-person.server.ts';
import { updateMessage } from '#server/collab/protocol.ts';
import type { History } from './history.ts';
import { TypedText } from './typed-text.ts';

export type TypingClient = {
  readonly clientId: number;
  readonly doc: Y.Doc;
  /** When it was last told that nothing is saved: a message, or the end of its socket. */
  readonly toldAt: () => number;
  /** Let in, and in sync. */
  readonly isConnected: () => boolean;
  /** Sent away with a code that means: do not come back. */
  readonly isExpelled: () => boolean;
  readonly type: () => string;
  /** Types on its own, about this often. */
  readonly startTyping: (random: () => number, everyMs: number) => void;
  readonly stopTyping: () => void;
  /** A long passage, so that the document is worth compacting, and away with it again. */
  readonly pasteAndRemove: (characters: number) => void;
  /** Sends any bytes as an update, as a hostile client does. */
  readonly sendUpdate: (update: Uint8Array) => void;
  /** Resolves when the present socket, if any, has ended and all it brought has been heard. */
  readonly cutOff: () => Promise<void>;
  readonly moveTo: (origin: string) => void;
  readonly close: () => void;
};

type Request = { origin: string; documentId: string; signedIn: SignedIn; history: History };

/** Resolves when the client is in sync for the first time. */
export async function typingClient(request: Request): Promise<TypingClient> {
  const { origin, documentId, signedIn, history } = request;
  const opened = await openDocumentSession({ signedIn, documentId, now: new Date() });
  if (!opened.ok) throw new Error(opened.refusal.code);
  const { path, clientId } = opened.value;
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const { provider, toldAt, isExpelled } = connect({ origin, path, doc, history });
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()));
  const typed = new TypedText(doc, history);
  let typing: ReturnType<typeof setTimeout> | null = null;
  const stopTyping = () => {
    if (typing !== null) clearTimeout(typing);
    typing = null;
  };
  return {
    clientId,
    doc,
    toldAt,
    isConnected: () => provider.wsconnected && provider.synced,
    isExpelled,
    type: () => typed.write(),
    startTyping: (random, everyMs) => {
      const next = () => {
        typing = setTimeout(
          () => {
            if (random() < 0.3) typed.removeOne(random);
            else typed.writeSomewhere(random);
            next();
          },
          everyMs * (0.5 + random()),
        );
      };
      stopTyping();
      next();
    },
    stopTyping,
    pasteAndRemove: (characters) => typed.pasteAndRemove(characters),
    sendUpdate: (update) => socketOf(provider)?.send(updateMessage(update)),
    cutOff: () => ended(socketOf(provider)),
    moveTo: (other) => {
      provider.serverUrl = other + path.slice(0, path.lastIndexOf('/'));
    },
    close: () => {
      stopTyping();
      // Yjs takes another id when somebody else writes under this one; presence knows the old one.
      doc.clientID = clientId;
      provider.destroy();
      doc.destroy();
    },
  };
}

// Each provider waits for the end of the process; there are as many as a test needs.
process.setMaxListeners(100);

type Line = { origin: string; path: string; doc: Y.Doc; history: History };

function connect({ origin, path, doc, history }: Line) {
  const slash = path.lastIndexOf('/');
  const provider = new WebsocketProvider(
    origin + path.slice(0, slash),
    path.slice(slash + 1),
    doc,
    {
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      maxBackoffTime: 200,
    },
  );
  let toldAt = 0;
  let expelled = false;
  provider.messageHandlers[SAVED] = (_encoder, decoder) => {
    const vector = Y.decodeStateVector(decoding.readVarUint8Array(decoder));
    history.acknowledged(doc.clientID, vector);
  };
  let reason = '';
  provider.messageHandlers[REFUSED] = (_encoder, decoder) => {
    reason = decoding.readVarString(decoder);
    if (reason === 'store-unavailable') toldAt = performance.now();
  };
  provider.on('connection-close', (event) => {
    toldAt = performance.now();
    const code = event?.code ?? 0;
    if (code < 4400 || code >= 4500) return;
    expelled = true;
    history.expel({ clientId: doc.clientID, code, reason });
  });
  return { provider, toldAt: () => toldAt, isExpelled: () => expelled };
}

const SAVED = 120;
const REFUSED = 121;

function socketOf(provider: WebsocketProvider): WebSocket | null {
  return provider.ws as unknown as WebSocket | null;
}

async function ended(socket: WebSocket | null): Promise<void> {
  if (socket === null || socket.readyState === socket.CLOSED) return;
  await new Promise<void>((resolve) => socket.once('close', () => resolve()));
}

/** From an HTTP upgrade to a member of a room. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import * as Y from 'yjs';
import {
  admitToDocument,
  type Admission,
} from '#app/use-cases/documents/admit-to-document.server.ts';
import { isOwnOrigin } from '../http/own-origin.ts';
import { logFault } from '../log.ts';
import {
  AWARENESS_BYTES_MAX,
  EARLY_FRAMES_MAX,
  KEEPALIVE_INTERVAL_MS,
  MESSAGE_BYTES_MAX,
  PING_INTERVAL_MS,
} from './limits.ts';
import { Member } from './member.ts';
import { takePresence, wholePresence } from './presence.ts';
import { awarenessMessage, CLOSE, decodeMessage, refusedMessage } from './protocol.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';

const PATH = /^\/collab\/([^/]+)\/([^/]+)\/?$/;

/** @returns a handler for `upgrade` that answers false when the path is not ours. */
export function acceptSockets(rooms: Rooms) {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_BYTES_MAX,
    perMessageDeflate: false,
  });

  return function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const { pathname } = new URL(request.url ?? '/', 'http://any');
    if (!pathname.startsWith('/collab')) return false;
    // Refusing the upgrade itself would make y-websocket try for ever: accept, then say no.
    server.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', () => webSocket.terminate());
      const [, documentId = '', ticket = ''] = PATH.exec(pathname) ?? [];
      const early = keepEarly(webSocket);
      admit(request, { documentId, ticket })
        .then((admission) =>
          typeof admission === 'number'
            ? webSocket.close(admission)
            : serve(webSocket, { rooms, documentId, admission, early }),
        )
        .catch((fault: unknown) => {
          logFault('A socket could not be opened.', fault);
          webSocket.close(CLOSE.fault);
        });
    });
    return true;
  };
}

/** @returns the admission, or the code to close with. */
async function admit(
  request: IncomingMessage,
  asked: { documentId: string; ticket: string },
): Promise<Admission | number> {
  const origin = request.headers.origin;
  if (origin !== undefined && !isOwnOrigin(origin, request.headers.host)) return CLOSE.forbidden;
  return (await admitToDocument({ ...asked, now: new Date() })) ?? CLOSE.signInAgain;
}

type Seat = { rooms: Rooms; documentId: string; admission: Admission; early: EarlyFrames };

type EarlyFrames = { take: () => Uint8Array[] };

/** A client speaks as soon as the socket is open; it is heard once it has been let in. */
function keepEarly(socket: WebSocket): EarlyFrames {
  const frames: Uint8Array[] = [];
  let size = 0;
  const keep = (data: RawData) => {
    const frame = bytesOf(data);
    size += frame.length;
    if (size > MESSAGE_BYTES_MAX || frames.length >= EARLY_FRAMES_MAX) {
      socket.close(CLOSE.malformed, 'too-early');
      return;
    }
    frames.push(frame);
  };
  socket.on('message', keep);
  return {
    take: () => {
      socket.off('message', keep);
      return frames;
    },
  };
}

async function serve(socket: WebSocket, seat: Seat): Promise<void> {
  const { rooms, documentId, admission, early } = seat;
  const room = await rooms.enter(documentId);
  if (socket.readyState !== socket.OPEN) {
    await rooms.release(documentId, room);
    return;
  }
  const member = new Member(socket, admission);
  const receive = (frame: Uint8Array) => {
    try {
      handle(frame, member, room);
    } catch (fault) {
      // Broken frames touch nothing but their sender.
      member.send(
        refusedMessage('malformed', fault instanceof Error ? fault.message : 'malformed'),
      );
      member.close(CLOSE.malformed, 'malformed');
    }
  };
  room.join(member);
  const waiting = early.take();
  socket.on('message', (data) => receive(bytesOf(data)));
  waiting.forEach(receive);
  const stopTimers = keepAlive(socket, member, room);
  socket.on('close', () => {
    stopTimers();
    room.leave(member);
    void rooms.release(documentId, room);
  });
}

function handle(frame: Uint8Array, member: Member, room: Room): void {
  const message = decodeMessage(frame);
  switch (message.type) {
    case 'state-vector':
      room.answer(member, message.stateVector);
      return;
    case 'update':
      handleUpdate(message.update, member, room);
      return;
    case 'awareness':
      if (message.update.length <= AWARENESS_BYTES_MAX) {
        takePresence(room.awareness, message.update, member);
      }
      return;
    case 'query-awareness':
      member.send(awarenessMessage(wholePresence(room.awareness)));
  }
}

function handleUpdate(update: Uint8Array, member: Member, room: Room): void {
  // Reads lazily and throws on broken bytes before anything touches the document.
  const { structs, ds } = Y.decodeUpdate(update);
  if (structs.length === 0 && ds.clients.size === 0) return;
  if (member.mode === 'read') {
    member.send(
      refusedMessage('read-only', 'This person may read the document but not change it.'),
    );
    return;
  }
  if (structs.some((struct) => struct.id.client !== member.clientId)) {
    member.send(
      refusedMessage('client-id', 'The edit does not carry the client id of this session.'),
    );
    member.close(CLOSE.malformed, 'client-id');
    return;
  }
  room.receive(member, update);
}

/** Ends sockets that no longer answer, and speaks often enough for y-websocket to stay. */
function keepAlive(socket: WebSocket, member: Member, room: Room): () => void {
  let answered = true;
  socket.on('pong', () => {
    answered = true;
  });
  const ping = setInterval(() => {
    if (!answered) {
      socket.terminate();
      return;
    }
    answered = false;
    socket.ping();
  }, PING_INTERVAL_MS);
  const speak = setInterval(
    () => member.send(awarenessMessage(wholePresence(room.awareness))),
    KEEPALIVE_INTERVAL_MS,
  );
  return () => {
    clearInterval(ping);
    clearInterval(speak);
  };
}

function bytesOf(data: RawData): Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  return Array.isArray(data) ? new Uint8Array(Buffer.concat(data)) : new Uint8Array(data);
}

/** From an HTTP upgrade to a member of a room. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import {
  admitToDocument,
  type Admission,
} from '#app/use-cases/documents/admit-to-document.server.ts';
import { isOwnOrigin } from '../http/own-origin.ts';
import { logFault } from '../log.ts';
import type { AccessWatch } from './access-watch.ts';
import { converse } from './converse.ts';
import { inTime } from './in-time.ts';
import { DOOR_ANSWER_MS, PING_INTERVAL_MS, SOCKET_LIMITS } from './limits.ts';
import { Member, type SocketLimits } from './member.ts';
import { CLOSE, isEdit } from './protocol.ts';
import type { Rooms } from './rooms.ts';
import { TokenBucket } from './token-bucket.ts';

const PATH = /^\/collab\/([^/]+)\/([^/]+)\/?$/;

export type House = {
  rooms: Rooms;
  access: Pick<AccessWatch, 'underReview'>;
  /** Open sockets by person, for the limit. */
  sockets: Map<string, number>;
  limits: SocketLimits;
};

/** @returns a handler for `upgrade` that answers false when the path is not ours. */
export function acceptSockets(
  rooms: Rooms,
  access: AccessWatch,
  limits: SocketLimits = SOCKET_LIMITS,
) {
  const options = {
    noServer: true,
    maxPayload: limits.frameBytes,
    maxFragments: limits.frameFragments,
    perMessageDeflate: false,
    autoPong: false,
    // Known to ws, and not yet to its types.
    closeTimeout: limits.goodbyeMs,
  };
  const server = new WebSocketServer(options);
  const house: House = { rooms, access, sockets: new Map(), limits };

  return function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const { pathname } = new URL(request.url ?? '/', 'http://any');
    if (!pathname.startsWith('/collab')) return false;
    // Refusing the upgrade itself would make y-websocket try for ever: accept, then say no.
    server.handleUpgrade(request, socket, head, (webSocket) => {
      // ws closes by itself what is no frame or too large a one, with the code that says so.
      webSocket.on('error', () => undefined);
      answerPings(webSocket, limits);
      const [, documentId = '', ticket = ''] = PATH.exec(pathname) ?? [];
      const early = keepEarly(webSocket);
      const notices = access.notices;
      inTime(admit(request, { documentId, ticket }), DOOR_ANSWER_MS)
        .then((admission) =>
          typeof admission === 'number'
            ? webSocket.close(admission)
            : serve(webSocket, {
                house,
                line: socket,
                documentId,
                admission,
                early,
                onSeat: () => access.cameIn(admission.person.id, notices),
              }),
        )
        .catch((fault: unknown) => {
          logFault('A socket could not be opened.', fault);
          webSocket.close(CLOSE.tryLater, 'unavailable');
        });
    });
    return true;
  };
}

/** @returns the admission, or the code to close with: one for all that are not let in. */
async function admit(
  request: IncomingMessage,
  asked: { documentId: string; ticket: string },
): Promise<Admission | number> {
  const { origin, host } = request.headers;
  if (origin !== undefined && !isOwnOrigin(origin, host)) return CLOSE.forbidden;
  const admission = await admitToDocument({ ...asked, now: new Date() });
  return typeof admission === 'string' ? CLOSE.signInAgain : admission;
}

type EarlyFrames = { take: () => Uint8Array[] };

/**
 * A client speaks as soon as the socket is open; it is heard once it has been let in. Somebody who
 * goes on typing, or pastes, while the door is slow is no enemy: edits that exceed the limits are
 * let fall, and come again in the answer to the server's state vector.
 */
export function keepEarly(socket: WebSocket): EarlyFrames {
  const frames: Uint8Array[] = [];
  let size = 0;
  let count = 0;
  let hasFallen = false;
  const fits = (frame: Uint8Array, share: number) =>
    size + frame.length <= share * SOCKET_LIMITS.earlyBytes &&
    frames.length < share * SOCKET_LIMITS.earlyFrames;
  const keep = (data: RawData, isBinary: boolean) => {
    if (!isBinary) {
      socket.close(CLOSE.malformed, 'text');
      return;
    }
    const frame = bytesOf(data);
    count += 1;
    if (isEdit(frame) && count <= SOCKET_LIMITS.framesBurst) {
      // Edits after one that fell build on what is not there.
      hasFallen ||= !fits(frame, EDITS_SHARE);
      if (hasFallen) return;
    } else if (!fits(frame, 1)) {
      socket.close(CLOSE.tryLater, 'too-early');
      return;
    }
    size += frame.length;
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

/** The rest is for the state vector and presence, without which nobody gets anywhere. */
const EDITS_SHARE = 0.5;

export type Seat = {
  house: House;
  line?: Duplex;
  documentId: string;
  admission: Admission;
  early: EarlyFrames;
  /** Called when the member is in the room and has not been heard yet. */
  onSeat?: () => void;
};

/** Gives an admitted person a seat in the room, and hears them until the socket ends. */
export async function serve(socket: WebSocket, seat: Seat): Promise<void> {
  const { house, line = null, documentId, admission, early, onSeat } = seat;
  const entering = house.rooms.enter(documentId);
  const room = await inTime(entering, DOOR_ANSWER_MS).catch((fault: unknown) => {
    // Should it open after all, it is empty.
    void entering.then(
      (late) => house.rooms.release(documentId, late),
      () => undefined,
    );
    throw fault;
  });
  if (socket.readyState !== socket.OPEN) {
    await house.rooms.release(documentId, room);
    return;
  }
  const open = (house.sockets.get(admission.person.id) ?? 0) + 1;
  if (open > house.limits.socketsPerPerson) {
    socket.close(CLOSE.tryLater, 'too-many-sockets');
    await house.rooms.release(documentId, room);
    return;
  }
  house.sockets.set(admission.person.id, open);
  const member = new Member(socket, admission, { limits: house.limits, line });
  const conversation = converse(member, { room, access: house.access });
  room.join(member);
  onSeat?.();
  const waiting = early.take();
  socket.on('message', (data, isBinary) => {
    if (isBinary) conversation.receive(bytesOf(data));
    else socket.close(CLOSE.malformed, 'text');
  });
  waiting.forEach(conversation.receive);
  const stopPing = keepAlive(socket);
  socket.on('close', () => {
    stopPing();
    conversation.stop();
    room.leave(member);
    house.sockets.set(admission.person.id, (house.sockets.get(admission.person.id) ?? 1) - 1);
    house.rooms.release(documentId, room).catch((fault: unknown) => {
      logFault('A room could not be put to rest.', fault);
    });
  });
}

/** Each is answered, but not without end: answers wait for somebody who reads them. */
function answerPings(socket: WebSocket, limits: SocketLimits): void {
  const pings = new TokenBucket(limits.pingsPerSecond, limits.pingsBurst);
  socket.on('ping', (data) => {
    if (pings.take(1)) socket.pong(data);
    else socket.close(CLOSE.tryLater, 'too-fast');
  });
}

/** Ends sockets that no longer answer. */
function keepAlive(socket: WebSocket): () => void {
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
  return () => clearInterval(ping);
}

function bytesOf(data: RawData): Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  return Array.isArray(data) ? new Uint8Array(Buffer.concat(data)) : new Uint8Array(data);
}

/**
 * The wire format of the sockets: the y-websocket protocol and two messages of ours. The numbers
 * are part of the outside contract.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as sync from 'y-protocols/sync';
import { SOCKET_LIMITS } from './limits.ts';

const MESSAGE_SYNC = 0;
const MESSAGE_AWARENESS = 1;
const MESSAGE_QUERY_AWARENESS = 3;
/** Everything up to the Yjs state vector in it is committed to the database. */
const MESSAGE_SAVED = 120;
/** What was sent is not taken; a code for programs and a text for logs. */
const MESSAGE_REFUSED = 121;

/** Codes 4400 to 4499 tell the client not to try again with the same ticket. */
export const CLOSE = {
  malformed: 4400,
  signInAgain: 4401,
  forbidden: 4403,
  /** Try again: the server restarts, had to forget what it held in memory, or cannot store now. */
  restart: 1012,
  tryLater: 1013,
} as const;

export type Received =
  | { type: 'state-vector'; stateVector: Uint8Array }
  /** The answer to our state vector. */
  | { type: 'answer'; update: Uint8Array }
  | { type: 'update'; update: Uint8Array }
  | { type: 'awareness'; update: Uint8Array }
  | { type: 'query-awareness' };

/** @throws when the frame is not of this protocol. */
export function decodeMessage(frame: Uint8Array): Received {
  const decoder = decoding.createDecoder(frame);
  const type = decoding.readVarUint(decoder);
  switch (type) {
    case MESSAGE_SYNC:
      return decodeSync(decoder);
    case MESSAGE_AWARENESS:
      return { type: 'awareness', update: decoding.readVarUint8Array(decoder) };
    case MESSAGE_QUERY_AWARENESS:
      return { type: 'query-awareness' };
    default:
      throw new Error(`Unknown message type ${type}.`);
  }
}

/** Whether a frame is an edit just made, by its first two bytes. */
export function isEdit(frame: Uint8Array): boolean {
  return frame[0] === MESSAGE_SYNC && frame[1] === sync.messageYjsUpdate;
}

function decodeSync(decoder: decoding.Decoder): Received {
  const step = decoding.readVarUint(decoder);
  const payload = decoding.readVarUint8Array(decoder);
  if (step === sync.messageYjsSyncStep1) {
    if (payload.length > SOCKET_LIMITS.stateVectorBytes) throw new Error('A long state vector.');
    return { type: 'state-vector', stateVector: payload };
  }
  if (step === sync.messageYjsSyncStep2) return { type: 'answer', update: payload };
  if (step === sync.messageYjsUpdate) return { type: 'update', update: payload };
  throw new Error(`Unknown sync step ${step}.`);
}

/** No structs, no deletes: what a client without news answers. */
export function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}

/** Asks the client for what the server does not have. */
export function stateVectorMessage(stateVector: Uint8Array): Uint8Array {
  return syncMessage(sync.messageYjsSyncStep1, stateVector);
}

/** The answer to a client's state vector: it is in sync once this is applied. */
export function missingMessage(update: Uint8Array): Uint8Array {
  return syncMessage(sync.messageYjsSyncStep2, update);
}

export function updateMessage(update: Uint8Array): Uint8Array {
  return syncMessage(sync.messageYjsUpdate, update);
}

export function awarenessMessage(update: Uint8Array): Uint8Array {
  return message(MESSAGE_AWARENESS, (encoder) => encoding.writeVarUint8Array(encoder, update));
}

export function savedMessage(stateVector: Uint8Array): Uint8Array {
  return message(MESSAGE_SAVED, (encoder) => encoding.writeVarUint8Array(encoder, stateVector));
}

export function refusedMessage(code: string, text: string): Uint8Array {
  return message(MESSAGE_REFUSED, (encoder) => {
    encoding.writeVarString(encoder, code);
    encoding.writeVarString(encoder, text);
  });
}

function syncMessage(step: number, payload: Uint8Array): Uint8Array {
  return message(MESSAGE_SYNC, (encoder) => {
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

function message(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

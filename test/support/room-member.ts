/** A member of a room whose socket is a list of frames, and the names of the frames. */
import * as decoding from 'lib0/decoding';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { Member } from '#server/collab/member.ts';

export type Heard = {
  kind: 'asked' | 'missing' | 'update' | 'presence' | 'saved' | 'refused';
  payload: Uint8Array;
};

/** @param of `earlierClientIds` are those that the person had in earlier sockets. */
export function roomMember(
  mode: 'write' | 'read',
  clientId = 5_000,
  of: { personId?: string; earlierClientIds?: number[] } = {},
) {
  const heard: Heard[] = [];
  const closed: number[] = [];
  const socket = {
    OPEN: 1,
    readyState: 1,
    send: (frame: Uint8Array) => heard.push(named(frame)),
    close: (code: number) => {
      socket.readyState = 2;
      closed.push(code);
    },
  };
  const member = new Member(socket as unknown as WebSocket, {
    person: {
      id: of.personId ?? 'person-1',
      email: 'person@demo.test',
      name: { zh: '某人', en: 'Somebody' },
      locale: null,
      memberships: [],
    },
    sessionId: 'session-1',
    ticketHash: 'ticket-1',
    mode,
    clientId,
    earlierClientIds: of.earlierClientIds ?? [],
  });
  return {
    member,
    closed,
    /** What kinds of frames came, in order. */
    kinds: () => heard.map(({ kind }) => kind),
    /** Payloads of one kind of frame, in order. */
    heard: (kind: Heard['kind']) =>
      heard.filter((frame) => frame.kind === kind).map(({ payload }) => payload),
    /** Clock of the member's own client in the last *saved* message; 0 before the first. */
    savedClock: () => {
      const last = heard.filter(({ kind }) => kind === 'saved').at(-1);
      return last === undefined ? 0 : (Y.decodeStateVector(last.payload).get(clientId) ?? 0);
    },
  };
}

/** A document whose every local edit is handed over as one update. */
export function typist(clientId = 5_000) {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const made: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => made.push(update));
  return {
    doc,
    /** Adds a paragraph with these words. */
    type: (words: string): Uint8Array => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(words)]);
      doc.get('root-v2', Y.XmlElement).push([paragraph]);
      const update = made.at(-1);
      if (update === undefined) throw new Error('Nothing was typed.');
      return update;
    },
  };
}

/** Own clock of a typist after that many paragraphs of one character: element, text, character. */
export const CLOCKS_PER_CHARACTER = 3;

function named(frame: Uint8Array): Heard {
  const decoder = decoding.createDecoder(frame);
  const type = decoding.readVarUint(decoder);
  if (type === 0) {
    const kind = (['asked', 'missing', 'update'] as const)[decoding.readVarUint(decoder)];
    if (kind === undefined) throw new Error('The room sent an unknown sync step.');
    return { kind, payload: decoding.readVarUint8Array(decoder) };
  }
  const kind = KINDS[type];
  if (kind === undefined) throw new Error(`The room sent an unknown message ${type}.`);
  return { kind, payload: decoding.readVarUint8Array(decoder) };
}

const KINDS: Record<number, Heard['kind']> = { 1: 'presence', 120: 'saved', 121: 'refused' };

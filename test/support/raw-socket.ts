/** A socket without a client behind it: sends any bytes, and notes what comes back. */
import { once } from 'node:events';
import { WebSocket } from 'ws';
import * as decoding from 'lib0/decoding';
import { openDocumentSession } from '#app/use-cases/documents/open-document-session.server.ts';
import type { SignedIn } from '#app/use-cases/people/current-person.server.ts';
import { stateVectorMessage } from '#server/collab/protocol.ts';
import type { LiveServer } from './live-documents.ts';

export type RawSocket = {
  socket: WebSocket;
  clientId: number;
  mode: 'write' | 'read';
  /** Codes of message 121, in order. */
  refusals: string[];
  /** Awareness messages, as they came. */
  presence: Uint8Array[];
  send: (...frames: readonly Uint8Array[]) => void;
  /** The code of the end. */
  closed: Promise<number>;
  /** Resolves when the server has answered a question that was asked after all else. */
  answered: () => Promise<void>;
};

/** Lets the socket be admitted before it is returned. */
export async function rawSocket(
  server: LiveServer,
  signedIn: SignedIn,
  documentId: string,
): Promise<RawSocket> {
  const opened = await openDocumentSession({ signedIn, documentId, now: new Date() });
  if (!opened.ok) throw new Error(opened.refusal.code);
  const { path, clientId, mode } = opened.value;
  const socket = new WebSocket(server.origin + path);
  const refusals: string[] = [];
  const presence: Uint8Array[] = [];
  let answers: (() => void)[] = [];
  socket.on('message', (data: Buffer) => {
    const decoder = decoding.createDecoder(new Uint8Array(data));
    const type = decoding.readVarUint(decoder);
    if (type === 1) presence.push(decoding.readVarUint8Array(decoder));
    if (type === 121) refusals.push(decoding.readVarString(decoder));
    if (type === 0 && decoding.readVarUint(decoder) === 1) {
      answers.forEach((resolve) => resolve());
      answers = [];
    }
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  // The end is told by its code; an error before it is the same news.
  socket.on('error', () => undefined);
  await once(socket, 'open');
  const answered = () =>
    new Promise<void>((resolve) => {
      answers.push(resolve);
      socket.send(stateVectorMessage(Uint8Array.of(0)));
    });
  await Promise.race([answered(), closed]);
  return {
    socket,
    clientId,
    mode,
    refusals,
    presence,
    send: (...frames) => frames.forEach((frame) => socket.send(frame)),
    closed,
    answered,
  };
}

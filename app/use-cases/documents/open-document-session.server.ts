import { createHash, randomBytes, randomInt } from 'node:crypto';
import { database } from '#db/connection.ts';
import { insertDocumentSession } from '#db/queries/document-sessions.ts';
import { mayKeepOnDevice } from '../../domain/people/keep-on-device.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import type { SignedIn } from '../people/current-person.server.ts';
import { readableDocument } from './readable-document.server.ts';

export type DocumentSession = {
  /** Path of the socket; the ticket in it opens this document for this person only. */
  path: string;
  mode: 'write' | 'read';
  /** The Yjs client id that the opener must use: given out once, so nobody can write as another. */
  clientId: number;
  /** Who was signed in: a page that stays open learns when it is somebody else by now. */
  personId: string;
  /** Whether unsaved edits may wait, encrypted, on the device of this person. */
  keepOnDevice: boolean;
};

/** Gives a signed-in person a way to the live document, to write or only to follow. */
export async function openDocumentSession(request: {
  signedIn: SignedIn;
  documentId: string;
  now: Date;
}): Promise<Result<DocumentSession, Refusal>> {
  const { signedIn, documentId, now } = request;
  const readable = await readableDocument(signedIn.person, documentId);
  if (readable === null) return refused({ code: 'not-found' });

  const ticket = randomBytes(32).toString('base64url');
  const clientId = await insertDocumentSession(database(), {
    ticketHash: ticketHash(ticket),
    documentId,
    personId: signedIn.person.id,
    sessionId: signedIn.session.id,
    newClientId: () => randomInt(CLIENT_ID_MIN, CLIENT_ID_LIMIT),
    createdAt: now,
  });
  return granted({
    path: `/collab/${documentId}/${ticket}`,
    mode: readable.allows('edit') ? 'write' : 'read',
    clientId,
    personId: signedIn.person.id,
    keepOnDevice: mayKeepOnDevice(signedIn.person),
  });
}

export function ticketHash(ticket: string): string {
  return createHash('sha256').update(ticket).digest('hex');
}

/** Small numbers are kept for content that the server makes itself. */
const CLIENT_ID_MIN = 1_000;
/** Yjs client ids are unsigned 32-bit numbers. */
const CLIENT_ID_LIMIT = 2 ** 32 - 1;

import { database } from '#db/connection.ts';
import { findDocumentSession } from '#db/queries/document-sessions.ts';
import { findPerson } from '#db/queries/people.ts';
import { isSessionGood } from '#server/auth/sessions.ts';
import type { Person } from '../../domain/people/person.ts';
import { ticketHash } from './open-document-session.server.ts';
import { readableDocument } from './readable-document.server.ts';

export type Admission = {
  person: Person;
  /** Hash of the sign-in session, for the log. */
  sessionId: string;
  mode: 'write' | 'read';
  clientId: number;
};

/**
 * Whom a ticket lets in and what for, by the policy of this moment. Null for a ticket that is
 * unknown, of another document, of an ended session or of a person who may no longer read.
 */
export async function admitToDocument(request: {
  documentId: string;
  ticket: string;
  now: Date;
}): Promise<Admission | null> {
  const db = database();
  const found = await findDocumentSession(db, {
    documentId: request.documentId,
    ticketHash: ticketHash(request.ticket),
  });
  if (found === null || !isSessionGood(found.session, request.now)) return null;
  const person = await findPerson(db, found.documentSession.personId);
  if (person === null) return null;
  const readable = await readableDocument(person, request.documentId);
  if (readable === null) return null;
  return {
    person,
    sessionId: found.session.id,
    mode: readable.allows('edit') ? 'write' : 'read',
    clientId: found.documentSession.clientId,
  };
}

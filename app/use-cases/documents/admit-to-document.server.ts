import { database } from '#db/connection.ts';
import { earlierClientIds, findDocumentSession } from '#db/queries/document-sessions.ts';
import { findPerson } from '#db/queries/people.ts';
import { isSessionGood } from '#server/auth/sessions.ts';
import type { Person } from '../../domain/people/person.ts';
import { ticketHash } from './open-document-session.server.ts';
import { readableDocument } from './readable-document.server.ts';

export type Admission = {
  person: Person;
  /** Hash of the sign-in session, for the log. */
  sessionId: string;
  /** What the socket was opened with; with it the admission can be reviewed. */
  ticketHash: string;
  mode: 'write' | 'read';
  clientId: number;
  /** Ids that earlier sockets of this person had here: edits that were never acknowledged carry them. */
  earlierClientIds: readonly number[];
};

/** Why somebody is not let in. Which of both it is may only be told to who was in already. */
export type NotAdmitted = 'session' | 'document';

/**
 * Whom a ticket lets in and what for, by the policy of this moment: `session` for a ticket that is
 * unknown, of another document or of an ended session, `document` for one who may not read it.
 */
export async function admitToDocument(request: {
  documentId: string;
  ticket: string;
  now: Date;
}): Promise<Admission | NotAdmitted> {
  return await reviewAdmission({ ...request, ticketHash: ticketHash(request.ticket) });
}

/** The same for somebody who is in, by what is known of their ticket. */
export async function reviewAdmission(request: {
  documentId: string;
  ticketHash: string;
  now: Date;
}): Promise<Admission | NotAdmitted> {
  const db = database();
  const { documentId, now } = request;
  const found = await findDocumentSession(db, { documentId, ticketHash: request.ticketHash });
  if (found === null || !isSessionGood(found.session, now)) return 'session';
  const { clientId, personId } = found.documentSession;
  const person = await findPerson(db, personId);
  if (person === null) return 'session';
  const readable = await readableDocument(person, documentId);
  if (readable === null) return 'document';
  const mayEdit = readable.allows('edit');
  return {
    person,
    sessionId: found.session.id,
    ticketHash: request.ticketHash,
    mode: mayEdit ? 'write' : 'read',
    clientId,
    earlierClientIds: mayEdit
      ? await earlierClientIds(db, { documentId, personId, since: daysBefore(now, KEPT_DAYS) })
      : [],
  };
}

/** A laptop that was closed over a holiday still brings its edits home. */
const KEPT_DAYS = 14;

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}

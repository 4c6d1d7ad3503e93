import { database } from '#db/connection.ts';
import { earlierClientIds, findDocumentSessions } from '#db/queries/document-sessions.ts';
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
  const { documentId, ticket, now } = request;
  const seat = { documentId, ticketHash: ticketHash(ticket) };
  const [admission = 'session'] = await reviewAdmissions([seat], now);
  return admission;
}

/** Where somebody sits, by what is known of their ticket. */
export type TicketedSeat = { documentId: string; ticketHash: string };

/**
 * The same for people who are in, in their order. What several of them share is asked for once: one
 * person has many tabs, and all of them may be looked at at the same moment.
 */
export async function reviewAdmissions(
  seats: readonly TicketedSeat[],
  now: Date,
): Promise<(Admission | NotAdmitted)[]> {
  const hashes = seats.map((seat) => seat.ticketHash);
  const tickets = await findDocumentSessions(database(), hashes);
  const personOf = shared((personId: string) => findPerson(database(), personId));
  const standingOf = shared(async (seat: string) => {
    const [personId = '', documentId = ''] = seat.split(' ');
    return await standingIn(documentId, await personOf(personId), now);
  });
  return await Promise.all(
    seats.map(async ({ documentId, ticketHash }) => {
      const ticket = tickets.get(ticketHash);
      if (ticket?.documentSession.documentId !== documentId) return 'session';
      if (!isSessionGood(ticket.session, now)) return 'session';
      const { clientId, personId } = ticket.documentSession;
      const standing = await standingOf(`${personId} ${documentId}`);
      if (typeof standing === 'string') return standing;
      return { ...standing, sessionId: ticket.session.id, ticketHash, clientId };
    }),
  );
}

type Standing = Pick<Admission, 'person' | 'mode' | 'earlierClientIds'>;

/** What the policy says of a person in a document, whatever ticket they came with. */
async function standingIn(
  documentId: string,
  person: Person | null,
  now: Date,
): Promise<Standing | NotAdmitted> {
  if (person === null) return 'session';
  const readable = await readableDocument(person, documentId);
  if (readable === null) return 'document';
  if (!readable.allows('edit')) return { person, mode: 'read', earlierClientIds: [] };
  const since = daysBefore(now, KEPT_DAYS);
  const of = { documentId, personId: person.id, since };
  return { person, mode: 'write', earlierClientIds: await earlierClientIds(database(), of) };
}

/** Asks once for each key. */
function shared<Value>(ask: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const asked = new Map<string, Promise<Value>>();
  return (key) => {
    const answer = asked.get(key) ?? ask(key);
    asked.set(key, answer);
    return answer;
  };
}

/** A laptop that was closed over a holiday still brings its edits home. */
const KEPT_DAYS = 14;

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}

import { and, desc, eq, gt, inArray } from 'drizzle-orm';
import type { Queryable } from '../connection.ts';
import { documentSessions } from '../schema/documents.ts';
import { sessions } from '../schema/people.ts';

type NewDocumentSession = {
  ticketHash: string;
  documentId: string;
  personId: string;
  sessionId: string;
  newClientId: () => number;
  createdAt: Date;
};

/** @returns the client id, unique in the document over its whole life. */
export async function insertDocumentSession(
  db: Queryable,
  session: NewDocumentSession,
): Promise<number> {
  const { newClientId, ...row } = session;
  for (;;) {
    const clientId = newClientId();
    const inserted = await db
      .insert(documentSessions)
      .values({ ...row, clientId })
      .onConflictDoNothing({ target: [documentSessions.documentId, documentSessions.clientId] })
      .returning({ clientId: documentSessions.clientId });
    if (inserted.length === 1) return clientId;
  }
}

/** Tickets with the sessions behind them, by hash; left out where either is gone. */
export async function findDocumentSessions(db: Queryable, ticketHashes: readonly string[]) {
  const rows = await db
    .select({ documentSession: documentSessions, session: sessions })
    .from(documentSessions)
    .innerJoin(sessions, eq(sessions.id, documentSessions.sessionId))
    .where(inArray(documentSessions.ticketHash, [...ticketHashes]));
  return new Map(rows.map((row) => [row.documentSession.ticketHash, row]));
}

/** Client ids given to one person in one document since then, the newest first, a hundred at most. */
export async function earlierClientIds(
  db: Queryable,
  of: { documentId: string; personId: string; since: Date },
): Promise<number[]> {
  const rows = await db
    .select({ clientId: documentSessions.clientId })
    .from(documentSessions)
    .where(
      and(
        eq(documentSessions.documentId, of.documentId),
        eq(documentSessions.personId, of.personId),
        gt(documentSessions.createdAt, of.since),
      ),
    )
    .orderBy(desc(documentSessions.createdAt))
    .limit(100);
  return rows.map(({ clientId }) => clientId);
}

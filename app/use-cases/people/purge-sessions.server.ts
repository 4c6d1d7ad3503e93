import { database } from '#db/connection.ts';
import { deleteExpiredSessions } from '#db/queries/sessions.ts';

/** Deletes sessions that have ended by themselves, and with them their tickets to documents. */
export async function purgeSessions(now: Date): Promise<void> {
  await deleteExpiredSessions(database(), now);
}

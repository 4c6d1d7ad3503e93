import { database, type Queryable } from '#db/connection.ts';
import { findThreads, type ThreadWithMessages } from '#db/queries/threads.ts';
import { maySeeThread } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import { readableDocument, type ReadableDocument } from '../documents/readable-document.server.ts';

/** The thread with its document if this person may see both; else null, for whatever reason. */
export async function readableThread(
  actor: Person,
  threadId: string,
  db: Queryable = database(),
): Promise<{ thread: ThreadWithMessages; readable: ReadableDocument } | null> {
  const [thread] = await findThreads(db, { threadId });
  if (thread === undefined || !maySeeThread(actor, thread)) return null;
  const readable = await readableDocument(actor, thread.documentId, db);
  return readable === null ? null : { thread, readable };
}

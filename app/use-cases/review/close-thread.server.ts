import { inTransaction } from '#db/connection.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { holdDocument } from '#db/queries/documents.ts';
import { insertClosure } from '#db/queries/threads.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { isOfRaisingSide } from '../../domain/people/policy.ts';
import { readableThread } from './readable-thread.server.ts';

type Close = { actor: Person; threadId: string; now: Date };

/**
 * Closes a thread: the side that raised it says that it is settled. The author of the document
 * answers and accepts, but never closes what others raised. Doing it twice is once.
 */
export async function closeThread(close: Close): Promise<Result<{ documentId: string }, Refusal>> {
  const { actor, threadId, now } = close;
  return await inTransaction<Result<{ documentId: string }, Refusal>>(async (tx) => {
    const seen = await readableThread(actor, threadId, tx);
    if (seen === null) return refused({ code: 'not-found' });
    await holdDocument(tx, seen.thread.documentId);
    const found = await readableThread(actor, threadId, tx);
    if (found === null) return refused({ code: 'not-found' });
    const { thread, readable } = found;
    if (!readable.allows('comment') || !isOfRaisingSide(actor, thread)) {
      return refused({ code: 'not-allowed' });
    }
    if (thread.closure === null) {
      await insertClosure(tx, { threadId, personId: actor.id, at: now });
      await recordEvent(tx, {
        at: now,
        actorId: actor.id,
        action: 'thread.closed',
        subjectType: 'thread',
        subjectId: threadId,
        assignmentId: readable.assignment.id,
      });
    }
    return granted({ documentId: thread.documentId });
  });
}

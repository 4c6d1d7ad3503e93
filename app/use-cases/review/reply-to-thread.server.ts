import { inTransaction } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { insertMessage } from '#db/queries/threads.ts';
import type { Person } from '../../domain/people/person.ts';
import { COMMENT_CHARACTERS_MAX } from '../../domain/review/thread.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { readableThread } from './readable-thread.server.ts';

type Reply = { actor: Person; threadId: string; body: string; now: Date };
type Replied = { documentId: string; messageId: string };

export async function replyToThread(reply: Reply): Promise<Result<Replied, Refusal>> {
  const { actor, threadId, now } = reply;
  const body = reply.body.trim();
  if (body.length > COMMENT_CHARACTERS_MAX) return refused({ code: 'comment.too-long' });

  return await inTransaction<Result<Replied, Refusal>>(async (tx) => {
    const found = await readableThread(actor, threadId, tx);
    if (found === null) return refused({ code: 'not-found' });
    if (!found.readable.allows('comment')) return refused({ code: 'not-allowed' });
    if (body === '') return refused({ code: 'comment.empty' });
    const messageId = newId();
    await insertMessage(tx, { id: messageId, threadId, authorId: actor.id, body, createdAt: now });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'thread.replied',
      subjectType: 'thread',
      subjectId: threadId,
      assignmentId: found.readable.assignment.id,
      details: { messageId },
    });
    return granted({ documentId: found.thread.documentId, messageId });
  });
}

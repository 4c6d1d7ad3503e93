import * as Y from 'yjs';
import { inTransaction } from '#db/connection.ts';
import type { Transaction } from '#db/client.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { appendUpdates, loadLog } from '#db/queries/document-updates.ts';
import { holdDocument } from '#db/queries/documents.ts';
import { findThreads, insertAcceptance, type ThreadWithMessages } from '#db/queries/threads.ts';
import { docOfUpdates } from '#server/content/state-of-updates.ts';
import { leafTextsOf, replaceRange } from '../../editor/content/y-leaves.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { placeOfThread, sameWords, textAt } from './place-of-thread.server.ts';
import { editRefusal } from '../documents/readable-document.server.ts';
import { readableThread } from './readable-thread.server.ts';

type Accept = { actor: Person; threadId: string; now: Date };

/**
 * Puts the suggested wording into the text, as an edit of the person who accepts it. Edit, fact
 * and audit event are one transaction; open editors learn of the edit from the log.
 */
export async function acceptSuggestion(
  accept: Accept,
): Promise<Result<{ documentId: string }, Refusal>> {
  const { actor, threadId, now } = accept;
  return await inTransaction<Result<{ documentId: string }, Refusal>>(async (tx) => {
    const seen = await readableThread(actor, threadId, tx);
    if (seen === null) return refused({ code: 'not-found' });
    await holdDocument(tx, seen.thread.documentId);
    const found = await readableThread(actor, threadId, tx);
    if (found === null) return refused({ code: 'not-found' });
    if (!found.readable.allows('edit')) return refused(editRefusal(found.readable));

    const [thread] = await findThreads(tx, { threadId });
    if (thread?.suggestedText == null) return refused({ code: 'suggestion.none' });
    if (thread.acceptance !== null || thread.closure !== null)
      return refused({ code: 'suggestion.done' });
    const edit = await suggestedEdit(tx, thread, thread.suggestedText);
    if (edit === null) return refused({ code: 'suggestion.moved' });
    const seq = await appendUpdates(tx, thread.documentId, {
      updates: [{ ...edit, personId: actor.id, sessionId: null }],
      at: now,
    });
    await insertAcceptance(tx, { threadId, personId: actor.id, seq, at: now });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'suggestion.accepted',
      subjectType: 'thread',
      subjectId: threadId,
      assignmentId: found.readable.assignment.id,
      details: { documentId: thread.documentId, seq, suggestedBy: thread.authorId },
    });
    return granted({ documentId: thread.documentId });
  });
}

/** The edit as one Yjs update, or null when the commented words are not there any more. */
async function suggestedEdit(
  tx: Transaction,
  thread: ThreadWithMessages,
  suggestedText: string,
): Promise<{ bytes: Uint8Array; clientId: number } | null> {
  const { parts } = await loadLog(tx, thread.documentId);
  const doc = docOfUpdates(parts);
  try {
    const place = placeOfThread(doc, thread);
    if (!place.found || !sameWords(textAt(leafTextsOf(doc), place), thread.quote)) return null;
    const changes: Uint8Array[] = [];
    doc.on('update', (change) => changes.push(change));
    if (!replaceRange(doc, place, suggestedText)) return null;
    return { bytes: Y.mergeUpdates(changes), clientId: doc.clientID };
  } finally {
    doc.destroy();
  }
}

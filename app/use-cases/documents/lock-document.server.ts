import { inTransaction } from '#db/connection.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { holdDocument, setDocumentLock } from '#db/queries/documents.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { readableDocument } from './readable-document.server.ts';

type Act = { actor: Person; documentId: string; now: Date };
type Outcome = Result<{ documentId: string }, Refusal>;

/**
 * Ends the editing of a text: from now on it is read and commented on. Whoever has it open is told
 * within a second, by the database. Doing it twice is once.
 */
export async function lockDocument(act: Act): Promise<Outcome> {
  return await changeLock(act, { at: act.now, by: act.actor.id });
}

/** Lets those edit again who may. */
export async function unlockDocument(act: Act): Promise<Outcome> {
  return await changeLock(act, null);
}

async function changeLock(
  { actor, documentId, now }: Act,
  lock: { at: Date; by: string } | null,
): Promise<Outcome> {
  return await inTransaction<Outcome>(async (tx) => {
    await holdDocument(tx, documentId);
    const readable = await readableDocument(actor, documentId, tx);
    if (readable === null) return refused({ code: 'not-found' });
    if (!readable.allows('lock')) return refused({ code: 'not-allowed' });
    const wasLocked = readable.document.lockedAt !== null;
    if (wasLocked === (lock !== null)) return granted({ documentId });
    await setDocumentLock(tx, { id: documentId, lock });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: lock === null ? 'document.unlocked' : 'document.locked',
      subjectType: 'document',
      subjectId: documentId,
      assignmentId: readable.assignment.id,
    });
    return granted({ documentId });
  });
}

import { createHash } from 'node:crypto';
import { inTransaction } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { insertAttachment } from '#db/queries/documents.ts';
import { checkedPicture } from '../../domain/documents/picture.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { editRefusal, readableDocument } from './readable-document.server.ts';

type Addition = { actor: Person; documentId: string; bytes: Uint8Array; now: Date };

/** Keeps a picture with the document. It is part of the text only once the editor puts it there. */
export async function addAttachment(
  addition: Addition,
): Promise<Result<{ attachmentId: string }, Refusal>> {
  const { actor, documentId, bytes, now } = addition;
  const allowed = await mayAddAttachment(actor, documentId);
  if (!allowed.ok) return allowed;
  const picture = checkedPicture(bytes);
  if (!picture.ok) return picture;

  return await inTransaction<Result<{ attachmentId: string }, Refusal>>(async (tx) => {
    const attachmentId = newId();
    const { mediaType, width, height } = picture.value;
    const sha256 = new Uint8Array(createHash('sha256').update(bytes).digest());
    await insertAttachment(tx, {
      id: attachmentId,
      documentId,
      mediaType,
      bytes,
      sha256,
      width,
      height,
      createdBy: actor.id,
      createdAt: now,
    });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'attachment.added',
      subjectType: 'document',
      subjectId: documentId,
      assignmentId: allowed.value.assignmentId,
      details: { attachmentId, mediaType, byteLength: bytes.byteLength },
    });
    return granted({ attachmentId });
  });
}

/** Asked before the bytes are read, so that nobody sends ten megabytes for nothing. */
export async function mayAddAttachment(
  actor: Person,
  documentId: string,
): Promise<Result<{ assignmentId: string }, Refusal>> {
  const readable = await readableDocument(actor, documentId);
  if (readable === null) return refused({ code: 'not-found' });
  return readable.allows('edit')
    ? granted({ assignmentId: readable.assignment.id })
    : refused(editRefusal(readable));
}

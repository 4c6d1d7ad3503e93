import { database } from '#db/connection.ts';
import { findAttachment } from '#db/queries/documents.ts';
import type { PictureType } from '../../domain/documents/picture.ts';
import type { Person } from '../../domain/people/person.ts';
import { readableDocument } from './readable-document.server.ts';

export type ReadableAttachment = { mediaType: PictureType; bytes: Uint8Array };

/** The picture if this person may read the document that it belongs to; else null. */
export async function readAttachment(
  actor: Person,
  attachmentId: string,
): Promise<ReadableAttachment | null> {
  const attachment = await findAttachment(database(), attachmentId);
  if (attachment === null) return null;
  const readable = await readableDocument(actor, attachment.documentId);
  return readable === null ? null : { mediaType: attachment.mediaType, bytes: attachment.bytes };
}

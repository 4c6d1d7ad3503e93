import { database } from '#db/connection.ts';
import { lastRowAt, updatesBetween } from '#db/queries/document-history.ts';
import { plainTextOf, treeOf } from '#server/content/document-content.ts';
import { stateOfUpdates } from '#server/content/state-of-updates.ts';
import type { Moment } from '../../domain/documents/moment.ts';
import type { DocumentTree } from '../../domain/documents/document-tree.ts';
import type { Person } from '../../domain/people/person.ts';
import { readableDocument } from './readable-document.server.ts';
import { registerValues } from './register-values.server.ts';

export type PastContent = {
  /** Whole Yjs state, V1 encoding. */
  state: Uint8Array;
  tree: DocumentTree;
  /** The last row in it, and when that was stored. */
  seq: number;
  at: Date;
};

/**
 * What a document said at a moment, replayed from the log alone: no snapshot, no cache. Null when it did not
 * exist yet, or has no such row. Asks nobody for leave; see `documentTextAt`.
 */
export async function replayDocument(
  documentId: string,
  moment: Moment,
): Promise<PastContent | null> {
  const last = await lastRowAt(database(), documentId, moment);
  if (last === null || ('seq' in moment && last.seq !== moment.seq)) return null;
  const updates: Uint8Array[] = [];
  for (let after = 0; after < last.seq;) {
    const rows = await updatesBetween(database(), documentId, { after, to: last.seq });
    const end = rows.at(-1);
    if (end === undefined) throw new Error(`The log of ${documentId} ends before ${last.seq}.`);
    for (const { bytes } of rows) updates.push(bytes);
    after = end.seq;
  }
  const state = stateOfUpdates(updates);
  return { state, tree: treeOf(state), ...last };
}

/**
 * The text at a moment, with register fields as they are now; null when the document did not exist
 * yet, has no such revision, or is not the person's to write or review: what it said while it was
 * being drafted is not for readers.
 */
export async function documentTextAt(
  actor: Person,
  documentId: string,
  moment: Moment,
): Promise<{ text: string; revision: number; at: string } | null> {
  const readable = await readableDocument(actor, documentId);
  if (readable?.allows('comment') !== true) return null;
  const past = await replayDocument(documentId, moment);
  if (past === null) return null;
  const values = await registerValues(readable.assignment);
  return { text: plainTextOf(past.tree, values), revision: past.seq, at: past.at.toISOString() };
}

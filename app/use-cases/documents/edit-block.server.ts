import * as Y from 'yjs';
import { inTransaction } from '#db/connection.ts';
import type { Transaction } from '#db/client.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { appendUpdates, loadLog } from '#db/queries/document-updates.ts';
import { holdDocument } from '#db/queries/documents.ts';
import { docOfUpdates } from '#server/content/state-of-updates.ts';
import {
  BLOCK_CHARACTERS_MAX,
  blockWording,
  leafTextOfWording,
  withoutCarriageReturns,
} from '../../domain/documents/block-wording.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Refusal, RefusalCode } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { leafIdsOf, leafTextsOf, rewriteLeaf } from '../../editor/content/y-leaves.ts';
import { unnamedBlock } from './document-blocks.server.ts';
import { editRefusal, readableDocument } from './readable-document.server.ts';

type BlockEdit = {
  actor: Person;
  documentId: string;
  blockId: string;
  /** What the block shall say. */
  text: string;
  /** What it said when the author began. */
  baseText: string;
  now: Date;
};

/**
 * Changes one block of text without a live connection. Only the characters that differ are
 * changed, in one transaction with the log; open editors learn of it from there. Nothing is
 * overwritten that the author has not seen: a block that changed meanwhile is refused.
 */
export async function editBlock(edit: BlockEdit): Promise<Result<{ changed: boolean }, Refusal>> {
  const { actor, documentId, blockId, now } = edit;
  const text = withoutCarriageReturns(edit.text);
  const baseText = withoutCarriageReturns(edit.baseText);
  if (text.length > BLOCK_CHARACTERS_MAX) return refused({ code: 'block.too-long' });
  return await inTransaction<Result<{ changed: boolean }, Refusal>>(async (tx) => {
    await holdDocument(tx, documentId);
    const readable = await readableDocument(actor, documentId, tx);
    if (readable === null) return refused({ code: 'not-found' });
    if (!readable.allows('edit')) return refused(editRefusal(readable));

    const made = await updateOf(tx, documentId, { blockId, text, baseText });
    if (typeof made === 'string') return refused({ code: made });
    if (made === null) return granted({ changed: false });
    const seq = await appendUpdates(tx, documentId, {
      updates: [{ ...made, personId: actor.id, sessionId: null }],
      at: now,
    });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'block.edited',
      subjectType: 'document',
      subjectId: documentId,
      assignmentId: readable.assignment.id,
      details: { blockId, seq },
    });
    return granted({ changed: true });
  });
}

/** The edit as one Yjs update, null when the block says so already, or why it cannot be made. */
async function updateOf(
  tx: Transaction,
  documentId: string,
  wanted: { blockId: string; text: string; baseText: string },
): Promise<{ bytes: Uint8Array; clientId: number } | RefusalCode | null> {
  const { parts } = await loadLog(tx, documentId);
  const doc = docOfUpdates(parts);
  try {
    const texts = leafTextsOf(doc);
    const leaf = leafOf(leafIdsOf(doc), wanted.blockId);
    const before = texts[leaf];
    if (before === undefined) return 'block.gone';
    const present = withoutCarriageReturns(blockWording(before));
    if (present === wanted.text) return null;
    if (present !== wanted.baseText) return 'block.changed';
    const after = leafTextOfWording(wanted.text, before);
    if (after === null) return 'block.objects';
    const changes: Uint8Array[] = [];
    doc.on('update', (change) => changes.push(change));
    if (!rewriteLeaf(doc, leaf, after)) return 'block.objects';
    return { bytes: Y.mergeUpdates(changes), clientId: doc.clientID };
  } finally {
    doc.destroy();
  }
}

function leafOf(ids: readonly (string | null)[], blockId: string): number {
  return ids.findIndex((id, index) => (id ?? unnamedBlock(index)) === blockId);
}

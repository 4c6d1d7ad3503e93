import { createHash } from 'node:crypto';
import { inTransaction } from '#db/connection.ts';
import type { Transaction } from '#db/client.ts';
import { newId } from '#db/new-id.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { findVersionText, insertVersion } from '#db/queries/document-versions.ts';
import { holdDocument } from '#db/queries/documents.ts';
import type { RegisterValues } from '../../domain/documents/template.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { presentContent } from './present-content.server.ts';
import { readableDocument, type ReadableDocument } from './readable-document.server.ts';
import { registerValues } from './register-values.server.ts';

export type FrozenVersion = { versionId: string; no: number };

const REASON_CHARACTERS_MAX = 500;

/** Freezes what the text says now, for whoever may also start such a document. */
export async function freezeVersion(freezing: {
  actor: Person;
  documentId: string;
  reason: string;
  now: Date;
}): Promise<Result<FrozenVersion, Refusal>> {
  const { actor, documentId, now } = freezing;
  const reason = freezing.reason.trim();
  if (reason.length > REASON_CHARACTERS_MAX) return refused({ code: 'reason.too-long' });
  return await inTransaction<Result<FrozenVersion, Refusal>>(async (tx) => {
    const readable = await readableDocument(actor, documentId, tx);
    if (readable === null) return refused({ code: 'not-found' });
    if (!readable.allows('create')) return refused({ code: 'not-allowed' });
    return granted(await freezeInTransaction(tx, { actor, documentId, reason, now }));
  });
}

/**
 * Freezes what the document says now, register values included. Where nothing has changed since
 * the latest version, that one is answered again. The caller has checked the right to do so.
 * @throws when the document does not exist for the actor.
 */
export async function freezeInTransaction(
  tx: Transaction,
  freezing: { actor: Person; documentId: string; reason: string; now: Date },
): Promise<FrozenVersion> {
  const { actor, documentId, reason, now } = freezing;
  await holdDocument(tx, documentId);
  const readable = await readableDocument(actor, documentId, tx);
  if (readable === null) throw new Error(`No document ${documentId} to freeze.`);
  const content = await presentContent(documentId, { ...readable.document, db: tx });
  const values = await registerValues(readable.assignment);
  const sha256 = hashOf(content.state, values);
  const latest = await findVersionText(tx, documentId);
  if (latest !== null && latest.seq === content.seq && Buffer.from(sha256).equals(latest.sha256)) {
    return { versionId: latest.id, no: latest.no };
  }
  const version = { versionId: newId(), no: (latest?.no ?? 0) + 1 };
  await insertVersion(tx, {
    id: version.versionId,
    documentId,
    no: version.no,
    seq: content.seq,
    state: content.state,
    registerValues: values,
    sha256,
    reason,
    createdBy: actor.id,
    createdAt: now,
  });
  await recordFreezing(tx, { readable, version, reason, actor, now });
  return version;
}

async function recordFreezing(
  tx: Transaction,
  frozen: {
    readable: ReadableDocument;
    version: FrozenVersion;
    reason: string;
    actor: Person;
    now: Date;
  },
): Promise<void> {
  const { readable, version, reason, actor, now } = frozen;
  await recordEvent(tx, {
    at: now,
    actorId: actor.id,
    action: 'version.frozen',
    subjectType: 'document',
    subjectId: readable.document.id,
    assignmentId: readable.assignment.id,
    details: { ...version, revision: readable.document.lastSeq, reason },
  });
}

/** SHA-256 of the state followed by the register values as JSON with sorted keys. */
export function hashOf(state: Uint8Array, values: RegisterValues): Uint8Array {
  const sorted = Object.fromEntries(
    Object.entries(values).sort(([left], [right]) => (left < right ? -1 : 1)),
  );
  return new Uint8Array(createHash('sha256').update(state).update(JSON.stringify(sorted)).digest());
}

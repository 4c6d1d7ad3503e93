/**
 * The update log of documents. Everything that changes a document is a row here first: what the
 * rooms hold in memory, what is read and exported, follows from it.
 */
import { createHash } from 'node:crypto';
import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import type { Transaction } from '../client.ts';
import { documents, documentSnapshots, documentUpdates } from '../schema/documents.ts';
import { people } from '../schema/people.ts';

/** Channel on which every commit is announced as `<document id>:<last seq>`. */
export const UPDATES_CHANNEL = 'document_updates';

export type NewUpdate = {
  /** One Yjs update, V1 encoding. */
  bytes: Uint8Array;
  personId: string;
  /** Hash of the session it came through; null for an edit that the server made for the person. */
  sessionId: string | null;
  clientId: number;
};
export type LoggedUpdate = { seq: number; bytes: Uint8Array };

/**
 * Appends updates in order and announces them at commit. The lock on the document's row orders
 * all writers, of this process and of others.
 * @returns the sequence of the last row written.
 * @throws when the document does not exist.
 */
export async function appendUpdates(
  tx: Transaction,
  documentId: string,
  append: { updates: readonly NewUpdate[]; at: Date },
): Promise<number> {
  const [locked] = await tx
    .select({ lastSeq: documents.lastSeq })
    .from(documents)
    .where(eq(documents.id, documentId))
    .for('update');
  if (locked === undefined) throw new Error(`No document ${documentId} to append to.`);

  let previousSha256 = await lastHash(tx, documentId);
  const rows = append.updates.map((update, index) => {
    const sha256 = new Uint8Array(createHash('sha256').update(update.bytes).digest());
    const row = {
      ...update,
      documentId,
      seq: locked.lastSeq + index + 1,
      sha256,
      previousSha256,
      createdAt: append.at,
    };
    previousSha256 = sha256;
    return row;
  });
  const lastSeq = locked.lastSeq + rows.length;
  await tx.insert(documentUpdates).values(rows);
  await tx.update(documents).set({ lastSeq }).where(eq(documents.id, documentId));
  await tx.execute(sql`select pg_notify(${UPDATES_CHANNEL}, ${`${documentId}:${lastSeq}`})`);
  return lastSeq;
}

/** The newest snapshot, if any, and all updates after it: together the present state. */
export async function loadLog(
  db: Queryable,
  documentId: string,
): Promise<{ parts: Uint8Array[]; seq: number }> {
  const [snapshot] = await db
    .select()
    .from(documentSnapshots)
    .where(eq(documentSnapshots.documentId, documentId))
    .orderBy(desc(documentSnapshots.seq))
    .limit(1);
  const tail = await updatesAfter(db, documentId, snapshot?.seq ?? 0);
  const parts = tail.map((update) => update.bytes);
  return {
    parts: snapshot === undefined ? parts : [snapshot.state, ...parts],
    seq: tail.at(-1)?.seq ?? snapshot?.seq ?? 0,
  };
}

export async function updatesAfter(
  db: Queryable,
  documentId: string,
  seq: number,
): Promise<LoggedUpdate[]> {
  return await db
    .select({ seq: documentUpdates.seq, bytes: documentUpdates.bytes })
    .from(documentUpdates)
    .where(and(eq(documentUpdates.documentId, documentId), gt(documentUpdates.seq, seq)))
    .orderBy(asc(documentUpdates.seq));
}

/** Who changed the document last, and when. @throws when the document has no update. */
export async function findLastChange(
  db: Queryable,
  documentId: string,
): Promise<{ at: Date; personName: Bilingual }> {
  const [row] = await db
    .select({ at: documentUpdates.createdAt, zh: people.nameZh, en: people.nameEn })
    .from(documentUpdates)
    .innerJoin(people, eq(people.id, documentUpdates.personId))
    .where(eq(documentUpdates.documentId, documentId))
    .orderBy(desc(documentUpdates.seq))
    .limit(1);
  if (row === undefined) throw new Error(`Document ${documentId} was created without content.`);
  return { at: row.at, personName: { zh: row.zh, en: row.en } };
}

/** A snapshot only shortens loading; writing the same one twice changes nothing. */
export async function saveSnapshot(
  db: Queryable,
  snapshot: { documentId: string; seq: number; state: Uint8Array; at: Date },
): Promise<void> {
  const sha256 = new Uint8Array(createHash('sha256').update(snapshot.state).digest());
  const { documentId, seq, state, at } = snapshot;
  await db
    .insert(documentSnapshots)
    .values({ documentId, seq, state, sha256, createdAt: at })
    .onConflictDoNothing();
}

async function lastHash(tx: Transaction, documentId: string): Promise<Uint8Array | null> {
  const [row] = await tx
    .select({ sha256: documentUpdates.sha256 })
    .from(documentUpdates)
    .where(eq(documentUpdates.documentId, documentId))
    .orderBy(desc(documentUpdates.seq))
    .limit(1);
  return row?.sha256 ?? null;
}

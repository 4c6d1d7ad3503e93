/**
 * The update log of documents. Everything that changes a document is a row here first: what the
 * rooms hold in memory, what is read and exported, follows from it.
 */
import { createHash } from 'node:crypto';
import { and, asc, desc, eq, gt, inArray, lt, sql } from 'drizzle-orm';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import type { Transaction } from '../client.ts';
import { documents, documentSnapshots, documentUpdates } from '../schema/documents.ts';
import { people } from '../schema/people.ts';

/** Channel on which every commit is announced: `<document id>:<last seq>`, several parted by spaces. */
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

/** Updates of one document, in the order in which they were applied. */
export type Batch = { documentId: string; updates: readonly NewUpdate[] };

/**
 * Appends updates of one document in order and announces them at commit.
 * @returns the sequence of the last row written.
 * @throws when the document does not exist.
 */
export async function appendUpdates(
  tx: Transaction,
  documentId: string,
  append: { updates: readonly NewUpdate[]; at: Date },
): Promise<number> {
  const lastSeqs = await appendBatches(tx, [{ documentId, updates: append.updates }], append.at);
  const lastSeq = lastSeqs.get(documentId);
  if (lastSeq === undefined) throw new Error(`No document ${documentId} to append to.`);
  return lastSeq;
}

/**
 * Appends to several logs in a few statements, whatever their number. The locks on the documents'
 * rows, taken in the order of their keys, put all writers in line, of this process and of others.
 * @returns the last sequence of each document; one that does not exist is left out.
 */
export async function appendBatches(
  tx: Transaction,
  batches: readonly Batch[],
  at: Date,
): Promise<Map<string, number>> {
  const ids = batches.map(({ documentId }) => documentId);
  const locked = await tx
    .select({ id: documents.id, seq: documents.lastSeq, sha256: documents.lastSha256 })
    .from(documents)
    .where(inArray(documents.id, ids))
    .orderBy(asc(documents.id))
    .for('update');
  const heads = new Map(locked.map(({ id, seq, sha256 }) => [id, { seq, sha256 }]));
  const rows = batches.flatMap(({ documentId, updates }) => {
    const head = heads.get(documentId);
    return head === undefined ? [] : updates.map((update) => chain(head, documentId, update));
  });
  await insertRows(tx, rows, at);
  await moveHeads(tx, heads);
  return new Map([...heads].map(([id, { seq }]) => [id, seq]));
}

type Head = { seq: number; sha256: Uint8Array | null };
type ChainedUpdate = NewUpdate & {
  documentId: string;
  seq: number;
  sha256: Uint8Array;
  previousSha256: Uint8Array | null;
};

/** The next row of a log; moves its head. */
function chain(head: Head, documentId: string, update: NewUpdate): ChainedUpdate {
  const previousSha256 = head.sha256;
  const sha256 = new Uint8Array(createHash('sha256').update(update.bytes).digest());
  head.seq += 1;
  head.sha256 = sha256;
  return { ...update, documentId, seq: head.seq, sha256, previousSha256 };
}

/** One array a column: a statement of the same size however many rows there are. */
async function insertRows(tx: Transaction, rows: ChainedUpdate[], at: Date): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into ${documentUpdates}
      (document_id, seq, bytes, sha256, previous_sha256, person_id, session_id, client_id, created_at)
    select *, ${at.toISOString()}::timestamptz from unnest(
      ${sql.param(rows.map((row) => row.documentId))}::text[],
      ${sql.param(rows.map((row) => row.seq))}::bigint[],
      ${sql.param(rows.map((row) => asBuffer(row.bytes)))}::bytea[],
      ${sql.param(rows.map((row) => asBuffer(row.sha256)))}::bytea[],
      ${sql.param(rows.map((row) => row.previousSha256 && asBuffer(row.previousSha256)))}::bytea[],
      ${sql.param(rows.map((row) => row.personId))}::text[],
      ${sql.param(rows.map((row) => row.sessionId))}::text[],
      ${sql.param(rows.map((row) => row.clientId))}::bigint[]
    )`);
}

/** Moves the heads and tells everybody who listens, when the transaction commits. */
async function moveHeads(tx: Transaction, heads: ReadonlyMap<string, Head>): Promise<void> {
  if (heads.size === 0) return;
  const ids = [...heads.keys()];
  const seqs = [...heads.values()].map(({ seq }) => seq);
  const hashes = [...heads.values()].map(({ sha256 }) => sha256 && asBuffer(sha256));
  await tx.execute(sql`
    with moved as (
      update documents set last_seq = head.seq, last_sha256 = head.sha256
      from unnest(
        ${sql.param(ids)}::text[], ${sql.param(seqs)}::bigint[], ${sql.param(hashes)}::bytea[]
      ) as head (id, seq, sha256)
      where documents.id = head.id
      returning documents.id || ':' || head.seq as line
    ), numbered as (
      select line, row_number() over () as place from moved
    )
    select pg_notify(${UPDATES_CHANNEL}, string_agg(line, ' ')) from numbered
    group by place / ${sql.raw(String(LINES_PER_NOTICE))}`);
}

/** A notice holds less than 8,000 bytes, a line about 35. */
const LINES_PER_NOTICE = 150;

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The newest snapshot, if any, and all updates after it: together the present state. */
export async function loadLog(
  db: Queryable,
  documentId: string,
): Promise<{ parts: Uint8Array[]; seq: number; snapshotBytes: number }> {
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
    snapshotBytes: snapshot?.state.length ?? 0,
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

/**
 * Keeps a snapshot and drops older ones, in one transaction. The log stays whole: snapshots only
 * shorten loading, and writing the same one twice changes nothing.
 */
export async function saveSnapshot(
  tx: Transaction,
  snapshot: { documentId: string; seq: number; state: Uint8Array; at: Date },
): Promise<void> {
  const sha256 = new Uint8Array(createHash('sha256').update(snapshot.state).digest());
  const { documentId, seq, state, at } = snapshot;
  await tx
    .insert(documentSnapshots)
    .values({ documentId, seq, state, sha256, createdAt: at })
    .onConflictDoNothing();
  await tx
    .delete(documentSnapshots)
    .where(and(eq(documentSnapshots.documentId, documentId), lt(documentSnapshots.seq, seq)));
}

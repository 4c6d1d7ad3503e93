/**
 * The update log of documents. Everything that changes a document is a row here first: what the
 * rooms hold in memory, what is read and exported, follows from it.
 */
import { createHash } from 'node:crypto';
import { and, asc, desc, eq, gt, lt, sql, type SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import type { OpenDatabase, Transaction } from '../client.ts';
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
 * Appends to several logs in one statement, whatever their number. The locks on the documents'
 * rows, taken in the order of their keys, put all writers in line, of this process and of others.
 * @returns the last sequence of each document; one that does not exist is left out.
 */
export async function appendBatches(
  tx: Transaction,
  batches: readonly Batch[],
  at: Date,
): Promise<Map<string, number>> {
  const { rows } = await tx.execute(appendStatement(columnsOf(batches, at)));
  return lastSeqsIn(rows);
}

/**
 * The same as a transaction of its own: one way to the database and back, with a plan that the
 * database keeps, because live typing does this dozens of times a second.
 */
export async function commitBatches(
  pool: OpenDatabase['pool'],
  batches: readonly Batch[],
  at: Date,
): Promise<Map<string, number>> {
  const columns = columnsOf(batches, at);
  appendText ??= new PgDialect().sqlToQuery(appendStatement(columns)).sql;
  const { rows } = await pool.query<Record<string, unknown>>({
    name: 'append_batches',
    text: appendText,
    values: columns,
  });
  return lastSeqsIn(rows);
}

let appendText: string | null = null;

/** One array a column: a statement of the same text however many rows there are. */
function columnsOf(batches: readonly Batch[], at: Date): unknown[] {
  const rows = batches.flatMap(({ documentId, updates }) =>
    updates.map((update) => ({ documentId, ...update })),
  );
  return [
    rows.map((row) => row.documentId),
    rows.map((row) => asBuffer(row.bytes)),
    rows.map((row) => createHash('sha256').update(row.bytes).digest()),
    rows.map((row) => row.personId),
    rows.map((row) => row.sessionId),
    rows.map((row) => row.clientId),
    batches.map(({ documentId }) => documentId),
    at.toISOString(),
    UPDATES_CHANNEL,
  ];
}

/**
 * Lock, chain, insert, move the heads, and tell everybody who listens when it commits. Whoever
 * waits for a lock reads the head that the one before left behind.
 * @param columns as `columnsOf` orders them, each used once.
 */
function appendStatement(columns: readonly unknown[]): SQL {
  const [ids, bytes, sha256, personIds, sessionIds, clientIds, locked, at, channel] = columns.map(
    (column) => sql.param(column),
  );
  return sql`
    with incoming as (
      select * from unnest(
        ${ids}::text[], ${bytes}::bytea[], ${sha256}::bytea[],
        ${personIds}::text[], ${sessionIds}::text[], ${clientIds}::bigint[]
      ) with ordinality
      as incoming (document_id, bytes, sha256, person_id, session_id, client_id, place)
    ), head as (
      select id, last_seq, last_sha256 from documents
      where id = any(${locked}::text[]) order by id for update
    ), chained as (
      select incoming.*, head.last_seq + row_number() over log as seq,
        coalesce(lag(incoming.sha256) over log, head.last_sha256) as previous_sha256
      from incoming join head on head.id = incoming.document_id
      window log as (partition by incoming.document_id order by incoming.place)
    ), written as (
      insert into document_updates
        (document_id, seq, bytes, sha256, previous_sha256, person_id, session_id, client_id,
         created_at)
      select document_id, seq, bytes, sha256, previous_sha256, person_id, session_id, client_id,
        ${at}::timestamptz
      from chained
    ), moved as (
      update documents set last_seq = last.seq, last_sha256 = last.sha256
      from (
        select distinct on (document_id) document_id, seq, sha256
        from chained order by document_id, seq desc
      ) as last
      where documents.id = last.document_id
      returning documents.id || ':' || last.seq as line
    ), numbered as (
      select line, row_number() over () as number from moved
    )
    select string_agg(line, ' ') as lines, pg_notify(${channel}, string_agg(line, ' '))
    from numbered group by number / ${sql.raw(String(LINES_PER_NOTICE))}`;
}

/** A notice holds less than 8,000 bytes, a line about 35. */
const LINES_PER_NOTICE = 150;

/** Each row holds lines as they are announced. */
function lastSeqsIn(rows: readonly Record<string, unknown>[]): Map<string, number> {
  return new Map(
    rows
      .flatMap(({ lines }) => String(lines).split(' '))
      .map((line) => {
        const [documentId = '', seq = ''] = line.split(':');
        return [documentId, Number(seq)];
      }),
  );
}

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

/** The last committed sequence of each of these documents that exists. */
export async function lastSeqs(
  db: Queryable,
  documentIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: documents.id, seq: documents.lastSeq })
    .from(documents)
    .where(sql`${documents.id} = any(${sql.param(documentIds)}::text[])`);
  return new Map(rows.map(({ id, seq }) => [id, seq]));
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

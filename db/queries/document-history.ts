/** The log read backwards in time: what a document said, who brought which row, and its chain. */
import { and, asc, eq, gt, inArray, lte, max, sql } from 'drizzle-orm';
import type { Moment } from '../../app/domain/documents/moment.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { documents, documentUpdates } from '../schema/documents.ts';
import { people } from '../schema/people.ts';
import { suggestionAcceptances, threads } from '../schema/review.ts';
import type { LoggedUpdate } from './document-updates.ts';

/**
 * Sequence and time of the last row at a moment, or null when there is none. Writers stand in line
 * after they have looked at the clock: a row may be some milliseconds older than the one before it.
 */
export async function lastRowAt(
  db: Queryable,
  documentId: string,
  moment: Moment,
): Promise<{ seq: number; at: Date } | null> {
  const isBefore =
    'seq' in moment
      ? lte(documentUpdates.seq, moment.seq)
      : lte(documentUpdates.createdAt, moment.at);
  const [last] = await db
    .select({ seq: max(documentUpdates.seq), at: max(documentUpdates.createdAt) })
    .from(documentUpdates)
    .where(and(eq(documentUpdates.documentId, documentId), isBefore));
  if (last === undefined || last.seq === null || last.at === null) return null;
  return { seq: last.seq, at: last.at };
}

/** The rows after `seq` and up to `to`, a page at a time; empty when there are no more. */
export async function updatesBetween(
  db: Queryable,
  documentId: string,
  between: { after: number; to: number },
): Promise<LoggedUpdate[]> {
  return await db
    .select({ seq: documentUpdates.seq, bytes: documentUpdates.bytes })
    .from(documentUpdates)
    .where(
      and(
        eq(documentUpdates.documentId, documentId),
        gt(documentUpdates.seq, between.after),
        lte(documentUpdates.seq, between.to),
      ),
    )
    .orderBy(asc(documentUpdates.seq))
    .limit(PAGE_ROWS);
}

export type ChainedRow = LoggedUpdate & {
  sha256: Uint8Array;
  previousSha256: Uint8Array | null;
};

/** The same with what chains the rows. */
export async function chainAfter(
  db: Queryable,
  documentId: string,
  seq: number,
): Promise<ChainedRow[]> {
  return await db
    .select({
      seq: documentUpdates.seq,
      bytes: documentUpdates.bytes,
      sha256: documentUpdates.sha256,
      previousSha256: documentUpdates.previousSha256,
    })
    .from(documentUpdates)
    .where(and(eq(documentUpdates.documentId, documentId), gt(documentUpdates.seq, seq)))
    .orderBy(asc(documentUpdates.seq))
    .limit(PAGE_ROWS);
}

/** Where the chain of a document ends, as its own row says; null for an unknown document. */
export async function findChainEnd(
  db: Queryable,
  documentId: string,
): Promise<{ seq: number; sha256: Uint8Array | null } | null> {
  const [row] = await db
    .select({ seq: documents.lastSeq, sha256: documents.lastSha256 })
    .from(documents)
    .where(eq(documents.id, documentId));
  return row ?? null;
}

export type RowAuthor = { at: Date; personId: string; personName: Bilingual };

/** Who brought these rows, and when, by sequence. */
export async function findRowAuthors(
  db: Queryable,
  documentId: string,
  seqs: readonly number[],
): Promise<Map<number, RowAuthor>> {
  const authors = new Map<number, RowAuthor>();
  for (let from = 0; from < seqs.length; from += PAGE_ROWS) {
    const rows = await db
      .select({
        seq: documentUpdates.seq,
        at: documentUpdates.createdAt,
        personId: people.id,
        zh: people.nameZh,
        en: people.nameEn,
      })
      .from(documentUpdates)
      .innerJoin(people, eq(people.id, documentUpdates.personId))
      .where(
        and(
          eq(documentUpdates.documentId, documentId),
          inArray(documentUpdates.seq, seqs.slice(from, from + PAGE_ROWS)),
        ),
      );
    for (const { seq, at, personId, zh, en } of rows) {
      authors.set(seq, { at, personId, personName: { zh, en } });
    }
  }
  return authors;
}

export type SpellRow = { personName: Bilingual; since: Date; until: Date; lastSeq: number };

/**
 * What each person wrote without a pause of a quarter of an hour, the newest first, two hundred at
 * most. Who writes beside others has a spell beside theirs.
 */
export async function findWritingSpells(db: Queryable, documentId: string): Promise<SpellRow[]> {
  const { rows } = await db.execute<Record<'zh' | 'en' | 'since' | 'until' | 'last_seq', string>>(
    sql`
    with marked as (
      select person_id, seq, created_at,
        case when created_at - lag(created_at) over own > interval '15 minutes' then 1 else 0 end
          as begins
      from document_updates where document_id = ${documentId}
      window own as (partition by person_id order by seq)
    ), numbered as (
      select *, sum(begins) over (partition by person_id order by seq) as spell from marked
    ), spells as (
      select person_id, min(created_at) as since, max(created_at) as until, max(seq) as last_seq
      from numbered group by person_id, spell
    )
    select name_zh as zh, name_en as en, since, until, last_seq
    from spells join people on people.id = spells.person_id
    order by last_seq desc limit 200`,
  );
  return rows.map(({ zh, en, since, until, last_seq: lastSeq }) => ({
    personName: { zh, en },
    since: new Date(since),
    until: new Date(until),
    lastSeq: Number(lastSeq),
  }));
}

export type AcceptedWording = {
  text: string;
  authorName: Bilingual;
  /** The thread that suggested it. */
  thread: { visibility: 'ALL' | 'INSTITUTION'; authorOrganisationId: string };
};

/** The suggestions that went into the text, by the row that put them there. */
export async function findAcceptedWordings(
  db: Queryable,
  documentId: string,
): Promise<Map<number, AcceptedWording>> {
  const rows = await db
    .select({
      seq: suggestionAcceptances.seq,
      text: threads.suggestedText,
      visibility: threads.visibility,
      authorOrganisationId: threads.authorOrganisationId,
      zh: people.nameZh,
      en: people.nameEn,
    })
    .from(suggestionAcceptances)
    .innerJoin(threads, eq(threads.id, suggestionAcceptances.threadId))
    .innerJoin(people, eq(people.id, threads.authorId))
    .where(eq(threads.documentId, documentId));
  return new Map(
    rows.map(({ seq, text, zh, en, ...thread }) => [
      seq,
      { text: text ?? '', authorName: { zh, en }, thread },
    ]),
  );
}

/** A long log is read in pieces, so that nobody else waits for it. */
const PAGE_ROWS = 10_000;

import { asc, eq, inArray, max } from 'drizzle-orm';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { holdDocument } from './documents.ts';
import { organisations, people } from '../schema/people.ts';
import { messages, suggestionAcceptances, threadClosures, threads } from '../schema/review.ts';

export type ThreadRecord = typeof threads.$inferSelect;
export type MessageRecord = { id: string; authorName: Bilingual; body: string; createdAt: Date };
export type ThreadWithMessages = ThreadRecord & {
  authorName: Bilingual;
  organisationName: Bilingual;
  messages: MessageRecord[];
  acceptance: { personId: string; at: Date } | null;
  closure: { personId: string; at: Date } | null;
};

/** Threads of a document by number, or the one with `threadId`. */
export async function findThreads(
  db: Queryable,
  filter: { documentId: string } | { threadId: string },
): Promise<ThreadWithMessages[]> {
  const rows = await db
    .select({
      thread: threads,
      author: people,
      organisation: organisations,
      acceptance: suggestionAcceptances,
      closure: threadClosures,
    })
    .from(threads)
    .innerJoin(people, eq(people.id, threads.authorId))
    .innerJoin(organisations, eq(organisations.id, threads.authorOrganisationId))
    .leftJoin(suggestionAcceptances, eq(suggestionAcceptances.threadId, threads.id))
    .leftJoin(threadClosures, eq(threadClosures.threadId, threads.id))
    .where(
      'documentId' in filter
        ? eq(threads.documentId, filter.documentId)
        : eq(threads.id, filter.threadId),
    )
    .orderBy(asc(threads.number));
  const written = await messagesOf(
    db,
    rows.map(({ thread }) => thread.id),
  );
  return rows.map(({ thread, author, organisation, acceptance, closure }) => ({
    ...thread,
    authorName: { zh: author.nameZh, en: author.nameEn },
    organisationName: { zh: organisation.nameZh, en: organisation.nameEn },
    messages: written.filter((message) => message.threadId === thread.id),
    acceptance,
    closure,
  }));
}

/** Gives the thread the next number of its document; the document's row lock orders writers. */
export async function insertThread(
  tx: Queryable,
  thread: Omit<ThreadRecord, 'number'>,
): Promise<number> {
  await holdDocument(tx, thread.documentId);
  const [last] = await tx
    .select({ number: max(threads.number) })
    .from(threads)
    .where(eq(threads.documentId, thread.documentId));
  const number = (last?.number ?? 0) + 1;
  await tx.insert(threads).values({ ...thread, number });
  return number;
}

export async function insertMessage(
  db: Queryable,
  message: { id: string; threadId: string; authorId: string; body: string; createdAt: Date },
): Promise<void> {
  await db.insert(messages).values(message);
}

/** The primary key refuses a second acceptance. */
export async function insertAcceptance(
  tx: Queryable,
  acceptance: { threadId: string; personId: string; seq: number; at: Date },
): Promise<void> {
  await tx.insert(suggestionAcceptances).values(acceptance);
}

export async function insertClosure(
  db: Queryable,
  closure: { threadId: string; personId: string; at: Date },
): Promise<void> {
  await db.insert(threadClosures).values(closure).onConflictDoNothing();
}

async function messagesOf(db: Queryable, threadIds: string[]) {
  if (threadIds.length === 0) return [];
  const rows = await db
    .select({ message: messages, author: people })
    .from(messages)
    .innerJoin(people, eq(people.id, messages.authorId))
    .where(inArray(messages.threadId, threadIds))
    .orderBy(asc(messages.createdAt), asc(messages.id));
  return rows.map(({ message, author }) => ({
    id: message.id,
    threadId: message.threadId,
    authorName: { zh: author.nameZh, en: author.nameEn },
    body: message.body,
    createdAt: message.createdAt,
  }));
}

/** Comments in lanes of other institutions than these. */
export async function findHiddenThreads(
  db: Queryable,
  organisationIds: readonly string[],
): Promise<string[]> {
  const rows = await db
    .select({ id: threads.id, organisationId: threads.authorOrganisationId })
    .from(threads)
    .where(eq(threads.visibility, 'INSTITUTION'));
  return rows
    .filter(({ organisationId }) => !organisationIds.includes(organisationId))
    .map(({ id }) => id);
}

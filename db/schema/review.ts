import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import {
  THREAD_TYPES,
  THREAD_VISIBILITIES,
  type ThreadType,
  type ThreadVisibility,
} from '../../app/domain/review/thread.ts';
import { bytes, instant, key, oneOf } from './columns.ts';
import { documents } from './documents.ts';
import { organisations, people } from './people.ts';

/** A comment with its replies: a record beside the text, which survives the text. */
export const threads = pgTable(
  'threads',
  {
    id: key(),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id),
    /** 1, 2, 3, … in each document. */
    number: integer('number').notNull(),
    type: text('type').$type<ThreadType>().notNull(),
    visibility: text('visibility').$type<ThreadVisibility>().notNull(),
    authorId: text('author_id')
      .notNull()
      .references(() => people.id),
    authorOrganisationId: text('author_organisation_id')
      .notNull()
      .references(() => organisations.id),
    quote: text('quote').notNull(),
    prefix: text('prefix').notNull(),
    suffix: text('suffix').notNull(),
    /** Yjs relative positions of both ends of the quote. */
    rangeStart: bytes('range_start').notNull(),
    rangeEnd: bytes('range_end').notNull(),
    suggestedText: text('suggested_text'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    unique('threads_number').on(table.documentId, table.number),
    oneOf('threads_type', table.type, THREAD_TYPES),
    oneOf('threads_visibility', table.visibility, THREAD_VISIBILITIES),
    check('threads_quote_present', sql`char_length(${table.quote}) > 0`),
  ],
);

/** Nobody edits another person's words: messages are only added. */
export const messages = pgTable(
  'messages',
  {
    id: key(),
    threadId: text('thread_id')
      .notNull()
      .references(() => threads.id),
    authorId: text('author_id')
      .notNull()
      .references(() => people.id),
    body: text('body').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('messages_thread').on(table.threadId, table.createdAt)],
);

/** The suggested wording went into the text, by whom, when, as which update. */
export const suggestionAcceptances = pgTable('suggestion_acceptances', {
  threadId: text('thread_id')
    .primaryKey()
    .references(() => threads.id),
  personId: text('person_id')
    .notNull()
    .references(() => people.id),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  at: instant('at').notNull(),
});

export const threadClosures = pgTable('thread_closures', {
  threadId: text('thread_id')
    .primaryKey()
    .references(() => threads.id),
  personId: text('person_id')
    .notNull()
    .references(() => people.id),
  at: instant('at').notNull(),
});

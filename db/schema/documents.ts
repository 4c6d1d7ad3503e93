import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { DOCUMENT_KINDS, type DocumentKind } from '../../app/domain/documents/document-kind.ts';
import type { RegisterValues } from '../../app/domain/documents/template.ts';
import { bytes, instant, key, oneOf } from './columns.ts';
import { people, sessions } from './people.ts';
import { assignments } from './register.ts';

export const documents = pgTable(
  'documents',
  {
    id: key(),
    assignmentId: text('assignment_id')
      .notNull()
      .references(() => assignments.id),
    kind: text('kind').$type<DocumentKind>().notNull(),
    templateKey: text('template_key').notNull(),
    title: text('title').notNull(),
    /** Sequence of the last row of document_updates; its row lock orders all writers. */
    lastSeq: bigint('last_seq', { mode: 'number' }).notNull(),
    /** Hash of that row, so that the next one can be chained without reading the log. */
    lastSha256: bytes('last_sha256'),
    createdBy: text('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    /** Since when nobody may change the text; null while it is open. */
    lockedAt: instant('locked_at'),
    lockedBy: text('locked_by').references(() => people.id),
    isDemo: boolean('is_demo').notNull().default(false),
  },
  (table) => [
    oneOf('documents_kind', table.kind, DOCUMENT_KINDS),
    index('documents_assignment').on(table.assignmentId),
    check('documents_lock_whole', sql`(${table.lockedAt} is null) = (${table.lockedBy} is null)`),
    check('documents_title_length', sql`char_length(${table.title}) between 1 and 300`),
  ],
);

/** The append-only log: every byte that ever changed a document, and who sent it. */
export const documentUpdates = pgTable(
  'document_updates',
  {
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id),
    /** 1, 2, 3, … without gaps in each document. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    /** One Yjs update (V1 encoding), exactly as it was received. */
    bytes: bytes('bytes').notNull(),
    sha256: bytes('sha256').notNull(),
    /** SHA-256 of the row before; null for the first. */
    previousSha256: bytes('previous_sha256'),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    /** Hash of the session it came through; null for an edit made by the server for the person. */
    sessionId: text('session_id'),
    /** Yjs client id that wrote it. */
    clientId: bigint('client_id', { mode: 'number' }).notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.seq] }),
    check('document_updates_seq_positive', sql`${table.seq} > 0`),
    check('document_updates_sha256_length', sql`octet_length(${table.sha256}) = 32`),
  ],
);

/** A cache of the log: the whole state after `seq`. The log stays. */
export const documentSnapshots = pgTable(
  'document_snapshots',
  {
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    state: bytes('state').notNull(),
    sha256: bytes('sha256').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.seq] })],
);

/** A frozen state with its number; never changed. */
export const documentVersions = pgTable(
  'document_versions',
  {
    id: key(),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id),
    no: integer('no').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    /** Whole Yjs state, V1 encoding. */
    state: bytes('state').notNull(),
    /** What the register fields in the text said then. */
    registerValues: jsonb('register_values').$type<RegisterValues>().notNull(),
    /** Of the state followed by the register values as JSON with sorted keys. */
    sha256: bytes('sha256').notNull(),
    reason: text('reason').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    unique('document_versions_no').on(table.documentId, table.no),
    check('document_versions_no_positive', sql`${table.no} > 0`),
  ],
);

/** A ticket to the socket of one document. The client id is given out by the server, once. */
export const documentSessions = pgTable(
  'document_sessions',
  {
    ticketHash: text('ticket_hash').primaryKey(),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    sessionId: text('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    clientId: bigint('client_id', { mode: 'number' }).notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    unique('document_sessions_client').on(table.documentId, table.clientId),
    check('document_sessions_client_range', sql`${table.clientId} between 1 and 4294967295`),
  ],
);

export const ATTACHMENT_MEDIA_TYPES = ['image/png', 'image/jpeg', 'image/gif'] as const;
export type AttachmentMediaType = (typeof ATTACHMENT_MEDIA_TYPES)[number];

/** Pictures in a document. */
export const attachments = pgTable(
  'attachments',
  {
    id: key(),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id),
    mediaType: text('media_type').$type<AttachmentMediaType>().notNull(),
    bytes: bytes('bytes').notNull(),
    sha256: bytes('sha256').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    oneOf('attachments_media_type', table.mediaType, ATTACHMENT_MEDIA_TYPES),
    index('attachments_document').on(table.documentId),
  ],
);

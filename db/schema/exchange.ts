import { index, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { bytes, instant, key } from './columns.ts';
import { people } from './people.ts';
import { assignments } from './register.ts';

/** A spreadsheet that was read on trial; nothing of it is in the register until it is applied. */
export const registerImports = pgTable('register_imports', {
  id: key(),
  personId: text('person_id')
    .notNull()
    .references(() => people.id),
  fileName: text('file_name').notNull(),
  sha256: bytes('sha256').notNull(),
  /** What each row would do, as the page of the trial shows it. */
  rows: jsonb('rows').$type<unknown[]>().notNull(),
  createdAt: instant('created_at').notNull(),
  appliedAt: instant('applied_at'),
});

/** Releases that other systems published, as they were received; never changed, given out again. */
export const ocdsReleases = pgTable(
  'ocds_releases',
  {
    id: key(),
    /** The assignment that it is about, where one was found. */
    assignmentId: text('assignment_id').references(() => assignments.id),
    ocid: text('ocid').notNull(),
    releaseId: text('release_id').notNull(),
    /** Its own date. */
    releasedAt: instant('released_at').notNull(),
    body: jsonb('body').$type<Record<string, unknown>>().notNull(),
    fileName: text('file_name').notNull(),
    importedBy: text('imported_by')
      .notNull()
      .references(() => people.id),
    importedAt: instant('imported_at').notNull(),
  },
  (table) => [
    unique('ocds_releases_once').on(table.ocid, table.releaseId),
    index('ocds_releases_assignment').on(table.assignmentId),
  ],
);

import { bigint, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { people } from './people.ts';
import { assignments } from './register.ts';

/** Who did what to which record, written in the transaction that did it. */
export const auditEvents = pgTable(
  'audit_events',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant('at').notNull(),
    /** Null for what the system did, e.g. a refused sign-in. */
    actorId: text('actor_id').references(() => people.id),
    /** `<noun>.<past participle>`, e.g. `document.created`. */
    action: text('action').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id').notNull(),
    /** The assignment that it belongs to, so that its page can show everything that happened. */
    assignmentId: text('assignment_id').references(() => assignments.id),
    details: jsonb('details').$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    index('audit_events_subject').on(table.subjectType, table.subjectId),
    index('audit_events_assignment').on(table.assignmentId, table.seq),
  ],
);

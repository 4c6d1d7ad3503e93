import type { Queryable } from '../connection.ts';
import { auditEvents } from '../schema/audit.ts';

/** What an event can be about. */
export const AUDIT_SUBJECTS = [
  'assignment',
  'document',
  'thread',
  'person',
  'session',
  'candidate',
  'criterion',
  'no-objection',
  'contract',
  'amendment',
  'payment',
  'commitment',
  'deliverable',
  'milestone',
  'time-request',
  'record-link',
  'saved-view',
  'calendar-day',
  'procurement-rule',
  'register-import',
  'ocds-release',
] as const;
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number];

type AuditEvent = {
  at: Date;
  actorId: string | null;
  /** `<noun>.<past participle>`, e.g. `document.created`. */
  action: string;
  subjectType: AuditSubject;
  subjectId: string;
  /** The assignment it belongs to, if to one; its page shows the event. */
  assignmentId?: string;
  details?: Record<string, unknown>;
};

/** Call it inside the transaction that does what it records. */
export async function recordEvent(tx: Queryable, event: AuditEvent): Promise<void> {
  await tx.insert(auditEvents).values({ ...event, details: event.details ?? {} });
}

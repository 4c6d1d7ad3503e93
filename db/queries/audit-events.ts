import type { Queryable } from '../connection.ts';
import { auditEvents } from '../schema/audit.ts';

type AuditEvent = {
  at: Date;
  actorId: string | null;
  /** `<noun>.<past participle>`, e.g. `document.created`. */
  action: string;
  subjectType: 'assignment' | 'document' | 'thread' | 'person' | 'session';
  subjectId: string;
  details?: Record<string, unknown>;
};

/** Call it inside the transaction that does what it records. */
export async function recordEvent(tx: Queryable, event: AuditEvent): Promise<void> {
  await tx.insert(auditEvents).values({ ...event, details: event.details ?? {} });
}

/** What pages and the API tell of events. Types only. */
import type { AuditAction, AuditSubject } from '../../domain/activity/audit-action.ts';
import type { EventChange } from '../../domain/activity/event-changes.ts';
import type { Bilingual } from '../../domain/shared/locale.ts';

export type EventView = {
  seq: number;
  /** ISO 8601. */
  at: string;
  /** Null for what the system did. */
  by: Bilingual | null;
  action: AuditAction;
  subjectType: AuditSubject;
  subjectId: string;
  assignmentCode: string | null;
  /** What was set or changed; empty where the reader is told only that it happened. */
  changes: EventChange[];
};

export type ActivityPage = {
  events: EventView[];
  /** Sequence to go on from, or null at the end. */
  next: number | null;
};

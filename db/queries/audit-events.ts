import { and, desc, eq, inArray, lt, notInArray, or, type SQL } from 'drizzle-orm';
import type { AuditAction, AuditSubject } from '../../app/domain/activity/audit-action.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { auditEvents } from '../schema/audit.ts';
import { people } from '../schema/people.ts';
import { assignments } from '../schema/register.ts';

type AuditEvent = {
  at: Date;
  actorId: string | null;
  action: AuditAction;
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

export type EventRecord = {
  seq: number;
  at: Date;
  /** Null for what the system did. */
  actorName: Bilingual | null;
  action: AuditAction;
  subjectType: AuditSubject;
  subjectId: string;
  assignmentId: string | null;
  assignmentCode: string | null;
  details: Record<string, unknown>;
};

/** Which events somebody may be told of. */
export type EventFilter = {
  assignmentId?: string;
  /** Subjects of which every event is told. */
  subjects: readonly AuditSubject[];
  /** Texts and comments of which the events are told; all but `hiddenThreads` when absent. */
  only?: { documentIds: readonly string[]; threadIds: readonly string[] };
  /** Comments in lanes that the reader does not see. */
  hiddenThreads?: readonly string[];
  /** Only what came before this sequence. */
  before?: number;
  limit: number;
};

/** Events, the newest first. */
export async function findEvents(db: Queryable, filter: EventFilter): Promise<EventRecord[]> {
  const rows = await db
    .select({ event: auditEvents, zh: people.nameZh, en: people.nameEn, code: assignments.code })
    .from(auditEvents)
    .leftJoin(people, eq(people.id, auditEvents.actorId))
    .leftJoin(assignments, eq(assignments.id, auditEvents.assignmentId))
    .where(
      and(
        filter.assignmentId === undefined
          ? undefined
          : eq(auditEvents.assignmentId, filter.assignmentId),
        filter.before === undefined ? undefined : lt(auditEvents.seq, filter.before),
        toldSubjects(filter),
        without(filter.hiddenThreads ?? []),
      ),
    )
    .orderBy(desc(auditEvents.seq))
    .limit(filter.limit);
  return rows.map(({ event, zh, en, code }) => ({
    ...event,
    action: event.action as AuditAction,
    subjectType: event.subjectType as AuditSubject,
    actorName: zh === null || en === null ? null : { zh, en },
    assignmentCode: code,
  }));
}

function toldSubjects({ subjects, only }: EventFilter): SQL | undefined {
  const whole = inArray(auditEvents.subjectType, [...subjects]);
  if (only === undefined) return whole;
  const single = (type: AuditSubject, ids: readonly string[]) =>
    and(eq(auditEvents.subjectType, type), inArray(auditEvents.subjectId, [...ids]));
  return or(
    whole,
    only.documentIds.length === 0 ? undefined : single('document', only.documentIds),
    only.threadIds.length === 0 ? undefined : single('thread', only.threadIds),
  );
}

function without(threadIds: readonly string[]): SQL | undefined {
  return threadIds.length === 0 ? undefined : notInArray(auditEvents.subjectId, [...threadIds]);
}

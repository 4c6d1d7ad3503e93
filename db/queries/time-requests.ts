import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { TimeDecision } from '../../app/domain/register/deliverable.ts';
import type { CalendarDate } from '../../app/domain/shared/calendar-date.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { timeRequestDecisions, timeRequests } from '../schema/deliverables.ts';
import { people } from '../schema/people.ts';

export type TimeRequestRecord = {
  id: string;
  deliverableId: string;
  dueOnBefore: CalendarDate;
  requestedDueOn: CalendarDate;
  reason: string;
  requestedAt: Date;
  requestedByName: Bilingual;
  /** Null while it waits. */
  decision: {
    decision: TimeDecision;
    grantedDueOn: CalendarDate | null;
    note: string;
    decidedAt: Date;
    decidedByName: Bilingual;
  } | null;
};

/** Requests for more time on a deliverable, the newest first. */
export async function findTimeRequests(
  db: Queryable,
  deliverableId: string,
): Promise<TimeRequestRecord[]> {
  const deciders = alias(people, 'deciders');
  const rows = await db
    .select({
      request: timeRequests,
      decision: timeRequestDecisions,
      nameZh: people.nameZh,
      nameEn: people.nameEn,
      deciderZh: deciders.nameZh,
      deciderEn: deciders.nameEn,
    })
    .from(timeRequests)
    .innerJoin(people, eq(people.id, timeRequests.requestedBy))
    .leftJoin(timeRequestDecisions, eq(timeRequestDecisions.timeRequestId, timeRequests.id))
    .leftJoin(deciders, eq(deciders.id, timeRequestDecisions.decidedBy))
    .where(eq(timeRequests.deliverableId, deliverableId))
    .orderBy(desc(timeRequests.requestedAt), desc(timeRequests.id));
  return rows.map(({ request, decision, nameZh, nameEn, deciderZh, deciderEn }) => ({
    id: request.id,
    deliverableId: request.deliverableId,
    dueOnBefore: request.dueOnBefore,
    requestedDueOn: request.requestedDueOn,
    reason: request.reason,
    requestedAt: request.requestedAt,
    requestedByName: { zh: nameZh, en: nameEn },
    decision: decision && {
      decision: decision.decision,
      grantedDueOn: decision.grantedDueOn,
      note: decision.note,
      decidedAt: decision.decidedAt,
      decidedByName: { zh: deciderZh ?? '', en: deciderEn ?? '' },
    },
  }));
}

export async function hasPendingTimeRequest(
  db: Queryable,
  deliverableId: string,
): Promise<boolean> {
  const [row] = await db
    .select({ one: sql<number>`1` })
    .from(timeRequests)
    .leftJoin(timeRequestDecisions, eq(timeRequestDecisions.timeRequestId, timeRequests.id))
    .where(
      and(
        eq(timeRequests.deliverableId, deliverableId),
        isNull(timeRequestDecisions.timeRequestId),
      ),
    )
    .limit(1);
  return row !== undefined;
}

export async function insertTimeRequest(
  tx: Queryable,
  row: typeof timeRequests.$inferInsert,
): Promise<void> {
  await tx.insert(timeRequests).values(row);
}

/** The primary key refuses a second decision. */
export async function insertTimeDecision(
  tx: Queryable,
  row: typeof timeRequestDecisions.$inferInsert,
): Promise<void> {
  await tx.insert(timeRequestDecisions).values(row);
}

import { asc, eq, inArray } from 'drizzle-orm';
import type { CandidateEvent, CandidateKind } from '../../app/domain/procurement/candidate.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { newId } from '../new-id.ts';
import { people } from '../schema/people.ts';
import { candidateEvents, candidates } from '../schema/procurement.ts';

export type CandidateRecord = {
  id: string;
  assignmentId: string;
  no: number;
  kind: CandidateKind;
  name: Bilingual;
  organisationId: string | null;
  personId: string | null;
  /** What happened to it, the first event first; never empty. */
  events: { event: CandidateEvent; at: Date; personName: Bilingual; reason: string }[];
};

/** The candidates of one assignment by number. */
export async function findCandidates(
  db: Queryable,
  assignmentId: string,
): Promise<CandidateRecord[]> {
  const rows = await db
    .select()
    .from(candidates)
    .where(eq(candidates.assignmentId, assignmentId))
    .orderBy(asc(candidates.no));
  const ids = rows.map(({ id }) => id);
  const happened =
    ids.length === 0
      ? []
      : await db
          .select({ event: candidateEvents, zh: people.nameZh, en: people.nameEn })
          .from(candidateEvents)
          .innerJoin(people, eq(people.id, candidateEvents.personId))
          .where(inArray(candidateEvents.candidateId, ids))
          .orderBy(asc(candidateEvents.at), asc(candidateEvents.id));
  return rows.map((row) => ({
    id: row.id,
    assignmentId: row.assignmentId,
    no: row.no,
    kind: row.kind,
    name: { zh: row.nameZh, en: row.nameEn },
    organisationId: row.organisationId,
    personId: row.personId,
    events: happened
      .filter(({ event }) => event.candidateId === row.id)
      .map(({ event, zh, en }) => ({
        event: event.event,
        at: event.at,
        personName: { zh, en },
        reason: event.reason,
      })),
  }));
}

export async function insertCandidate(
  tx: Queryable,
  row: typeof candidates.$inferInsert,
): Promise<void> {
  await tx.insert(candidates).values(row);
}

export async function insertCandidateEvent(
  tx: Queryable,
  row: Omit<typeof candidateEvents.$inferInsert, 'id'>,
): Promise<void> {
  await tx.insert(candidateEvents).values({ id: newId(), ...row });
}

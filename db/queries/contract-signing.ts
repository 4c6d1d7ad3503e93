/** What signing a contract reads and writes beside the contract itself. */
import { and, asc, desc, eq, isNull, lte, ne, or, gte, max } from 'drizzle-orm';
import { newId } from '../new-id.ts';
import type { CandidateKind } from '../../app/domain/procurement/candidate.ts';
import type { SelectionMethod } from '../../app/domain/register/assignment.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { memberships, organisations, people } from '../schema/people.ts';
import { candidateEvents, candidates, procurementRules } from '../schema/procurement.ts';
import {
  assignmentHolders,
  assignments,
  assignmentTransitions,
  individualHolders,
} from '../schema/register.ts';

export type NamedRecord = { id: string; name: Bilingual };
export type CandidateRecord = NamedRecord & {
  kind: CandidateKind;
  organisationId: string | null;
  personId: string | null;
};

/** Lets nobody else move the assignment until the transaction ends. */
export async function holdAssignment(tx: Queryable, code: string): Promise<void> {
  await tx
    .select({ id: assignments.id })
    .from(assignments)
    .where(eq(assignments.code, code))
    .for('no key update');
}

/** The day and the number of the last move, or null and 0. */
export async function lastTransition(
  db: Queryable,
  assignmentId: string,
): Promise<{ no: number; occurredOn: string | null }> {
  const [row] = await db
    .select({
      no: max(assignmentTransitions.no),
      occurredOn: max(assignmentTransitions.occurredOn),
    })
    .from(assignmentTransitions)
    .where(eq(assignmentTransitions.assignmentId, assignmentId));
  return { no: row?.no ?? 0, occurredOn: row?.occurredOn ?? null };
}

export async function findFirms(db: Queryable): Promise<NamedRecord[]> {
  const rows = await db
    .select()
    .from(organisations)
    .where(eq(organisations.kind, 'FIRM'))
    .orderBy(asc(organisations.id));
  return rows.map(named);
}

/** Active people who can be individual consultants: experts, from inside or outside. */
export async function findExperts(db: Queryable): Promise<NamedRecord[]> {
  const rows = await db
    .selectDistinct({ id: people.id, nameZh: people.nameZh, nameEn: people.nameEn })
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .where(
      and(
        isNull(people.deactivatedAt),
        or(eq(memberships.role, 'RESIDENT_EXPERT'), eq(memberships.role, 'EXTERNAL_EXPERT')),
      ),
    )
    .orderBy(asc(people.id));
  return rows.map(named);
}

export async function findCandidates(
  db: Queryable,
  assignmentId: string,
): Promise<CandidateRecord[]> {
  const rows = await db
    .select()
    .from(candidates)
    .where(eq(candidates.assignmentId, assignmentId))
    .orderBy(asc(candidates.no));
  return rows.map((row) => ({
    ...named(row),
    kind: row.kind,
    organisationId: row.organisationId,
    personId: row.personId,
  }));
}

/** The candidate that was selected, as its latest event says; null while nobody is. */
export async function findSelectedCandidate(
  db: Queryable,
  assignmentId: string,
): Promise<string | null> {
  const latest = await db
    .selectDistinctOn([candidateEvents.candidateId], {
      id: candidateEvents.candidateId,
      event: candidateEvents.event,
    })
    .from(candidateEvents)
    .innerJoin(candidates, eq(candidates.id, candidateEvents.candidateId))
    .where(eq(candidates.assignmentId, assignmentId))
    .orderBy(candidateEvents.candidateId, desc(candidateEvents.at), desc(candidateEvents.id));
  return latest.find(({ event }) => event === 'SELECTED')?.id ?? null;
}

/** Makes a firm that was so far only a candidate an organisation of the project. */
export async function registerCandidate(
  tx: Queryable,
  candidate: CandidateRecord,
): Promise<string> {
  const id = newId();
  const { zh: nameZh, en: nameEn } = candidate.name;
  await tx.insert(organisations).values({ id, kind: 'FIRM', nameZh, nameEn });
  await tx.update(candidates).set({ organisationId: id }).where(eq(candidates.id, candidate.id));
  return id;
}

/** From now on this firm holds the assignment, and no other. */
export async function setHolder(
  tx: Queryable,
  holder: { assignmentId: string; organisationId: string; since: string },
): Promise<void> {
  const { assignmentId, organisationId, since } = holder;
  await tx
    .delete(assignmentHolders)
    .where(
      and(
        eq(assignmentHolders.assignmentId, assignmentId),
        ne(assignmentHolders.organisationId, organisationId),
      ),
    );
  await tx
    .insert(assignmentHolders)
    .values(holder)
    .onConflictDoUpdate({
      target: [assignmentHolders.assignmentId, assignmentHolders.organisationId],
      set: { since },
    });
}

/** From now on this person holds the assignment, and nobody else. */
export async function setIndividualHolder(
  tx: Queryable,
  holder: { assignmentId: string; personId: string; since: string },
): Promise<void> {
  const { assignmentId, personId, since } = holder;
  await tx
    .delete(individualHolders)
    .where(
      and(
        eq(individualHolders.assignmentId, assignmentId),
        ne(individualHolders.personId, personId),
      ),
    );
  await tx
    .insert(individualHolders)
    .values(holder)
    .onConflictDoUpdate({
      target: [individualHolders.assignmentId, individualHolders.personId],
      set: { since },
    });
}

/** The rule for the length of an individual contract that holds on `day`, in months. */
export async function findContractMonths(
  db: Queryable,
  method: SelectionMethod,
  day: string,
): Promise<number | null> {
  const rows = await db
    .select({ value: procurementRules.value, method: procurementRules.method })
    .from(procurementRules)
    .where(
      and(
        eq(procurementRules.name, 'contract.term'),
        or(eq(procurementRules.method, method), isNull(procurementRules.method)),
        lte(procurementRules.effectiveFrom, day),
        or(isNull(procurementRules.effectiveTo), gte(procurementRules.effectiveTo, day)),
      ),
    )
    .orderBy(asc(procurementRules.effectiveFrom));
  return (rows.findLast((row) => row.method !== null) ?? rows.at(-1))?.value ?? null;
}

function named(row: { id: string; nameZh: string; nameEn: string }): NamedRecord {
  return { id: row.id, name: { zh: row.nameZh, en: row.nameEn } };
}

import { asc, eq, inArray } from 'drizzle-orm';
import type {
  ConflictDeclaration,
  CriterionKind,
  CriterionSubject,
  EvaluationPhase,
} from '../../app/domain/procurement/candidate.ts';
import type { CalendarDate } from '../../app/domain/shared/calendar-date.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { people } from '../schema/people.ts';
import {
  conflictDeclarations,
  criteria,
  evaluationScores,
  financialProposals,
} from '../schema/procurement.ts';

export type CriterionRecord = {
  id: string;
  no: number;
  kind: CriterionKind;
  subject: CriterionSubject;
  phase: EvaluationPhase;
  text: Bilingual;
  maxPoints: number | null;
};

export type ScoreRecord = {
  candidateId: string;
  criterionId: string;
  evaluatorId: string;
  evaluatorName: Bilingual;
  hundredths: number;
  note: string;
};

export type DeclarationRecord = {
  candidateId: string;
  personId: string;
  personName: Bilingual;
  declaration: ConflictDeclaration;
  statement: string;
};

export type FinancialProposalRecord = {
  candidateId: string;
  amountMinor: number;
  currency: string;
  openedOn: CalendarDate;
};

export async function findCriteria(
  db: Queryable,
  assignmentId: string,
): Promise<CriterionRecord[]> {
  const rows = await db
    .select()
    .from(criteria)
    .where(eq(criteria.assignmentId, assignmentId))
    .orderBy(asc(criteria.no));
  return rows.map((row) => ({
    id: row.id,
    no: row.no,
    kind: row.kind,
    subject: row.subject,
    phase: row.phase,
    text: { zh: row.textZh, en: row.textEn },
    maxPoints: row.maxPoints,
  }));
}

export async function insertCriterion(
  tx: Queryable,
  row: typeof criteria.$inferInsert,
): Promise<void> {
  await tx.insert(criteria).values(row);
}

export async function findScores(db: Queryable, candidateIds: string[]): Promise<ScoreRecord[]> {
  if (candidateIds.length === 0) return [];
  const rows = await db
    .select({ score: evaluationScores, zh: people.nameZh, en: people.nameEn })
    .from(evaluationScores)
    .innerJoin(people, eq(people.id, evaluationScores.evaluatorId))
    .where(inArray(evaluationScores.candidateId, candidateIds));
  return rows.map(({ score, zh, en }) => ({
    candidateId: score.candidateId,
    criterionId: score.criterionId,
    evaluatorId: score.evaluatorId,
    evaluatorName: { zh, en },
    hundredths: score.hundredths,
    note: score.note,
  }));
}

/** A later score of the same evaluator takes the place of the earlier one. */
export async function saveScore(
  tx: Queryable,
  row: typeof evaluationScores.$inferInsert,
): Promise<void> {
  const { hundredths, note, scoredAt } = row;
  await tx
    .insert(evaluationScores)
    .values(row)
    .onConflictDoUpdate({
      target: [
        evaluationScores.candidateId,
        evaluationScores.criterionId,
        evaluationScores.evaluatorId,
      ],
      set: { hundredths, note: note ?? '', scoredAt },
    });
}

export async function findDeclarations(
  db: Queryable,
  candidateIds: string[],
): Promise<DeclarationRecord[]> {
  if (candidateIds.length === 0) return [];
  const rows = await db
    .select({ declared: conflictDeclarations, zh: people.nameZh, en: people.nameEn })
    .from(conflictDeclarations)
    .innerJoin(people, eq(people.id, conflictDeclarations.personId))
    .where(inArray(conflictDeclarations.candidateId, candidateIds));
  return rows.map(({ declared, zh, en }) => ({
    candidateId: declared.candidateId,
    personId: declared.personId,
    personName: { zh, en },
    declaration: declared.declaration,
    statement: declared.statement,
  }));
}

/** The latest declaration of a person holds; the audit trail keeps the earlier ones. */
export async function saveDeclaration(
  tx: Queryable,
  row: typeof conflictDeclarations.$inferInsert,
): Promise<void> {
  const { declaration, statement, declaredAt } = row;
  await tx
    .insert(conflictDeclarations)
    .values(row)
    .onConflictDoUpdate({
      target: [conflictDeclarations.candidateId, conflictDeclarations.personId],
      set: { declaration, statement: statement ?? '', declaredAt },
    });
}

export async function findFinancialProposals(
  db: Queryable,
  candidateIds: string[],
): Promise<FinancialProposalRecord[]> {
  if (candidateIds.length === 0) return [];
  return await db
    .select({
      candidateId: financialProposals.candidateId,
      amountMinor: financialProposals.amountMinor,
      currency: financialProposals.currency,
      openedOn: financialProposals.openedOn,
    })
    .from(financialProposals)
    .where(inArray(financialProposals.candidateId, candidateIds));
}

/** A price that was entered wrongly is entered again; the audit trail keeps both. */
export async function saveFinancialProposal(
  tx: Queryable,
  row: typeof financialProposals.$inferInsert,
): Promise<void> {
  const { amountMinor, currency, openedOn, enteredBy } = row;
  await tx.insert(financialProposals).values(row).onConflictDoUpdate({
    target: financialProposals.candidateId,
    set: { amountMinor, currency, openedOn, enteredBy },
  });
}

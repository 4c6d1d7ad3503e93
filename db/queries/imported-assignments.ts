import { eq, inArray } from 'drizzle-orm';
import type {
  AssignmentKind,
  ProcurementReview,
  SelectionMethod,
} from '../../app/domain/register/assignment.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { assignments, projects } from '../schema/register.ts';

/** What an import sets of an assignment. */
export type ImportedFacts = {
  title: Bilingual;
  titleIsAssumed: boolean;
  componentId: string | null;
  componentIsAssumed: boolean;
  method: SelectionMethod;
  review: ProcurementReview;
  stepReference: string | null;
  planned: { minor: number; currency: string } | null;
};

/**
 * Holds the project until the transaction ends, so that codes come in one by one.
 * @returns its id and code; null before there is one.
 */
export async function lockProject(tx: Queryable): Promise<{ id: string; code: string } | null> {
  const [row] = await tx
    .select({ id: projects.id, code: projects.code })
    .from(projects)
    .for('no key update');
  return row ?? null;
}

export async function lockAssignments(tx: Queryable, codes: string[]): Promise<void> {
  if (codes.length === 0) return;
  await tx
    .select({ id: assignments.id })
    .from(assignments)
    .where(inArray(assignments.code, codes))
    .orderBy(assignments.id)
    .for('no key update');
}

/** Adds an assignment of which nothing has happened yet. */
export async function insertPlannedAssignment(
  tx: Queryable,
  created: { id: string; projectId: string; kind: AssignmentKind; code: string },
  facts: ImportedFacts,
): Promise<void> {
  await tx.insert(assignments).values({ ...created, stage: 'PLANNED', ...columnsOf(facts) });
}

export async function saveImportedFacts(
  tx: Queryable,
  assignmentId: string,
  facts: ImportedFacts,
): Promise<void> {
  await tx.update(assignments).set(columnsOf(facts)).where(eq(assignments.id, assignmentId));
}

function columnsOf({ title, planned, ...facts }: ImportedFacts) {
  return {
    ...facts,
    titleZh: title.zh,
    titleEn: title.en,
    plannedAmountMinor: planned?.minor ?? null,
    plannedCurrency: planned?.currency ?? null,
  };
}

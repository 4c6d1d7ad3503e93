import { asc, eq, inArray } from 'drizzle-orm';
import type { CommitmentKind, CommitmentResult } from '../../app/domain/contract/contract.ts';
import type { Bilingual } from '../../app/domain/shared/locale.ts';
import type { Queryable } from '../connection.ts';
import { commitmentChecks, commitments } from '../schema/contract.ts';
import { people } from '../schema/people.ts';

export type CommitmentRecord = {
  id: string;
  assignmentId: string;
  no: number;
  kind: CommitmentKind;
  text: Bilingual;
  /** An exact decimal number, or null for what is not counted. */
  targetValue: string | null;
  unit: string | null;
  dueOn: string | null;
  documentVersionId: string | null;
  quote: string;
};

export type CommitmentCheckRecord = {
  id: string;
  commitmentId: string;
  deliverableId: string;
  result: CommitmentResult;
  reachedValue: string | null;
  evidence: string;
  documentVersionId: string | null;
  checkedBy: Bilingual;
  checkedAt: Date;
};

/** Commitments of the given assignments by number. */
export async function findCommitments(
  db: Queryable,
  assignmentIds: string[],
): Promise<CommitmentRecord[]> {
  if (assignmentIds.length === 0) return [];
  const rows = await db
    .select()
    .from(commitments)
    .where(inArray(commitments.assignmentId, assignmentIds))
    .orderBy(asc(commitments.no));
  return rows.map(({ textZh, textEn, ...row }) => ({ ...row, text: { zh: textZh, en: textEn } }));
}

/** Every check of the commitments of one assignment, the older ones first. */
export async function findCommitmentChecks(
  db: Queryable,
  assignmentId: string,
): Promise<CommitmentCheckRecord[]> {
  const rows = await db
    .select({ check: commitmentChecks, person: people })
    .from(commitmentChecks)
    .innerJoin(commitments, eq(commitments.id, commitmentChecks.commitmentId))
    .innerJoin(people, eq(people.id, commitmentChecks.checkedBy))
    .where(eq(commitments.assignmentId, assignmentId))
    .orderBy(asc(commitmentChecks.checkedAt), asc(commitmentChecks.id));
  return rows.map(({ check, person }) => ({
    ...check,
    checkedBy: { zh: person.nameZh, en: person.nameEn },
  }));
}

export async function insertCommitment(
  tx: Queryable,
  commitment: typeof commitments.$inferInsert,
): Promise<void> {
  await tx.insert(commitments).values(commitment);
}

export async function insertCommitmentCheck(
  tx: Queryable,
  check: typeof commitmentChecks.$inferInsert,
): Promise<void> {
  await tx.insert(commitmentChecks).values(check);
}

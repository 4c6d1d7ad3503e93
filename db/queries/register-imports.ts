import { and, eq, isNull } from 'drizzle-orm';
import type { Queryable } from '../connection.ts';
import { registerImports } from '../schema/exchange.ts';

/** A file that was read on trial: what its rows would do, and whether they were applied. */
export type ImportRecord = {
  id: string;
  personId: string;
  fileName: string;
  rows: unknown[];
  createdAt: Date;
  appliedAt: Date | null;
};

export async function insertImport(
  db: Queryable,
  values: Omit<ImportRecord, 'appliedAt'> & { sha256: Uint8Array },
): Promise<void> {
  await db.insert(registerImports).values(values);
}

export async function findImport(db: Queryable, id: string): Promise<ImportRecord | null> {
  const [row] = await db.select(COLUMNS).from(registerImports).where(eq(registerImports.id, id));
  return row ?? null;
}

/** The same, so that nobody else applies it until the transaction ends. */
export async function lockImport(tx: Queryable, id: string): Promise<ImportRecord | null> {
  const [row] = await tx
    .select(COLUMNS)
    .from(registerImports)
    .where(eq(registerImports.id, id))
    .for('update');
  return row ?? null;
}

export async function replaceImportRows(tx: Queryable, id: string, rows: unknown[]): Promise<void> {
  await tx.update(registerImports).set({ rows }).where(eq(registerImports.id, id));
}

export async function markImportApplied(tx: Queryable, id: string, at: Date): Promise<void> {
  await tx
    .update(registerImports)
    .set({ appliedAt: at })
    .where(and(eq(registerImports.id, id), isNull(registerImports.appliedAt)));
}

const COLUMNS = {
  id: registerImports.id,
  personId: registerImports.personId,
  fileName: registerImports.fileName,
  rows: registerImports.rows,
  createdAt: registerImports.createdAt,
  appliedAt: registerImports.appliedAt,
};

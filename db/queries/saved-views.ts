import { and, asc, count, eq } from 'drizzle-orm';
import type { Queryable } from '../connection.ts';
import { savedViews } from '../schema/register.ts';

export type SavedViewRow = typeof savedViews.$inferSelect;

/** The views that a person keeps, in the order in which they were made. */
export async function savedViewsOf(db: Queryable, personId: string): Promise<SavedViewRow[]> {
  return await db
    .select()
    .from(savedViews)
    .where(eq(savedViews.personId, personId))
    .orderBy(asc(savedViews.createdAt), asc(savedViews.id));
}

/** A view of this person, held until the transaction ends; another person's is not there. */
export async function holdSavedView(
  tx: Queryable,
  view: { id: string; personId: string },
): Promise<SavedViewRow | null> {
  const [row] = await tx
    .select()
    .from(savedViews)
    .where(and(eq(savedViews.id, view.id), eq(savedViews.personId, view.personId)))
    .for('update');
  return row ?? null;
}

export async function countSavedViews(db: Queryable, personId: string): Promise<number> {
  const [row] = await db
    .select({ views: count() })
    .from(savedViews)
    .where(eq(savedViews.personId, personId));
  return row?.views ?? 0;
}

/** @returns whether it was added; a name that the person uses already is not taken again. */
export async function insertSavedView(tx: Queryable, row: SavedViewRow): Promise<boolean> {
  const added = await tx
    .insert(savedViews)
    .values(row)
    .onConflictDoNothing({ target: [savedViews.personId, savedViews.name] })
    .returning({ id: savedViews.id });
  return added.length === 1;
}

export async function hasViewNamed(
  db: Queryable,
  view: { personId: string; name: string },
): Promise<boolean> {
  const rows = await db
    .select({ id: savedViews.id })
    .from(savedViews)
    .where(and(eq(savedViews.personId, view.personId), eq(savedViews.name, view.name)));
  return rows.length > 0;
}

export async function renameSavedView(
  tx: Queryable,
  view: { id: string; name: string },
): Promise<void> {
  await tx.update(savedViews).set({ name: view.name }).where(eq(savedViews.id, view.id));
}

export async function deleteSavedView(tx: Queryable, id: string): Promise<void> {
  await tx.delete(savedViews).where(eq(savedViews.id, id));
}

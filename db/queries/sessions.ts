import { eq, lt } from 'drizzle-orm';
import type { Queryable } from '../connection.ts';
import { sessions } from '../schema/people.ts';

export type SessionRow = typeof sessions.$inferSelect;

export async function insertSession(db: Queryable, row: SessionRow): Promise<void> {
  await db.insert(sessions).values(row);
}

export async function findSession(db: Queryable, id: string): Promise<SessionRow | null> {
  const [row] = await db.select().from(sessions).where(eq(sessions.id, id));
  return row ?? null;
}

export async function sessionsOf(db: Queryable, personId: string): Promise<SessionRow[]> {
  return await db.select().from(sessions).where(eq(sessions.personId, personId));
}

export async function extendSession(db: Queryable, id: string, expiresAt: Date): Promise<void> {
  await db.update(sessions).set({ expiresAt }).where(eq(sessions.id, id));
}

export async function deleteSession(db: Queryable, id: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.id, id));
}

export async function deleteSessionsOf(db: Queryable, personId: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.personId, personId));
}

export async function deleteExpiredSessions(db: Queryable, now: Date): Promise<void> {
  await db.delete(sessions).where(lt(sessions.expiresAt, now));
}

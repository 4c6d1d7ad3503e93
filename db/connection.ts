import { sql } from 'drizzle-orm';
import type { Database, OpenDatabase, Transaction } from './client.ts';

/** What a query runs on: the pool or the transaction that it is part of. */
export type Queryable = Database | Transaction;

/** Development reloads modules; the pool outlives them. */
const holder = globalThis as { dagangDatabase?: OpenDatabase };

/** Called once by whoever starts the program: the server, or a test with its own database. */
export function connectDatabase(open: OpenDatabase): void {
  holder.dagangDatabase = open;
}

export function database(): Database {
  return opened().db;
}

/** The connections behind `database()`, for who speaks to them without drizzle. */
export function databasePool(): OpenDatabase['pool'] {
  return opened().pool;
}

/** The line on which live edits are stored, and soon or not at all. */
export function commitPool(): OpenDatabase['commits'] {
  return opened().commits;
}

/** Runs `work` in one transaction; whatever it throws rolls everything back. */
export async function inTransaction<Value>(
  work: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  return await opened().db.transaction(work);
}

/** @throws when the database does not answer. */
export async function checkDatabase(): Promise<void> {
  await database().execute(sql`select 1`);
}

function opened(): OpenDatabase {
  if (holder.dagangDatabase === undefined) throw new Error('The database is not connected yet.');
  return holder.dagangDatabase;
}

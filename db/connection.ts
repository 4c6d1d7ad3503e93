import { sql } from 'drizzle-orm';
import pg from 'pg';
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

/** The address behind `database()`, for a listener that needs a connection of its own. */
export function databasePool(): OpenDatabase['pool'] {
  return opened().pool;
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

export type Listener = { close: () => Promise<void> };

/** Hears a NOTIFY channel on a connection of its own; `onLost` is told once when that breaks. */
export async function listenTo(
  connectionString: string,
  channel: string,
  hear: { onMessage: (payload: string) => void; onLost: () => void },
): Promise<Listener> {
  const client = new pg.Client({ connectionString });
  let lost = false;
  client.on('notification', ({ payload }) => hear.onMessage(payload ?? ''));
  client.on('error', () => {
    if (!lost) hear.onLost();
    lost = true;
  });
  await client.connect();
  await client.query(`listen ${client.escapeIdentifier(channel)}`);
  return {
    close: async () => {
      lost = true;
      await client.end();
    },
  };
}

function opened(): OpenDatabase {
  if (holder.dagangDatabase === undefined) throw new Error('The database is not connected yet.');
  return holder.dagangDatabase;
}

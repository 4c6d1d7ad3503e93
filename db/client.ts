import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import * as schema from './schema/index.ts';

export type Database = NodePgDatabase<typeof schema>;
/** The database inside a transaction; queries take either. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

export type OpenDatabase = { db: Database; pool: pg.Pool; close: () => Promise<void> };

/** A pool on any PostgreSQL 15 or later. */
export function openDatabase(connectionString: string): OpenDatabase {
  const pool = new pg.Pool({ connectionString, max: CONNECTIONS_MAX });
  // An idle connection that the server closed is replaced at the next query.
  pool.on('error', () => undefined);
  return { db: drizzle(pool, { schema }), pool, close: () => pool.end() };
}

/** Two cores and a commit queue per document: more connections would only wait for each other. */
const CONNECTIONS_MAX = 16;

import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import * as schema from './schema/index.ts';

export type Database = NodePgDatabase<typeof schema>;
/** The database inside a transaction; queries take either. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

export type OpenDatabase = {
  db: Database;
  pool: pg.Pool;
  /** One connection, on which live edits are stored one transaction after the other. */
  commits: pg.Pool;
  close: () => Promise<void>;
};

/** Connections to any PostgreSQL 15 or later; each is made when it is first needed. */
export function openDatabase(connectionString: string): OpenDatabase {
  const pool = poolOf({ connectionString, ...ORDINARY });
  const commits = poolOf({ connectionString, ...COMMITS });
  return {
    db: drizzle(pool, { schema }),
    pool,
    commits,
    close: async () => {
      await Promise.all([pool.end(), commits.end()]);
    },
  };
}

function poolOf(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  // An idle connection that the server closed is replaced at the next query.
  pool.on('error', () => undefined);
  return pool;
}

/**
 * Two cores and one queue of commits: more connections would only wait for each other. One on which
 * no answer comes is given up, or they would all wait for a database that has moved away.
 */
const ORDINARY = {
  max: 16,
  connectionTimeoutMillis: 10_000,
  query_timeout: 30_000,
} satisfies pg.PoolConfig;

/**
 * Whoever types hears within five seconds that nothing is stored. The database itself gives up
 * before we do, so that what was given up is seldom stored after all.
 */
const COMMITS = {
  max: 1,
  connectionTimeoutMillis: 2_000,
  // Who holds a document for long must not keep all the others from being stored.
  lock_timeout: 1_000,
  statement_timeout: 2_500,
  query_timeout: 3_000,
} satisfies pg.PoolConfig;

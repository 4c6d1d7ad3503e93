import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';

/**
 * Brings the schema up to date. Two processes that start together take turns by an advisory lock.
 * The migrations folder is found from the project root, which the launcher makes current.
 */
export async function migrateDatabase(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrate(drizzle(client), { migrationsFolder: 'db/migrations' });
  } finally {
    await client.end();
  }
}

/** Any number that no other advisory lock of ours uses. */
const MIGRATION_LOCK = 504_267_001;

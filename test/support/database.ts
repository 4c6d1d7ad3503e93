import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase, type OpenDatabase } from '#db/client.ts';

export type FreshDatabase = OpenDatabase & { connectionString: string };

/** A migrated, empty database of the caller's own; `close` drops it. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `dagang_test_${randomBytes(6).toString('hex')}`;
  await asAdmin(`create database ${name} template ${inject('templateDatabase')}`);
  const url = new URL(inject('adminConnectionString'));
  url.pathname = `/${name}`;
  const connectionString = url.toString();
  const opened = openDatabase(connectionString);
  return {
    ...opened,
    connectionString,
    close: async () => {
      await opened.close();
      // Somebody's forgotten connection must not keep the database alive.
      await asAdmin(`drop database ${name} with (force)`);
    },
  };
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('adminConnectionString') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

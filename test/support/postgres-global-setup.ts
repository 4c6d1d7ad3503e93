import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '#db/migrate.ts';
import { startEmbeddedPostgres } from '#server/database/start-embedded-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** May create and drop databases. */
    adminConnectionString: string;
    /** A migrated, empty database to copy. */
    templateDatabase: string;
  }
}

/** One server for all integration tests, TEST_DATABASE_URL or our own, with a migrated template. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer(process.env.TEST_DATABASE_URL);
  const templateDatabase = `dagang_template_${process.pid}`;
  const dropTemplate = `drop database if exists ${templateDatabase}`;
  try {
    await runAsAdmin(server.connectionString, dropTemplate, `create database ${templateDatabase}`);
    await migrateDatabase(withDatabase(server.connectionString, templateDatabase));
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('adminConnectionString', server.connectionString);
  project.provide('templateDatabase', templateDatabase);
  return async () => {
    await runAsAdmin(server.connectionString, dropTemplate);
    await server.stop();
  };
}

async function openServer(
  given: string | undefined,
): Promise<{ connectionString: string; stop: () => Promise<void> }> {
  if (given !== undefined && given !== '') {
    return { connectionString: given, stop: () => Promise.resolve() };
  }
  const directory = await mkdtemp(path.join(tmpdir(), 'dagang-test-'));
  await chmod(directory, 0o711);
  const program = fileURLToPath(new URL('end-with-owner.mjs', import.meta.url));
  const watcher = spawn(process.execPath, [program, directory], {
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  watcher.unref();
  const removeDirectory = () => rm(directory, { recursive: true, force: true });
  const server = await startEmbeddedPostgres({
    dataDir: path.join(directory, 'data'),
    log: () => undefined,
    onCrash: (message) => {
      throw new Error(message);
    },
  }).catch(async (error: unknown) => {
    await removeDirectory();
    throw error;
  });
  return {
    connectionString: server.connectionString,
    stop: async () => {
      await server.stop();
      await removeDirectory();
    },
  };
}

async function runAsAdmin(connectionString: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function withDatabase(connectionString: string, database: string): string {
  const url = new URL(connectionString);
  url.pathname = `/${database}`;
  return url.toString();
}

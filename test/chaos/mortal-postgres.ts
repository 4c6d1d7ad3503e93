/** A PostgreSQL that can be killed without any warning, and started again on what it left behind. */
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '#server/database/start-embedded-postgres.ts';

export type MortalPostgres = {
  /** Of the server that runs now; every start takes another port. */
  connectionString: () => string;
  /** SIGKILL for the postmaster. Resolves when it is gone; its servants end when they notice. */
  kill: () => Promise<void>;
  restart: () => Promise<void>;
  /** Ends it for good and removes its data. */
  close: () => Promise<void>;
};

export async function mortalPostgres(): Promise<MortalPostgres> {
  const directory = await mkdtemp(path.join(tmpdir(), 'dagang-mortal-'));
  await chmod(directory, 0o711);
  const dataDir = path.join(directory, 'data');
  let gone: Promise<void>;
  const start = async (): Promise<EmbeddedPostgres> => {
    let onCrash: () => void = () => undefined;
    gone = new Promise((resolve) => {
      onCrash = resolve;
    });
    return await startEmbeddedPostgres({ dataDir, log: () => undefined, onCrash });
  };
  let server = await start();
  return {
    connectionString: () => server.connectionString,
    kill: async () => {
      const record = path.join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
      process.kill(Number.parseInt(await readFile(record, 'utf8'), 10), 'SIGKILL');
      await gone;
    },
    restart: async () => {
      // Nothing is left to stop but the hold on the directory.
      await server.stop();
      server = await start();
    },
    close: async () => {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

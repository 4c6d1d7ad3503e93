import { mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { clusterHome, REACHABLE_ROOT } from './cluster-home.ts';
import { createCluster, SUPERUSER } from './create-cluster.ts';
import { lockDataDirectory } from './data-directory-lock.ts';
import { ensureDatabase } from './ensure-database.ts';
import { preparePostgresBinaries } from './postgres-binaries.ts';
import { startPostmaster } from './postmaster.ts';
import { accountFor, unprivilegedAccount } from './server-account.ts';
import { stopOrphan } from './stop-orphan.ts';

export type EmbeddedPostgres = { connectionString: string; stop: () => Promise<void> };

type Options = {
  /** Made when missing; holds the lock and, where permissions allow, the cluster. */
  dataDir: string;
  /** Rare lines for the operator. */
  log: (line: string) => void;
  /** Called once when the server ends without `stop` having been called. */
  onCrash: (message: string) => void;
};

/**
 * A real PostgreSQL of our own on a free loopback port, with the database `dagang` in it. It is
 * ours alone until `stop`, or until this process dies: the next start finds what was left behind.
 * @throws DataDirectoryInUse when another process holds the directory.
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const nobody = await unprivilegedAccount();
  await mkdir(options.dataDir, { recursive: true });
  const dataDir = await realpath(options.dataDir);
  const locks = [await lockDataDirectory(dataDir)];
  const unlock = async () => {
    for (const release of locks.reverse()) await release();
  };
  try {
    const home = await clusterHome({ dataDir, account: nobody, log: options.log });
    if (!home.startsWith(dataDir + path.sep)) locks.push(await lockDataDirectory(home));
    const server = await startOn(home, nobody, options);
    const stop = () => server.stop().then(unlock);
    return { connectionString: server.connectionString, stop };
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function startOn(
  home: string,
  nobody: Awaited<ReturnType<typeof unprivilegedAccount>>,
  options: Options,
): Promise<EmbeddedPostgres> {
  const { log, onCrash } = options;
  const account = await accountFor(home, nobody);
  const copyRoot = account === null ? home : REACHABLE_ROOT;
  const binaries = await preparePostgresBinaries({ account, copyRoot });
  const { cluster, password } = await createCluster({ home, binaries, account, log });
  await stopOrphan(cluster, log);
  const postmaster = await startPostmaster({ home, cluster, binaries, account, log, onCrash });
  const server = `postgres://${SUPERUSER}:${password}@127.0.0.1:${postmaster.port}`;
  try {
    await ensureDatabase(`${server}/postgres`, 'dagang');
  } catch (error) {
    await postmaster.stop();
    throw error;
  }
  return { connectionString: `${server}/dagang`, stop: postmaster.stop };
}

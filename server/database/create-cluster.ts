import { randomBytes } from 'node:crypto';
import { chmod, chown, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { exists, giveTo } from './directory-access.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { runProgram, type Account } from './run-program.ts';

export const SUPERUSER = 'dagang';

/**
 * Makes the cluster when there is none, and gives its directory and password. It is made under
 * another name and renamed when complete and on disk, so what bears the final name is whole, and
 * an interrupted attempt is only litter.
 */
export async function createCluster(request: {
  home: string;
  binaries: PostgresBinaries;
  account: Account | null;
  log: (line: string) => void;
}): Promise<{ cluster: string; password: string }> {
  const { home, account, log } = request;
  const cluster = path.join(home, 'cluster');
  await clearInterruptedAttempts(home, log);
  if (await exists(cluster)) await restoreOwner(cluster, account);
  else await makeCluster(request, cluster);
  return { cluster, password: await readFile(path.join(cluster, PASSWORD_FILE), 'utf8') };
}

const PASSWORD_FILE = 'dagang-password';
const ATTEMPT = 'cluster.new-';

async function makeCluster(
  request: { home: string; binaries: PostgresBinaries; account: Account | null },
  cluster: string,
): Promise<void> {
  const { home, binaries, account } = request;
  const attempt = path.join(home, `${ATTEMPT}${randomBytes(6).toString('hex')}`);
  const passwordFile = `${attempt}.password`;
  const password = randomBytes(24).toString('base64url');
  await writeDurably(passwordFile, password, account);
  await runProgram(binaries.initdb, [...INITDB_OPTIONS, '-D', attempt, '--pwfile', passwordFile], {
    account,
    cwd: home,
  });
  await writeDurably(path.join(attempt, PASSWORD_FILE), password, account);
  await flushDirectory(attempt);
  await rename(attempt, cluster);
  await flushDirectory(home);
  await rm(passwordFile);
}

/** The built-in C.UTF-8 sorts by code point and is the same on every system and for ever. */
const INITDB_OPTIONS = [
  ...['--username', SUPERUSER],
  ...['--auth', 'scram-sha-256'],
  ...['--encoding', 'UTF8'],
  ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C'],
  '--data-checksums',
];

async function clearInterruptedAttempts(home: string, log: (line: string) => void): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith(ATTEMPT)) continue;
    const litter = path.join(home, name);
    await rm(litter, { recursive: true, force: true, maxRetries: 5 }).catch((error: unknown) => {
      log(`An interrupted attempt to make the database stays for now: ${String(error)}`);
    });
  }
}

/** A data directory brought back by root from a copy belongs to root; its account needs it. */
async function restoreOwner(cluster: string, account: Account | null): Promise<void> {
  if (account !== null && (await stat(cluster)).uid !== account.uid) {
    await giveTo(cluster, account);
    await chown(path.dirname(cluster), account.uid, account.gid);
  }
  // Copying tools also widen the mode, and the server refuses a directory others can read.
  if (process.platform !== 'win32') await chmod(cluster, 0o700);
}

async function writeDurably(file: string, text: string, account: Account | null): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    if (account !== null) await handle.chown(account.uid, account.gid);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function flushDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return; // cannot be opened there, and NTFS journals renames
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

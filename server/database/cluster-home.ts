import { createHash, randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { canEnter, exists, letPass } from './directory-access.ts';
import type { Account } from './run-program.ts';
import { accountFor } from './server-account.ts';

/** Where clusters and binaries go that the server's account could not reach in their own place. */
export const REACHABLE_ROOT = '/var/lib/dagang';

/**
 * The directory that holds the cluster, its password and its log; made when missing.
 * It is `<dataDir>/postgres`. Only when root starts the server from a data directory below one that
 * the unprivileged account cannot enter, it is one under /var/lib/dagang, and a note in the data
 * directory says which; the note is obeyed from then on, wherever the data directory moves.
 * @throws Error when there is a database that cannot be reached.
 */
export async function clusterHome(request: {
  dataDir: string;
  account: Account | null;
  log: (line: string) => void;
}): Promise<string> {
  const { dataDir, account, log } = request;
  const inPlace = path.join(dataDir, 'postgres');
  if (account === null) {
    await mkdir(inPlace, { recursive: true, mode: 0o700 });
    return inPlace;
  }
  if (await exists(path.join(inPlace, 'cluster'))) {
    await demandEntry(dataDir, (await accountFor(inPlace, account)) ?? account);
    return inPlace;
  }
  const noted = await notedHome(dataDir);
  if (noted === null && (await becomesEnterable(dataDir, account))) {
    await makeHome(inPlace, account);
    return inPlace;
  }
  const home = noted ?? (await homeElsewhere(request, account));
  log(
    `The database of ${dataDir} is kept in ${home}, where its account (${account.uid}) may enter`,
  );
  return home;
}

const NOTE = 'DATABASE-IS-ELSEWHERE.txt';

async function notedHome(dataDir: string): Promise<string | null> {
  const note = await readFile(path.join(dataDir, NOTE), 'utf8').catch(() => null);
  const home = note === null ? null : (/^Directory: (.+)$/m.exec(note)?.[1] ?? null);
  if (home !== null && !(await exists(home))) {
    // An empty database in its stead would look like the loss of everything.
    throw new Error(`${NOTE} in ${dataDir} names ${home}, which does not exist`);
  }
  return home;
}

/** Whether the parents let the account through; the data directory itself is ours to open. */
async function becomesEnterable(dataDir: string, account: Account): Promise<boolean> {
  if (!(await canEnter(path.dirname(dataDir), account))) return false;
  if (!(await canEnter(dataDir, account))) await letPass(dataDir, account);
  return canEnter(dataDir, account);
}

async function demandEntry(dataDir: string, account: Account): Promise<void> {
  if (await becomesEnterable(dataDir, account)) return;
  throw new Error(
    `There is a database in ${dataDir}, but its account (${account.uid}) cannot enter: ` +
      'give that account the right to pass through every directory above it (chmod o+x)',
  );
}

/**
 * Named after the path, with a random ending: a data directory that was deleted and made anew
 * starts empty, as it would anywhere else, and what it had before is still there to be found.
 */
async function homeElsewhere(
  request: { dataDir: string; log: (line: string) => void },
  account: Account,
): Promise<string> {
  const hash = createHash('sha256').update(request.dataDir).digest('hex').slice(0, 16);
  await mkdir(REACHABLE_ROOT, { recursive: true });
  await chmod(REACHABLE_ROOT, 0o711);
  for (const name of await readdir(REACHABLE_ROOT)) {
    if (!name.startsWith(hash)) continue;
    request.log(`An earlier database of ${request.dataDir} is still in ${REACHABLE_ROOT}/${name}`);
  }
  const home = path.join(REACHABLE_ROOT, `${hash}-${randomBytes(3).toString('hex')}`);
  await makeHome(home, account);
  await writeFile(path.join(request.dataDir, NOTE), noteText(home));
  return home;
}

async function makeHome(home: string, account: Account): Promise<void> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  await chown(home, account.uid, account.gid);
}

function noteText(home: string): string {
  return [
    'The database of this data directory is kept in another place, because the unprivileged',
    'account that PostgreSQL runs under cannot enter this directory. Back up both together.',
    '',
    `Directory: ${home}`,
    '',
  ].join('\n');
}

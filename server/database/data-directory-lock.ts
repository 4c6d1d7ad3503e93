import { mkdir, readdir, stat, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, ownIdentity, type ProcessIdentity } from './process-identity.ts';

/** Another living process holds the directory. */
export class DataDirectoryInUse extends Error {
  readonly directory: string;
  readonly pid: number;

  constructor(directory: string, pid: number) {
    super(`The data directory ${directory} is already in use by process ${pid}`);
    this.name = 'DataDirectoryInUse';
    this.directory = directory;
    this.pid = pid;
  }
}

/**
 * Takes the directory for this process and gives the function that lets it go.
 *
 * Everyone who wants the directory first puts down a file that bears its own name (number and
 * start of the process) and only then looks around. Of two that come together at least one sees
 * the other, and whoever sees a living other steps back; so two can never both stay. A name is
 * never used twice, so the file of a dead process can be removed at any time by anybody: a dead
 * holder is succeeded without a race.
 *
 * @throws DataDirectoryInUse
 */
export async function lockDataDirectory(directory: string): Promise<() => Promise<void>> {
  const lockDirectory = path.join(directory, 'lock');
  await mkdir(lockDirectory, { recursive: true });
  const own = await ownIdentity();
  let holder = own.pid;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const file = path.join(lockDirectory, nameOf(own));
    await writeFile(file, '', { flag: 'wx', mode: 0o644 }).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST')
        throw new DataDirectoryInUse(directory, own.pid);
      throw error;
    });
    const others = await livingOthers(lockDirectory, own);
    if (others[0] === undefined) return () => removeIfThere(file);
    await unlink(file);
    holder = others[0].pid;
    // The other may be stepping back at this moment for the same reason; come again at odds.
    await pause(5 + Math.random() * 30);
  }
  throw new DataDirectoryInUse(directory, holder);
}

const ATTEMPTS = 5;

/** Those that stay, the oldest first; the files of dead ones are cleared away. */
async function livingOthers(lockDirectory: string, own: ProcessIdentity) {
  const living: { pid: number; since: number }[] = [];
  for (const name of await readdir(lockDirectory)) {
    const identity = identityOf(name);
    if (identity === null || name === nameOf(own)) continue;
    const file = path.join(lockDirectory, name);
    if (await isAlive(identity)) {
      const found = await stat(file).catch(() => null);
      if (found !== null) living.push({ pid: identity.pid, since: found.mtimeMs });
    } else await removeIfThere(file);
  }
  return living.sort((one, other) => one.since - other.since);
}

function nameOf(identity: ProcessIdentity): string {
  return `${identity.pid}-${identity.startId}.lock`;
}

function identityOf(name: string): ProcessIdentity | null {
  const match = /^(\d+)-([0-9a-f]{16})\.lock$/.exec(name);
  return match?.[1] === undefined || match[2] === undefined
    ? null
    : { pid: Number(match[1]), startId: match[2] };
}

async function removeIfThere(file: string): Promise<void> {
  await unlink(file).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  });
}

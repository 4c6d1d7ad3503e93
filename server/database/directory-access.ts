import { chmod, chown, lchown, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Account } from './run-program.ts';

/** True when the account may pass through every directory down to this one (permission bits). */
export async function canEnter(directory: string, account: Account): Promise<boolean> {
  let current = await realpath(directory);
  for (;;) {
    const { uid, gid, mode } = await stat(current);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    const parent = path.dirname(current);
    if (parent === current) return true;
    current = parent;
  }
}

/** Hands a directory and all that is in it to the account, closed to everybody else. */
export async function giveTo(directory: string, account: Account): Promise<void> {
  for (const entry of await readdir(directory, { withFileTypes: true, recursive: true })) {
    await lchown(path.join(entry.parentPath, entry.name), account.uid, account.gid);
  }
  await lchown(directory, account.uid, account.gid);
  await chmod(directory, 0o700);
}

/** Undoes a strict umask in a tree that is meant for other accounts. */
export async function letAllRead(directory: string): Promise<void> {
  for (const entry of await readdir(directory, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const { mode } = await stat(file);
    await chmod(file, mode | (mode & 0o100 ? 0o055 : 0o044));
  }
  await chmod(directory, 0o755);
}

/**
 * Lets the account's group pass through a directory of root's own that no group had a right to;
 * nobody else gains or loses anything.
 */
export async function letPass(directory: string, account: Account): Promise<void> {
  const { uid, mode } = await stat(directory);
  if (uid !== 0 || (mode & 0o070) !== 0) return;
  await chown(directory, 0, account.gid);
  await chmod(directory, mode | 0o010);
}

export async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw error;
    },
  );
}

import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Account } from './run-program.ts';

/**
 * PostgreSQL refuses to run as root. Root therefore lends it the account that owns nothing;
 * everybody else runs it as oneself (null).
 */
export async function unprivilegedAccount(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const accounts = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const nobody = /^nobody:[^:]*:(-?\d+):(-?\d+):/m.exec(accounts);
  return { uid: Number(nobody?.[1] ?? 65534), gid: Number(nobody?.[2] ?? 65534) };
}

/** A cluster that an ordinary account made stays that account's, also when root starts it. */
export async function accountFor(home: string, fallback: Account | null): Promise<Account | null> {
  if (fallback === null) return null;
  const owner = await stat(path.join(home, 'cluster')).catch(() => null);
  return owner === null || owner.uid === 0 ? fallback : { uid: owner.uid, gid: owner.gid };
}

import { spawnSync } from 'node:child_process';

/** A step of the set-up that cannot be done here; the message says why in one line. */
export class SetupFailed extends Error {}

/**
 * Runs a program to its end. What it writes is shown only when it fails.
 * @throws SetupFailed
 */
export function runQuietly(program, args, environment = {}) {
  const result = spawnSync(program, args, {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32' && program === 'npm',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
  const how = result.error?.message ?? result.signal ?? `exit code ${result.status}`;
  throw new SetupFailed(`${[program, ...args].join(' ')} failed: ${how}`);
}

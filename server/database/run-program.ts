import { spawn } from 'node:child_process';

export type Account = { uid: number; gid: number };

/**
 * Runs a program to its end and gives what it wrote, output and errors together.
 * @throws Error with that text when it cannot be started or ends with anything but 0.
 */
export function runProgram(
  file: string,
  args: readonly string[],
  options: { account?: Account | null; cwd?: string } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      ...(options.account ?? {}),
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: PLAIN_ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const written: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => written.push(part));
    child.stderr.on('data', (part: Buffer) => written.push(part));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const text = Buffer.concat(written).toString('utf8');
      if (code === 0) resolve(text);
      else reject(new Error(`${file} ended with ${code ?? signal}: ${text.trim()}`));
    });
  });
}

/** Nothing of the caller's: no PG* variables, no locale that would change the words of messages. */
export const PLAIN_ENVIRONMENT: NodeJS.ProcessEnv = {
  NODE_ENV: 'production', // means nothing to these programs; the type demands it
  PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

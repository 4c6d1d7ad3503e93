import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { runProgram } from './run-program.ts';

/** A process that cannot be taken for a later one with the same number. */
export type ProcessIdentity = { pid: number; startId: string };

export async function ownIdentity(): Promise<ProcessIdentity> {
  const startId = await startIdOf(process.pid);
  if (startId === null) throw new Error('The start time of this process cannot be read');
  return { pid: process.pid, startId };
}

/**
 * True while that very process lives. A process that exists but may not be looked at (another
 * account, `hidepid`) counts as alive: a refusal can be helped, two masters of one directory cannot.
 */
export async function isAlive(identity: ProcessIdentity): Promise<boolean> {
  const startId = await startIdOf(identity.pid);
  return startId === null ? isHidden(identity.pid) : startId === identity.startId;
}

/** True when no process has this number, or only one that has ended and was not yet reaped. */
export async function isGone(pid: number): Promise<boolean> {
  return (await startIdOf(pid)) === null && !isHidden(pid);
}

/** A short text that differs between any two processes, also over a reboot; null: no such process. */
async function startIdOf(pid: number): Promise<string | null> {
  const start = process.platform === 'linux' ? await linuxStart(pid) : await systemToolStart(pid);
  return start === null ? null : createHash('sha256').update(start).digest('hex').slice(0, 16);
}

async function linuxStart(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  // The name in brackets may hold anything, spaces and brackets too; what we need stands after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const state = fields[0];
  const startTicks = fields[19];
  if (state === 'Z' || state === 'X' || startTicks === undefined) return null;
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  return `${boot.trim()} ${startTicks}`;
}

async function systemToolStart(pid: number): Promise<string | null> {
  const asked =
    process.platform === 'win32'
      ? runProgram('powershell', [
          '-NoProfile',
          '-Command',
          `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`,
        ])
      : runProgram('/bin/ps', ['-o', 'lstart=', '-p', String(pid)]);
  // Both tools fail when there is no such process.
  const answer = await asked.catch(() => '');
  return answer.trim() === '' ? null : answer.trim();
}

function isHidden(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return false;
}

import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isGone } from './process-identity.ts';
import { runProgram } from './run-program.ts';

/**
 * Ends a server that an earlier, killed run left on this cluster. The caller holds the data
 * directory, so nobody can still need it. What it had committed stays committed.
 */
export async function stopOrphan(cluster: string, log: (line: string) => void): Promise<void> {
  const pid = await recordedServer(cluster);
  if (pid === null) return;
  if (await worksOn(pid, cluster)) {
    log(`Stopping the database server that an earlier run left behind (process ${pid})`);
    await end(pid);
  }
  await untilDeserted(cluster);
  // The number may by now belong to a stranger, or to a dead process that nobody reaps; the
  // server would take either for a living one and refuse to start.
  await rm(path.join(cluster, 'postmaster.pid'), { force: true });
}

async function recordedServer(cluster: string): Promise<number | null> {
  const file = await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => null);
  const pid = Number.parseInt(file ?? '', 10);
  return Number.isSafeInteger(pid) && pid > 0 ? pid : null;
}

/** Servers take their cluster as working directory; elsewhere than on Linux the command tells. */
async function worksOn(pid: number, cluster: string): Promise<boolean> {
  if (await isGone(pid)) return false;
  if (process.platform === 'linux') {
    const directory = await readlink(`/proc/${pid}/cwd`).catch(() => null);
    return directory === (await realpath(cluster));
  }
  const command = await (
    process.platform === 'win32'
      ? runProgram('powershell', [
          '-NoProfile',
          '-Command',
          `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`,
        ])
      : runProgram('/bin/ps', ['-ww', '-o', 'command=', '-p', String(pid)])
  ).catch(() => '');
  return command.includes(cluster);
}

/** Fast shutdown, then the immediate one, after which the log is replayed at the next start. */
async function end(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 10_000],
  ] as const) {
    process.kill(pid, signal);
    if (await comesTrue(() => isGone(pid), patience)) return;
  }
  throw new Error(`The left-over database server ${pid} does not end`);
}

/** Servants of a killed server may still write for a moment. Only Linux shows them. */
async function untilDeserted(cluster: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const isDeserted = async () => {
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
    for (const pid of pids) if (await worksOn(pid, cluster)) return false;
    return true;
  };
  if (!(await comesTrue(isDeserted, 30_000))) {
    throw new Error(`Processes of an earlier database server still work on ${cluster}`);
  }
}

async function comesTrue(question: () => Promise<boolean>, patience: number): Promise<boolean> {
  const deadline = performance.now() + patience;
  while (performance.now() < deadline) {
    if (await question()) return true;
    await pause(25);
  }
  return question();
}

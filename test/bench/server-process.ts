/** A server in a process of its own, on one core, and what it costs by the word of the kernel. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

/** Pinning needs a second core for the clients. */
export const CAN_PIN = existsSync('/usr/bin/taskset') && cpus().length > 1;
const SERVER_CORE = '0';
export const CLIENT_CORE = '1';

export type Memory = { rss: number; held: number };

export class ServerProcess {
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;

  constructor(program: readonly string[], directory: string) {
    const flags = ['--expose-gc', '--import', PROBE, ...PROFILING];
    const command = [process.execPath, ...flags, ...program];
    const [first = '', ...rest] = CAN_PIN ? ['taskset', '-c', SERVER_CORE, ...command] : command;
    this.child = spawn(first, rest, {
      cwd: directory,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, NODE_ENV: 'production' },
    });
    this.ended = once(this.child, 'exit');
  }

  /** Resolves when something listens on the port. */
  async listening(port: number): Promise<void> {
    while (!(await answers(port))) {
      if (this.child.exitCode !== null) throw new Error('The server ended before it listened.');
      await pause(50);
    }
  }

  /** Asks over the channel. @returns the first answer. */
  async ask<Answer>(question: unknown): Promise<Answer> {
    const answer = once(this.child, 'message');
    this.child.send(question as object);
    const ended = this.ended.then(() => Promise.reject(new Error('The server ended.')));
    const [message] = (await Promise.race([answer, ended])) as [Answer];
    return message;
  }

  async memory(): Promise<Memory> {
    return (await this.ask<{ memory: Memory }>('collect')).memory;
  }

  /** Seconds on a core so far: of the server itself, and of its children (a database). */
  cpu(): { own: number; children: number } {
    const pid = this.child.pid ?? 0;
    const children = descendants(pid).reduce((sum, child) => sum + cpuSeconds(child), 0);
    return { own: cpuSeconds(pid), children };
  }

  /** Resident bytes of the server without its children. */
  rss(): number {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGTERM');
    const force = setTimeout(() => this.child.kill('SIGKILL'), STOP_MS);
    await this.ended;
    clearTimeout(force);
  }
}

/** With `--profile` each server leaves a CPU profile where the report goes. */
const PROFILING = process.argv.includes('--profile')
  ? ['--cpu-prof', '--cpu-prof-dir', 'test-results/bench']
  : [];
const STOP_MS = 15_000;
const PROBE = new URL('../../../test/bench/peers/memory-probe.mjs', import.meta.url).href;

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const isThere = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return isThere;
}

/** Time on a core of all threads, in nanoseconds in the kernel's books. */
function cpuSeconds(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/task`)
      .map((task) => readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8'))
      .reduce((sum, line) => sum + Number(line.split(' ')[0]) / 1e9, 0);
  } catch {
    // It ended between two looks.
    return 0;
  }
}

function descendants(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      continue;
    }
  }
  const found = [pid];
  for (const above of found) {
    for (const [child, parent] of parents) if (parent === above) found.push(child);
  }
  return found.slice(1);
}

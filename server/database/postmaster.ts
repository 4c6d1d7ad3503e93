import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openServerLog, type ServerLog } from './server-log.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { freePort } from './free-port.ts';
import { PLAIN_ENVIRONMENT, type Account } from './run-program.ts';
import { serverSettings } from './server-settings.ts';

export type Postmaster = {
  port: number;
  /** Lets connections end, writes a checkpoint and ends. Safe to call twice and after a crash. */
  stop: () => Promise<void>;
};

type Request = {
  home: string;
  cluster: string;
  binaries: PostgresBinaries;
  account: Account | null;
  log: (line: string) => void;
  onCrash: (message: string) => void;
};

/**
 * Starts the server and answers when it accepts connections, however long it replays its log.
 * @throws Error with the server's own last lines when it ends instead.
 */
export async function startPostmaster(request: Request): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const serverLog = await openServerLog(request.home);
    const child = await launch(request, port, serverLog);
    if (await becomesReady(child, request))
      return supervise(child, port, { ...request, serverLog });
    const lines = await serverLog.lastLines();
    if (attempt < 5 && /could not (bind|create any TCP)/i.test(lines)) continue;
    throw new Error(`The database server did not start: ${lines}`);
  }
}

async function launch(request: Request, port: number, serverLog: ServerLog): Promise<ChildProcess> {
  const output = await open(serverLog.file, 'a', 0o600);
  try {
    const child = spawn(
      request.binaries.postgres,
      ['-D', request.cluster, ...serverSettings(port)],
      {
        ...(request.account ?? {}),
        cwd: request.home,
        env: PLAIN_ENVIRONMENT,
        stdio: ['ignore', output.fd, output.fd],
        // A group of its own: Ctrl-C in a terminal must reach Dagang first, which still has to save.
        detached: true,
        windowsHide: true,
      },
    );
    await once(child, 'spawn');
    return child;
  } finally {
    await output.close();
  }
}

/** The server writes its state into the eighth line of postmaster.pid; pg_ctl reads it there too. */
async function becomesReady(child: ChildProcess, request: Request): Promise<boolean> {
  const file = path.join(request.cluster, 'postmaster.pid');
  let nextNotice = performance.now() + 5_000;
  while (child.exitCode === null && child.signalCode === null) {
    const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true;
    if (performance.now() > nextNotice) {
      request.log('Waiting for the database server, which replays its log after an interruption');
      nextNotice += 30_000;
    }
    await pause(20);
  }
  return false;
}

function supervise(
  child: ChildProcess,
  port: number,
  watch: { serverLog: ServerLog; onCrash: (message: string) => void },
): Postmaster {
  let stopping: Promise<void> | null = null;
  const ended = new Promise<void>((resolve) => {
    const atEnd = () => {
      resolve();
      if (stopping !== null) return;
      const how = child.signalCode ?? `exit code ${child.exitCode}`;
      void watch.serverLog
        .lastLines()
        .then((lines) => watch.onCrash(`The database server ended (${how}): ${lines}`));
    };
    if (child.exitCode !== null || child.signalCode !== null) atEnd();
    else child.once('exit', atEnd);
  });
  return { port, stop: () => (stopping ??= endChild(child, ended)) };
}

async function endChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 10_000],
  ] as const) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    const isOver = await Promise.race([
      ended.then(() => true),
      pause(patience, false, { ref: false }),
    ]);
    if (isOver) return;
  }
  throw new Error(`The database server ${child.pid} does not end`);
}

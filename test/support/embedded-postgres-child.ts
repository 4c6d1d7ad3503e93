import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type ChildEvent = {
  event: 'loaded' | 'held' | 'ready' | 'refused' | 'acknowledged' | 'log' | 'crash' | 'ended';
  connectionString?: string;
  id?: number;
  line?: string;
  message?: string;
  name?: string;
  pid?: number;
};

export type Child = {
  pid: number;
  events: ChildEvent[];
  /** Resolves with the first event that fits, past ones included; rejects when the child ends. */
  until: (fits: (event: ChildEvent) => boolean) => Promise<ChildEvent>;
  /** Lets the child begin, and once it holds a server, lets it stop. */
  go: () => void;
  kill: () => Promise<void>;
};

/** Another Node process on the data directory, loaded and waiting for `go`. */
export async function childOn(task: 'hold' | 'insert' | 'lock', dataDir: string): Promise<Child> {
  const program = fileURLToPath(new URL('embedded-postgres-program.mjs', import.meta.url));
  const child = spawn(process.execPath, [program, task, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const running = follow(child);
  await running.until(({ event }) => event === 'loaded');
  return running;
}

function follow(child: ChildProcess & { stdin: NonNullable<ChildProcess['stdin']> }): Child {
  if (child.stdout === null || child.pid === undefined) throw new Error('The child has no output');
  const events: ChildEvent[] = [];
  const waiting = new Set<() => void>();
  const add = (event: ChildEvent) => {
    events.push(event);
    for (const look of [...waiting]) look();
  };
  createInterface({ input: child.stdout }).on('line', (line) =>
    add(JSON.parse(line) as ChildEvent),
  );
  child.on('close', () => add({ event: 'ended' }));
  const until = (fits: (event: ChildEvent) => boolean) =>
    new Promise<ChildEvent>((resolve, reject) => {
      const look = () => {
        const found = events.find(fits);
        const hasEnded = events.at(-1)?.event === 'ended';
        if (found === undefined && !hasEnded) return;
        waiting.delete(look);
        if (found === undefined)
          reject(new Error(`Child ended: ${JSON.stringify(events.slice(-5))}`));
        else resolve(found);
      };
      waiting.add(look);
      look();
    });
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'close');
  };
  return { pid: child.pid, events, until, go: () => child.stdin.write('go\n'), kill };
}

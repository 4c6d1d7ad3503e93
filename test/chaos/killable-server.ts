/** The test's hold on one server process. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { PlantedBug } from './planted-bugs.ts';
import type { CrashPoint } from './crash-points.ts';
import type { Answer, Order } from './server-messages.ts';

export type KillableServer = {
  /** Opens the door; what it needs is loaded already. */
  serve: (bugs?: Record<string, PlantedBug>) => Promise<void>;
  arm: (point: CrashPoint) => Promise<void>;
  memory: (documentId: string) => Promise<Uint8Array | null>;
  /** SIGKILL, now. */
  kill: () => void;
  /** SIGTERM: it stores what it has taken, says good-bye and ends. */
  terminate: () => void;
  /** How it ended. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** What it wrote for its operator. */
  output: () => string;
};

type Place = { file: string; connectionString: string; port: number };

/** A process that has loaded the program and waits for `serve`. */
export function standBy({ file, connectionString, port }: Place): KillableServer {
  const child = fork(file, [], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-20_000);
    });
  }
  const ended = once(child, 'exit').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
  }));
  const loaded = answered(child, 'loaded');
  // Somebody may kill it before anybody asks.
  loaded.catch(() => undefined);
  const ask = async <Kind extends Answer['tell']>(order: Order, kind: Kind) => {
    const answer = answered(child, kind);
    child.send(order);
    return await answer;
  };
  return {
    serve: async (bugs = {}) => {
      await loaded;
      await ask({ do: 'serve', connectionString, port, bugs }, 'serving');
    },
    arm: async (point) => {
      await loaded;
      await ask({ do: 'arm', point }, 'armed');
    },
    memory: async (documentId) => {
      const { state } = await ask({ do: 'memory', documentId }, 'memory');
      return state === null ? null : new Uint8Array(Buffer.from(state, 'base64'));
    },
    kill: () => void child.kill('SIGKILL'),
    terminate: () => void child.kill('SIGTERM'),
    ended,
    output: () => output,
  };
}

async function answered<Kind extends Answer['tell']>(
  child: ChildProcess,
  kind: Kind,
): Promise<Extract<Answer, { tell: Kind }>> {
  return await new Promise((resolve, reject) => {
    const hear = (answer: Answer) => {
      if (answer.tell !== kind) return;
      forget();
      resolve(answer as Extract<Answer, { tell: Kind }>);
    };
    const end = () => {
      forget();
      reject(new Error(`The server ended before it said "${kind}".`));
    };
    const forget = () => {
      child.off('message', hear);
      child.off('exit', end);
    };
    child.on('message', hear);
    child.on('exit', end);
  });
}

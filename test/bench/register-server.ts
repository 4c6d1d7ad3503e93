/** The built product in a process of its own, on a database that the bench fills. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { DEMO_PASSWORD } from '#db/seed/demo-people.ts';
import { freePort } from '#server/database/free-port.ts';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '#server/database/start-embedded-postgres.ts';

type Place = { port: number; directory: string };
type Answer = { status: number; milliseconds: number; cookies: string[] };

export class RegisterServer {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });
  private cookie = 'dagang-locale=en';

  private readonly store: EmbeddedPostgres;
  private readonly child: ChildProcess;
  private readonly place: Place;

  private constructor(store: EmbeddedPostgres, child: ChildProcess, place: Place) {
    this.store = store;
    this.child = child;
    this.place = place;
  }

  /** Starts database and product, and signs in as the office, who sees everything. */
  static async start(directory: string): Promise<RegisterServer> {
    const store = await startEmbeddedPostgres({
      dataDir: directory,
      log: () => undefined,
      onCrash: (message) => {
        throw new Error(message);
      },
    });
    const port = await freePort();
    const child = spawn(
      process.execPath,
      [
        ...(process.env.PROF ? ['--cpu-prof', '--cpu-prof-dir=/tmp/p4-views-prof'] : []),
        'server/launch/start.mjs',
      ],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: {
          ...process.env,
          NODE_ENV: 'production',
          HOST: '127.0.0.1',
          PORT: String(port),
          DATABASE_URL: store.connectionString,
          DEMO: '1',
        },
      },
    );
    const server = new RegisterServer(store, child, { port, directory });
    await server.ready();
    await server.signIn();
    return server;
  }

  get connectionString(): string {
    return this.store.connectionString;
  }

  /** Time from the question to the last byte of the answer, compressed as browsers ask for it. */
  async get(path: string): Promise<Answer> {
    return await this.ask('GET', path, null);
  }

  rssMb(): number {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  }

  async stop(): Promise<void> {
    this.agent.destroy();
    if (this.child.exitCode === null) {
      const ended = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      await ended;
    }
    await this.store.stop();
    rmSync(this.place.directory, { recursive: true, force: true });
  }

  private async ready(): Promise<void> {
    for (;;) {
      if (this.child.exitCode !== null) throw new Error('The server ended before it was ready.');
      const answer = await this.ask('GET', '/readyz', null).catch(() => null);
      if (answer?.status === 200) return;
      await pause(100);
    }
  }

  private async signIn(): Promise<void> {
    const form = new URLSearchParams({ email: 'pmo@demo.test', password: DEMO_PASSWORD });
    const { status, cookies } = await this.ask('POST', '/sign-in', form.toString());
    if (status !== 302) throw new Error(`The office cannot sign in: ${status}.`);
    this.cookie = [this.cookie, ...cookies.map((line) => line.split(';')[0] ?? '')].join('; ');
  }

  private ask(method: 'GET' | 'POST', path: string, body: string | null): Promise<Answer> {
    const { port } = this.place;
    const begun = performance.now();
    return new Promise((resolve, reject) => {
      const asked = request(
        {
          agent: this.agent,
          host: '127.0.0.1',
          port,
          method,
          path,
          headers: {
            accept: 'text/html',
            'accept-encoding': 'gzip',
            cookie: this.cookie,
            host: `localhost:${port}`,
            origin: `http://localhost:${port}`,
            ...(body !== null && { 'content-type': 'application/x-www-form-urlencoded' }),
          },
        },
        (answer) => {
          answer.resume();
          answer.on('error', reject);
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              milliseconds: performance.now() - begun,
              cookies: answer.headers['set-cookie'] ?? [],
            }),
          );
        },
      );
      asked.on('error', reject);
      asked.end(body ?? undefined);
    });
  }
}

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from '#server/database/free-port.ts';

/** A server of its own with a project of its own, which a test may kill and start again. */
export class OwnServer {
  readonly url: string;
  readonly #port: number;
  readonly #dataDir: string;
  #process: ChildProcess | null = null;

  readonly #settings: Record<string, string>;

  private constructor(port: number, dataDir: string, settings: Record<string, string>) {
    this.#port = port;
    this.#dataDir = dataDir;
    this.#settings = settings;
    this.url = `http://localhost:${port}`;
  }

  /** @param settings environment of the server besides the usual. */
  static async start(settings: Record<string, string> = {}): Promise<OwnServer> {
    const dataDir = await mkdtemp(path.resolve('test-results/browser/own-server-'));
    const server = new OwnServer(await freePort(), dataDir, settings);
    await server.start();
    return server;
  }

  /** Starts on the data that is there; answers when the server says that it is ready. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['server/launch/start.mjs'], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        DEMO: '1',
        PORT: String(this.#port),
        DATA_DIR: this.#dataDir,
        ...this.#settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    let said = '';
    await new Promise<void>((resolve, reject) => {
      const listen = (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('Dagang is ready')) resolve();
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('exit', () => reject(new Error(`The server ended:\n${said}`)));
    });
  }

  /** As a power cut does it: nothing can be written any more. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends the server in good order and removes its data. */
  async remove(): Promise<void> {
    await this.#end('SIGTERM');
    await rm(this.#dataDir, { recursive: true, force: true });
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#process;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }
}

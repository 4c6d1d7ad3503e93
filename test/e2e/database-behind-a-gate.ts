import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '#server/database/start-embedded-postgres.ts';

/** A PostgreSQL that a test can take away from a server, and give back at the same address. */
export class DatabaseBehindAGate {
  readonly #postgres: EmbeddedPostgres;
  readonly #directory: string;
  readonly #gate: Server;
  readonly #sockets = new Set<Socket>();
  #isShut = false;

  private constructor(postgres: EmbeddedPostgres, directory: string) {
    this.#postgres = postgres;
    this.#directory = directory;
    const { hostname, port } = new URL(postgres.connectionString);
    this.#gate = createServer((socket) => {
      if (this.#isShut) {
        socket.destroy();
        return;
      }
      const inner = connect(Number(port), hostname);
      for (const [from, to] of [
        [socket, inner],
        [inner, socket],
      ] as const) {
        this.#sockets.add(from);
        from.pipe(to);
        from.on('error', () => to.destroy());
        from.on('close', () => {
          this.#sockets.delete(from);
          to.destroy();
        });
      }
    });
  }

  static async start(): Promise<DatabaseBehindAGate> {
    const directory = await mkdtemp(path.resolve('test-results/browser/database-'));
    const postgres = await startEmbeddedPostgres({
      dataDir: directory,
      log: () => undefined,
      onCrash: (message) => {
        throw new Error(message);
      },
    });
    const database = new DatabaseBehindAGate(postgres, directory);
    await new Promise<void>((resolve) => database.#gate.listen(0, '127.0.0.1', resolve));
    return database;
  }

  get connectionString(): string {
    const url = new URL(this.#postgres.connectionString);
    url.port = String((this.#gate.address() as AddressInfo).port);
    return url.href;
  }

  /** Cuts every connection, and takes no new one. */
  shut(): void {
    this.#isShut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Keeps every connection and lets nothing through, as a network does that loses packets. */
  stall(): void {
    for (const socket of this.#sockets) socket.pause();
  }

  /** Ends what `shut` or `stall` began. */
  open(): void {
    this.#isShut = false;
    for (const socket of this.#sockets) socket.resume();
  }

  /** Asks or changes the database itself, past the gate. */
  async query(words: string, values: readonly string[] = []): Promise<void> {
    const client = new pg.Client({ connectionString: this.#postgres.connectionString });
    await client.connect();
    await client.query(words, [...values]);
    await client.end();
  }

  async remove(): Promise<void> {
    this.shut();
    await new Promise((resolve) => this.#gate.close(resolve));
    await this.#postgres.stop();
    await rm(this.#directory, { recursive: true, force: true });
  }
}

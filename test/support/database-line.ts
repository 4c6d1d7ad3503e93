/** The line between a process and its database, which a test can break at a chosen moment. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** `silent` takes connections and what is sent, and carries nothing on. */
type State = 'open' | 'silent' | 'losing answers';

export class DatabaseLine {
  readonly connectionString: string;
  private readonly server: Server;
  private readonly sockets: Set<Socket>;
  private state: State = 'open';
  private whenLost: () => void = () => undefined;

  static async to(databaseUrl: string): Promise<DatabaseLine> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new DatabaseLine(databaseUrl, server);
  }

  private constructor(databaseUrl: string, server: Server) {
    const url = new URL(databaseUrl);
    const { hostname, port } = url;
    url.port = String((server.address() as AddressInfo).port);
    this.connectionString = url.toString();
    this.server = server;
    this.sockets = new Set();
    server.on('connection', (near) => this.join(near, connect(Number(port), hostname)));
  }

  /**
   * Nothing gets through any more, in either direction, and nobody is told.
   * @returns when the first words have been lost that way.
   */
  fallSilent(): Promise<void> {
    this.state = 'silent';
    return new Promise((resolve) => (this.whenLost = resolve));
  }

  /**
   * What is asked from now on is done, and the connection is cut before the answer arrives.
   * @returns when the first answer has been lost that way.
   */
  loseAnswers(): Promise<void> {
    this.state = 'losing answers';
    return new Promise((resolve) => (this.whenLost = resolve));
  }

  /** All is carried again, but for connections that have lost something: they stay dead. */
  recover(): void {
    this.state = 'open';
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(near: Socket, far: Socket): void {
    for (const socket of [near, far]) {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    let isDead = false;
    const carries = () => {
      isDead ||= this.state === 'silent';
      if (isDead) this.whenLost();
      return !isDead;
    };
    near.on('data', (bytes) => {
      if (carries()) far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (!carries()) return;
      if (this.state === 'open') {
        near.write(bytes);
        return;
      }
      near.destroy();
      this.whenLost();
    });
  }
}

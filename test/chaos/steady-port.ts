import { createServer } from 'node:net';

/**
 * A free loopback port for a server that dies and comes back. It lies below those that systems give
 * to outgoing connections: a client that knocks while nobody listens could otherwise be given this
 * very port, be connected with itself, and keep the next server from listening.
 */
export async function steadyPort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    if (await isFree(port)) return port;
  }
}

const FIRST = 20_000;
const LAST = 32_000;

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** A door in the line between a server and its database, to break that line in different ways. */
import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

export type TcpGate = {
  port: number;
  /** Where new connections lead; null cuts all and ends new ones at once. */
  leadTo: (port: number | null) => void;
  /**
   * Takes connections and bytes and answers nothing, as when a cable is pulled. What was sent
   * meanwhile arrives when the line speaks again, also from who has hung up since.
   */
  silence: () => void;
  speak: () => void;
  close: () => Promise<void>;
};

/** Every chunk waits here, in order, while the line is silent. */
type Line = { from: Socket; held: (() => void)[] };

export async function tcpGate(port: number): Promise<TcpGate> {
  let target: number | null = port;
  let isSilent = false;
  const lines = new Set<Line>();

  const pass = (line: Line, act: () => void) => {
    if (isSilent) line.held.push(act);
    else act();
  };
  const carry = (from: Socket, to: Socket) => {
    const line: Line = { from, held: [] };
    lines.add(line);
    from.on('data', (chunk) => pass(line, () => to.write(chunk)));
    from.on('end', () => pass(line, () => to.end()));
    // Either end may go at any time; the other then hears of it by `close`.
    from.on('error', () => undefined);
    from.on('close', () => {
      pass(line, () => {
        lines.delete(line);
        to.end();
      });
    });
  };
  const lead = (inward: Socket) => {
    if (target === null) {
      inward.on('error', () => undefined);
      inward.resetAndDestroy();
      return;
    }
    const outward = connect(target, '127.0.0.1');
    inward.setNoDelay(true);
    outward.setNoDelay(true);
    carry(inward, outward);
    carry(outward, inward);
  };
  const cut = () => {
    for (const { from } of lines) from.resetAndDestroy();
    lines.clear();
  };

  const server = createServer({ allowHalfOpen: true }, lead);
  await listening(server);
  return {
    port: (server.address() as AddressInfo).port,
    leadTo: (next) => {
      target = next;
      cut();
    },
    silence: () => {
      isSilent = true;
    },
    speak: () => {
      isSilent = false;
      for (const { held } of lines) for (const act of held.splice(0)) act();
    },
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}

async function listening(server: Server): Promise<void> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}

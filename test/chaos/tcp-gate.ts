/** A door in the line between a server and its database, to break that line in different ways. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export type TcpGate = {
  port: number;
  /** Where new connections lead; null cuts all that are open and ends new ones at once. */
  leadTo: (port: number | null) => void;
  /** Takes connections and bytes and answers nothing, as when a cable is pulled. */
  silence: () => void;
  /** Carries what is asked, and no answer: what was committed is not known to be. */
  mute: () => void;
  /** New connections are carried again. Those that missed something are cut: it never arrives. */
  speak: () => void;
  close: () => Promise<void>;
};

type Line = { inward: Socket; outward: Socket | null; hasMissed: boolean };

export async function tcpGate(port: number): Promise<TcpGate> {
  let target: number | null = port;
  let carries: 'all' | 'questions' | 'nothing' = 'all';
  const lines = new Set<Line>();

  const end = (line: Line) => {
    lines.delete(line);
    line.inward.resetAndDestroy();
    line.outward?.resetAndDestroy();
  };
  const carry = (line: Line, { from, to }: { from: Socket; to: Socket | null }) => {
    const passes = () => carries === 'all' || (carries === 'questions' && from === line.inward);
    from.setNoDelay(true);
    from.on('data', (chunk) => {
      if (passes() && to !== null) to.write(chunk);
      else line.hasMissed = true;
    });
    // The other end hears of it when it can hear anything.
    from.on('error', () => undefined);
    from.on('close', () => {
      if (passes()) end(line);
      else line.hasMissed = true;
    });
  };
  const lead = (inward: Socket) => {
    const outward = target === null || carries === 'nothing' ? null : connect(target, '127.0.0.1');
    const line: Line = { inward, outward, hasMissed: outward === null };
    lines.add(line);
    carry(line, { from: inward, to: outward });
    if (outward !== null) carry(line, { from: outward, to: inward });
    if (target === null) end(line);
  };

  const server = createServer(lead);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    leadTo: (next) => {
      target = next;
      for (const line of lines) end(line);
    },
    silence: () => {
      carries = 'nothing';
    },
    mute: () => {
      carries = 'questions';
    },
    speak: () => {
      carries = 'all';
      for (const line of lines) if (line.hasMissed) end(line);
    },
    close: async () => {
      for (const line of lines) end(line);
      server.close();
      await once(server, 'close');
    },
  };
}

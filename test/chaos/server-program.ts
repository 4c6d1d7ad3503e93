/**
 * The server that is killed: the real rooms, door and watch on a real database, as server/main.ts
 * wires them, without pages. It does what it is told over the channel to its parent.
 */
import { createServer } from 'node:http';
import { openDatabase } from '#db/client.ts';
import { connectDatabase } from '#db/connection.ts';
import { AccessWatch } from '#server/collab/access-watch.ts';
import { acceptSockets } from '#server/collab/accept-sockets.ts';
import { Rooms } from '#server/collab/rooms.ts';
import { databaseLog } from '#server/collab/update-log.ts';
import { observedLog, type CrashPoint } from './crash-points.ts';
import { plantBugs } from './planted-bugs.ts';
import type { Answer, Order } from './server-messages.ts';

let armed: CrashPoint | null = null;
let isStopping = false;
let rooms: Rooms | null = null;

process.on('message', (order: Order) => void obey(order));
// Nobody is left to serve when the test is gone.
process.on('disconnect', () => process.exit(0));
tell({ tell: 'loaded' });

async function obey(order: Order): Promise<void> {
  switch (order.do) {
    case 'serve':
      await serve(order);
      tell({ tell: 'serving' });
      return;
    case 'arm':
      armed = order.point;
      tell({ tell: 'armed' });
      return;
    case 'memory':
      tell({ tell: 'memory', state: await memoryOf(order.documentId) });
  }
}

async function serve(order: Extract<Order, { do: 'serve' }>): Promise<void> {
  const { connectionString, port, bugs } = order;
  const open = openDatabase(connectionString);
  connectDatabase(open);
  const planted = plantBugs(
    observedLog(databaseLog, { reach, opensTransactions: () => armed === 'after-insert' }),
    bugs,
    () => rooms?.all() ?? [],
  );
  const served = new Rooms(planted);
  rooms = served;
  await served.listen(connectionString);
  const access = new AccessWatch(served);
  await access.listen(connectionString);
  const server = createServer();
  const upgrade = acceptSockets(served, access);
  server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  process.on('SIGTERM', () => {
    isStopping = true;
    server.close();
    void served
      .close()
      .then(() => reach('during-shutdown'))
      .then(() => access.close())
      .then(() => server.closeAllConnections())
      .then(() => open.close())
      .then(() => process.exit(0));
  });
}

/** While stopping, every step is a step of the shutdown. */
async function reach(point: CrashPoint): Promise<void> {
  if (armed !== (isStopping ? 'during-shutdown' : point)) return;
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => undefined);
}

async function memoryOf(documentId: string): Promise<string | null> {
  const open = rooms?.all().find((candidate) => candidate.documentId === documentId);
  if (open === undefined) return null;
  await open.room.settled();
  return Buffer.from(open.room.state()).toString('base64');
}

function tell(answer: Answer): void {
  process.send?.(answer);
}

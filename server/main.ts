/** The only file that wires everything together; it reads from top to bottom. */
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { ViteDevServer } from 'vite';
import { openDatabase } from '#db/client.ts';
import { checkDatabase, connectDatabase, database } from '#db/connection.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { hasNoPeople } from '#db/queries/people.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#db/seed/demo-people.ts';
import { seedDemo } from '#db/seed/demo.ts';
import { seedFoundation } from '#db/seed/foundation.ts';
import { hashPassword } from './auth/passwords.ts';
import { AccessWatch } from './collab/access-watch.ts';
import { acceptSockets } from './collab/accept-sockets.ts';
import { Rooms } from './collab/rooms.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { startEmbeddedPostgres } from './database/start-embedded-postgres.ts';
import { DataDirectoryInUse } from './database/data-directory-lock.ts';
import { announceReady } from './http/announce-ready.ts';
import { remixHandler, type ServerBuild } from './http/remix-handler.ts';
import { webApp } from './http/web-app.ts';
import { keepHouse } from './housekeeping.ts';
import { logFault, logLine } from './log.ts';

/** Runs the built product until it is told to stop. */
export async function start(): Promise<void> {
  await startOrExit({
    build: async () => (await import('virtual:remix/server-build')) as ServerBuild,
    mode: 'production',
    vite: null,
  });
}

/** Runs the product from its sources, pages and browser files served by Vite. */
export async function startDevelopment(vite: ViteDevServer): Promise<void> {
  await startOrExit({
    build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
    mode: 'development',
    vite,
  });
}

type Pages = {
  build: () => Promise<ServerBuild>;
  mode: 'production' | 'development';
  vite: ViteDevServer | null;
};

async function startOrExit(pages: Pages): Promise<void> {
  try {
    await run(readConfig(process.env), pages);
  } catch (fault) {
    if (fault instanceof ConfigError || fault instanceof DataDirectoryInUse) {
      logFault('Dagang did not start.', fault.message);
    } else {
      logFault('Dagang did not start.', fault);
    }
    process.exit(1);
  }
}

async function run(config: Config, pages: Pages): Promise<void> {
  const store = await openStore(config);
  await migrateDatabase(store.connectionString);
  const open = openDatabase(store.connectionString);
  connectDatabase(open);
  await prepareContent(config);
  const stopHousekeeping = keepHouse();

  const rooms = new Rooms();
  await rooms.listen(store.connectionString);
  const access = new AccessWatch(rooms);
  await access.listen(store.connectionString);
  const app = webApp({
    mode: pages.mode,
    pages: remixHandler(pages.build, pages.mode),
    checkReady: checkDatabase,
    clientFiles: pages.vite === null ? 'build/client' : null,
  });
  const listen = getRequestListener(app.fetch);
  const { vite } = pages;
  const server = createServer((request, response) => {
    if (vite === null) void listen(request, response);
    else vite.middlewares(request, response, () => void listen(request, response));
  });
  const upgrade = acceptSockets(rooms, access);
  server.on('upgrade', (request, socket, head) => {
    // In development the other sockets are Vite's.
    if (!upgrade(request, socket, head) && vite === null) socket.destroy();
  });
  server.listen(config.port, config.host, () => {
    const demo = config.demo ? { password: DEMO_PASSWORD, accounts: DEMO_ACCOUNTS } : null;
    void announceReady(server, { host: config.host, demo });
  });

  const stop = once(async () => {
    stopHousekeeping();
    server.close();
    await rooms.close();
    await access.close();
    server.closeAllConnections();
    await open.close();
    await store.stop();
    process.exit(0);
  });
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

type Store = { connectionString: string; stop: () => Promise<void> };

async function openStore(config: Config): Promise<Store> {
  if (config.databaseUrl !== null) {
    return { connectionString: config.databaseUrl, stop: () => Promise.resolve() };
  }
  return await startEmbeddedPostgres({
    dataDir: config.dataDir,
    log: logLine,
    onCrash: (message) => {
      logFault('The database stopped; Dagang stops too and can be started again.', message);
      process.exit(1);
    },
  });
}

/** What an empty database gets before the first person comes. */
async function prepareContent(config: Config): Promise<void> {
  await seedFoundation(database());
  if (config.demo && (await hasNoPeople(database()))) {
    await seedDemo({ passwordHash: await hashPassword(DEMO_PASSWORD), now: new Date() });
  }
}

/** A second signal while stopping changes nothing. */
function once(work: () => Promise<void>): () => void {
  let begun = false;
  return () => {
    if (begun) return;
    begun = true;
    work().catch((fault: unknown) => {
      logFault('Dagang did not stop cleanly.', fault);
      process.exit(1);
    });
  };
}

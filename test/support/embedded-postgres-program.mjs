// A program of its own that holds a data directory, so that tests can kill it.
// Arguments: what to do, the data directory. It waits for a line before it begins, and tells each
// event as one line of JSON.
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { createServer } from 'vite';

const [task, dataDir] = process.argv.slice(2);
const root = fileURLToPath(new URL('../..', import.meta.url));
const vite = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  cacheDir: dataDir,
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
const tell = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);

tell({ event: 'loaded' });
await new Promise((resolve) => process.stdin.once('data', resolve));
try {
  if (task === 'lock') await holdLock();
  else await holdServer();
} catch (error) {
  tell({ event: 'refused', name: error.name, message: error.message, pid: error.pid });
  process.exit(1);
}

async function holdLock() {
  const { lockDataDirectory } = await vite.ssrLoadModule('/server/database/data-directory-lock.ts');
  await lockDataDirectory(dataDir);
  tell({ event: 'held' });
}

async function holdServer() {
  const { startEmbeddedPostgres } = await vite.ssrLoadModule(
    '/server/database/start-embedded-postgres.ts',
  );
  const { connectionString, stop } = await startEmbeddedPostgres({
    dataDir,
    log: (line) => tell({ event: 'log', line }),
    onCrash: (message) => tell({ event: 'crash', message }),
  });
  tell({ event: 'ready', connectionString });
  if (task === 'insert') await insertForEver(connectionString);
  process.stdin.once('data', () => void stop().then(() => process.exit(0)));
}

async function insertForEver(connectionString) {
  const pool = new pg.Pool({ connectionString, max: 4 });
  await pool.query('create table if not exists kept (id bigint primary key, body text)');
  let next = 0;
  const insertInTurn = async () => {
    for (;;) {
      const id = (next += 1);
      await pool.query('insert into kept values ($1, $2)', [id, 'x'.repeat(200)]);
      tell({ event: 'acknowledged', id });
    }
  };
  await Promise.all([1, 2, 3, 4].map(insertInTurn));
}

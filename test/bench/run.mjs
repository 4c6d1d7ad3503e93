/**
 * `npm run bench:sync`: installs the peers when they are not there, bundles the bench and our server
 * from their sources, and runs the bench. `--quick` takes less than two minutes.
 */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILD = path.join(ROOT, 'test-results/bench/build');
const PEERS = path.join(ROOT, 'node_modules/.cache/bench-peers');

process.chdir(ROOT);
installPeers();
await build({
  configFile: false,
  logLevel: 'error',
  ssr: { target: 'node' },
  build: {
    ssr: true,
    outDir: BUILD,
    emptyOutDir: true,
    minify: false,
    target: 'node20',
    rollupOptions: {
      input: { bench: 'test/bench/sync-bench.ts', dagang: 'test/bench/dagang-server.ts' },
    },
  },
});
const bench = spawn(
  process.execPath,
  ['--max-old-space-size=4096', path.join(BUILD, 'bench.js'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => bench.kill(signal));
bench.on('exit', (code) => {
  process.exitCode = code ?? 1;
});

/** The lock file says what is installed; it is the last to be written. */
function installPeers() {
  const from = path.join(ROOT, 'test/bench/peers');
  const stamp = path.join(PEERS, 'installed-lock.json');
  const lock = readFileSync(path.join(from, 'package-lock.json'), 'utf8');
  mkdirSync(PEERS, { recursive: true });
  cpSync(from, PEERS, { recursive: true });
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  process.stdout.write('Installing the peers (about a minute, once).\n');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: PEERS,
    stdio: 'inherit',
  });
  cpSync(path.join(PEERS, 'package-lock.json'), stamp);
}

/**
 * `npm run bench:register`: bundles the bench from its sources and runs it against the built
 * product (`npx remix vite:build` first). `--quick` asks less often and stops at 1,000 contracts.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILD = path.join(ROOT, 'test-results/bench/build-register');

process.chdir(ROOT);
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
    rollupOptions: { input: { bench: 'test/bench/register-bench.ts' } },
  },
});
const bench = spawn(process.execPath, [path.join(BUILD, 'bench.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => bench.kill(signal));
bench.on('exit', (code) => {
  process.exitCode = code ?? 1;
});

/** `SEED=17 npm run simulate` replays one run; `npm run simulate -- --seeds 20000` makes many. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const { values } = parseArgs({ options: { seeds: { type: 'string', default: '300' } } });
if (!/^[1-9]\d*$/.test(values.seeds)) throw new Error(`--seeds ${values.seeds} is not a number.`);

const vitest = join(ROOT, 'node_modules', '.bin', 'vitest');
const file = 'test/simulation/simulation.test.ts';
spawn(vitest, ['run', '--project', 'unit', file], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, SEEDS: values.seeds },
}).on('close', (code) => {
  process.exitCode = code ?? 1;
});

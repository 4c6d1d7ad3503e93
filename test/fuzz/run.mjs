/**
 * `npm run fuzz -- --frames 2000000 --seed 7` throws frames of chance at an open document, and
 * `npm run fuzz -- --honest 1000000` sends as many messages of real editors through the gate.
 */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const { values } = parseArgs({
  options: {
    frames: { type: 'string' },
    seed: { type: 'string', default: '1' },
    honest: { type: 'string' },
  },
});
for (const [name, value] of Object.entries(values)) {
  if (!/^[1-9]\d*$/.test(value)) throw new Error(`--${name} ${value} is not a number.`);
}

const isHonest = values.honest !== undefined;
const file = isHonest ? 'test/server/collab/honest-traffic.test.ts' : 'test/fuzz/fuzz.test.ts';
spawn(join(ROOT, 'node_modules', '.bin', 'vitest'), ['run', '--project', 'unit', file], {
  cwd: ROOT,
  stdio: 'inherit',
  env: {
    ...process.env,
    SEED: values.seed,
    ...(isHonest ? { HONEST: values.honest } : { FRAMES: values.frames ?? '20000' }),
  },
}).on('close', (code) => {
  process.exitCode = code ?? 1;
});

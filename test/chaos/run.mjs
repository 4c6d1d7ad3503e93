/**
 * `npm run chaos -- --kills 1000 --seed 1` kills servers until it has had enough; a window under ten
 * minutes takes `--kills 200`. The last line sums up, and any violation makes the command fail.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    lanes: { type: 'string', default: '2' },
  },
});
for (const [name, value] of Object.entries(values)) {
  if (!/^[1-9]\d*$/.test(value)) throw new Error(`--${name} ${value} is not a number.`);
}

const directory = mkdtempSync(join(tmpdir(), 'dagang-chaos-'));
const summary = join(directory, 'summary');
const vitest = join(ROOT, 'node_modules', '.bin', 'vitest');
const file = 'test/chaos/kill.integration.test.ts';
spawn(vitest, ['run', '--project', 'integration', file], {
  cwd: ROOT,
  stdio: 'inherit',
  env: {
    ...process.env,
    CHAOS_KILLS: values.kills,
    CHAOS_SEED: values.seed,
    CHAOS_LANES: values.lanes,
    CHAOS_SUMMARY: summary,
  },
}).on('close', (code) => {
  process.exitCode = code ?? 1;
  process.stdout.write(`${summaryOf(summary)}\n`);
  rmSync(directory, { recursive: true, force: true });
});

/** The test writes it when it knows; a run that broke off has none. */
function summaryOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return 'The run broke off without a summary.';
  }
}

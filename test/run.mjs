/**
 * What `npm test` runs, after the bootstrap has installed and built. Every step runs even when an
 * earlier one failed; a step that succeeds takes one line, one that fails shows its output. The
 * last line is `N passed, N failed`, with `, N skipped` when something was.
 *
 * `node test/run.mjs types lint` runs only the steps that are named.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const REPORTS = join(ROOT, 'test-results', 'reports');
const VITEST_REPORT = join(REPORTS, 'vitest.json');
const PLAYWRIGHT_REPORT = join(REPORTS, 'playwright.json');
const CACHE = 'node_modules/.cache';

const STEPS = [
  {
    name: 'types',
    command: [
      'tsc',
      '--noEmit',
      '--incremental',
      '--tsBuildInfoFile',
      `${CACHE}/types.tsbuildinfo`,
    ],
  },
  // Without the cache: it does not notice that a type changed in a file that another one imports.
  { name: 'lint', command: ['eslint', '.', '--max-warnings', '0'] },
  { name: 'format', command: ['prettier', '--check', '.', '--cache', '--log-level', 'warn'] },
  {
    name: 'unit and integration',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json'].concat(
      `--outputFile.json=${VITEST_REPORT}`,
    ),
    count: vitestCounts,
  },
  {
    name: 'browser',
    command: ['playwright', 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_REPORT },
    count: playwrightCounts,
  },
];

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
const GRACE_MS = 10_000;
let running = null;

for (const [signal, code] of Object.entries(SIGNALS)) process.on(signal, () => stop(code));
await main(process.argv.slice(2));

async function main(wanted) {
  const unknown = wanted.filter((name) => !STEPS.some((step) => step.name.startsWith(name)));
  if (unknown.length > 0) throw new Error(`no such step: ${unknown.join(', ')}`);
  const steps = STEPS.filter(
    ({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)),
  );

  rmSync(REPORTS, { recursive: true, force: true });
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const step of steps) {
    mkdirSync(REPORTS, { recursive: true });
    const counts = await report(step);
    for (const kind of Object.keys(total)) total[kind] += counts[kind];
  }
  console.log(`\n${inWords(total)}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

async function report(step) {
  const startedAt = Date.now();
  const { code, output } = await run(step);
  const counts = judged(step, code);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  if (counts.failed > 0) console.log(`\n${output.trimEnd()}\n`);
  const verdict = counts.failed > 0 ? 'FAILED' : 'ok';
  console.log(`${verdict.padEnd(7)}${step.name.padEnd(22)}${inWords(counts)} in ${seconds} s`);
  return counts;
}

/** A step that ends badly has failed, also when its own report counts no failure. */
function judged({ count }, code) {
  const counts = count?.() ?? { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function run({ command: [program, ...args], env }) {
  const child = spawn(join(ROOT, 'node_modules', '.bin', program), args, {
    cwd: ROOT,
    env: { ...withoutColours(process.env), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that servers and browsers started by a test end with it.
    detached: true,
  });
  running = child;
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  return new Promise((resolve) => {
    const end = (code, note) => {
      running = null;
      resolve({ code, output: Buffer.concat(chunks).toString() + note });
    };
    child.on('error', (error) => end(1, `${program} could not be started: ${error.message}`));
    child.on('close', (code, signal) => end(code ?? 1, signal ? `\nended by ${signal}` : ''));
  });
}

function stop(exitCode) {
  if (running === null) process.exit(exitCode);
  const { pid } = running;
  running.once('close', () => process.exit(exitCode));
  end(pid, 'SIGTERM');
  setTimeout(() => {
    end(pid, 'SIGKILL');
    process.exit(exitCode);
  }, GRACE_MS);
}

function end(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // It has ended by itself.
  }
}

/** The output is kept and printed later: colours in it would be control characters in a log. */
function withoutColours({ FORCE_COLOR: _, ...env }) {
  return { ...env, NO_COLOR: '1' };
}

/** A file that failed without a failed test, while loading or in a hook, counts as one. */
function vitestCounts() {
  const report = readReport(VITEST_REPORT);
  if (report === null) return null;
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** A test that passes only at the second try has failed. */
function playwrightCounts() {
  const report = readReport(PLAYWRIGHT_REPORT);
  if (report === null) return null;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

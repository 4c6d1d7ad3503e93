// Makes a fresh clone ready: packages, then on demand the build and a browser for the tests.
// Arguments: any of `build`, `browser`. Runs before node_modules exists, so Node built-ins only.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installBrowser } from './install-browser.mjs';
import { findBrowser } from './find-browser.mjs';
import { runQuietly, SetupFailed } from './run-quietly.mjs';
import { takeSetupLock } from './setup-lock.mjs';

const PACKAGES_STAMP = 'node_modules/.dagang-stamp';
const BUILD_STAMP = 'build/.dagang-stamp';
const SOURCES = ['app', 'server', 'db', 'docs-templates', 'public'];
const CONFIGURATION = [
  'package.json',
  'package-lock.json',
  'remix.config.js',
  'tsconfig.json',
  'vite.config.ts',
];

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
try {
  await makeReady(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SetupFailed)) throw error;
  console.error(`[setup] ${error.message}`);
  process.exitCode = 1;
}

async function makeReady(wanted) {
  demandNode();
  const release = await takeSetupLock('.setup.lock');
  try {
    installPackages();
    if (wanted.includes('build')) build();
    if (wanted.includes('browser') && findBrowser() === null) installBrowser();
  } finally {
    release();
  }
}

function demandNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetupFailed(`Node 20.19 or newer is needed; this is ${process.version}`);
}

function installPackages() {
  const wanted = hash(
    readFileSync('package-lock.json'),
    process.version,
    process.platform,
    process.arch,
  );
  if (stampIs(PACKAGES_STAMP, wanted)) return;
  console.log('[setup] Installing packages');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const environment = { NODE_ENV: 'development', npm_config_omit: '', npm_config_production: '' };
  // Inside `npm start` the running npm is the one to use; on Windows `npm` alone is a script.
  const npm = process.env.npm_execpath;
  if (npm !== undefined && /npm-cli\.[cm]?js$/.test(npm)) {
    runQuietly(process.execPath, [npm, ...args], environment);
  } else runQuietly('npm', args, environment);
  writeFileSync(PACKAGES_STAMP, wanted);
}

function build() {
  const files = [...SOURCES.flatMap(filesIn), ...CONFIGURATION].sort();
  const wanted = hash(...files.flatMap((file) => [file, readFileSync(file)]));
  if (stampIs(BUILD_STAMP, wanted)) return;
  console.log('[setup] Building');
  rmSync('build', { recursive: true, force: true });
  runQuietly(process.execPath, ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'], {
    NODE_ENV: 'production',
  });
  writeFileSync(BUILD_STAMP, wanted);
}

function filesIn(directory) {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(directory, entry.name);
    return entry.isDirectory() ? filesIn(file) : [file];
  });
}

/** Each part is hashed by itself, so that no two lists of parts look alike. */
function hash(...parts) {
  const digests = parts.map((part) => createHash('sha256').update(part).digest('hex'));
  return createHash('sha256').update(digests.join()).digest('hex');
}

function stampIs(stamp, wanted) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

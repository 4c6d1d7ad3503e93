import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from './find-browser.mjs';
import { runQuietly, SetupFailed } from './run-quietly.mjs';

/**
 * Gets a Chromium for the browser tests: from the Debian or Ubuntu archive where we may install
 * packages, with a font for Chinese; elsewhere the one that Playwright downloads.
 * @throws SetupFailed when there is none afterwards; browser tests are never left out silently.
 */
export function installBrowser() {
  console.log('[setup] Installing Chromium for the browser tests');
  const problems = [];
  for (const install of [fromArchive, fromPlaywright]) {
    try {
      install();
    } catch (error) {
      if (!(error instanceof SetupFailed)) throw error;
      problems.push(error.message);
    }
    if (findBrowser() !== null) return;
  }
  throw new SetupFailed(
    `No Chromium could be installed (${problems.join('; ') || 'the one installed does not start'}); ` +
      'install Chromium or Chrome and set CHROMIUM_PATH to it',
  );
}

function fromArchive() {
  if (!existsSync('/usr/bin/apt-get')) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return;
  const apt = (...args) => {
    const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-y', ...args];
    const [program, ...rest] = isRoot ? command : ['sudo', '-n', ...command];
    runQuietly(program, rest);
  };
  apt('update');
  apt('install', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
}

function fromPlaywright() {
  runQuietly(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']);
}

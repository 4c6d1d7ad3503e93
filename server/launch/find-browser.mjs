import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/**
 * The path of a Chromium that starts, or null. CHROMIUM_PATH goes first, then the search path and
 * the usual places, then what Playwright downloaded.
 */
export function findBrowser() {
  const candidates = [
    process.env.CHROMIUM_PATH,
    ...onSearchPath(),
    ...usualPlaces(),
    ...downloadedByPlaywright(),
  ];
  return candidates.find((file) => file && existsSync(file) && starts(file)) ?? null;
}

function onSearchPath() {
  const directories = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return NAMES.flatMap((name) => directories.map((directory) => path.join(directory, name)));
}

function usualPlaces() {
  const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']].filter(Boolean);
  return [
    '/usr/lib/chromium/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ...programs.map((folder) => path.join(folder, 'Google/Chrome/Application/chrome.exe')),
  ];
}

function downloadedByPlaywright() {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    path.join(homedir(), '.cache/ms-playwright'),
    path.join(homedir(), 'Library/Caches/ms-playwright'),
    path.join(homedir(), 'AppData/Local/ms-playwright'),
  ];
  return caches
    .flatMap((cache) => foldersIn(cache, /^chromium-\d+$/))
    .sort(newestRevisionFirst)
    .flatMap((browser) => foldersIn(browser, /^chrome-/))
    .flatMap((platform) =>
      [
        'chrome',
        'chrome.exe',
        'Chromium.app/Contents/MacOS/Chromium',
        'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      ].map((program) => path.join(platform, program)),
    );
}

function foldersIn(directory, pattern) {
  if (!directory || !existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => pattern.test(name))
    .map((name) => path.join(directory, name));
}

function newestRevisionFirst(one, other) {
  return Number(other.split('-').at(-1)) - Number(one.split('-').at(-1));
}

/** Some systems put a stub there that only tells how to get the real one. */
function starts(file) {
  if (process.platform === 'win32') return true; // there the question would open a window
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 15_000 }).status === 0;
}

import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './server/launch/find-browser.mjs';
import { freePort } from './server/database/free-port.ts';

const RESULTS = path.resolve('test-results/browser');
// The file is read again in each worker, which gets the environment of the first reading.
const isFirstReading = process.env.TEST_WORKER_INDEX === undefined;
const port = Number((process.env.DAGANG_TEST_PORT ??= String(await freePort())));
const dataDir = path.join(RESULTS, `data-${port}`);
const faults = (process.env.DAGANG_TEST_FAULTS ??= path.join(RESULTS, `faults-${port}.log`));
const url = `http://localhost:${port}`;
const browser = findBrowser();

if (isFirstReading) {
  mkdirSync(RESULTS, { recursive: true });
  process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));
}

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: path.join(RESULTS, 'traces'),
  // One server and one project for all tests; each test works on documents of its own.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 8000 },
  reporter: [['list']],
  use: {
    baseURL: url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(browser !== null && { executablePath: browser }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    // What the server complains about belongs to the test that was running; see complaints.ts.
    command: `node server/launch/start.mjs 2> "${faults}"`,
    url: `${url}/readyz`,
    env: { NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataDir, DEMO: '1' },
    reuseExistingServer: false,
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});

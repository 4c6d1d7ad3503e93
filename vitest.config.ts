import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const outside = ['**/node_modules/**', 'build/**', 'test/e2e/**'];

const shared = {
  environment: 'node',
  setupFiles: ['test/support/silent-console.ts'],
  testTimeout: 20_000,
  hookTimeout: 20_000,
} satisfies TestProjectInlineConfiguration['test'];

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...outside, '**/*.integration.test.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'integration',
          include: ['test/**/*.integration.test.ts'],
          exclude: outside,
          globalSetup: ['test/support/postgres-global-setup.ts'],
        },
      },
    ],
  },
});

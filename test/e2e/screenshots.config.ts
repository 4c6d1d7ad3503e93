/** `npm run screenshots`: pictures of every page for people to look at. No part of `npm test`. */
import { defineConfig } from '@playwright/test';
import tests from '../../playwright.config.ts';

export default defineConfig({
  ...tests,
  testMatch: 'take-*screenshots.ts',
  timeout: 240_000,
  use: { ...tests.use, trace: 'off' },
});

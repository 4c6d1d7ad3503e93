import { expect, it } from 'vitest';
import { retryDelay } from '#app/editor/collaboration/retry-delay.ts';

it('waits half a second at least, and never longer than thirty', () => {
  expect(retryDelay(1, 0)).toBe(500);
  expect(retryDelay(1, 1)).toBe(1000);
  expect(retryDelay(3, 1)).toBe(4000);
  expect(retryDelay(100, 0)).toBe(500);
  expect(retryDelay(100, 1)).toBe(30_000);
});

it('gives two clients that failed equally often different times', () => {
  expect(retryDelay(4, 0.25)).not.toBe(retryDelay(4, 0.75));
});

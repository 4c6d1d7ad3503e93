import { format } from 'node:util';
import { afterEach, beforeEach } from 'vitest';

/**
 * A test that makes the console complain fails, unless it put its own spy there: a warning that
 * nobody has to read is a fault that nobody will see.
 */
const written: string[] = [];

beforeEach(() => {
  written.length = 0;
  const keep = (...words: unknown[]) => void written.push(format(...words));
  Object.assign(console, { error: keep, warn: keep });
});

afterEach(() => {
  if (written.length > 0) throw new Error(`Unexpected on the console:\n${written.join('\n')}`);
});

import { existsSync, readFileSync } from 'node:fs';
import { expect, type BrowserContext } from '@playwright/test';

/**
 * What browsers and the server complained about during a test, and what the test said it would
 * provoke.
 */
export class Complaints {
  readonly #heard: string[] = [];
  readonly #expected: RegExp[] = [];
  readonly #faultsBefore = serverFaults().length;

  /** Listens to every page of `context`, present and future. */
  listenTo(context: BrowserContext): void {
    context.on('console', (message) => {
      if (!['error', 'warning'].includes(message.type())) return;
      this.#heard.push(`${message.type()} at ${message.location().url}: ${message.text()}`);
    });
    context.on('weberror', (event) => {
      const fault = event.error();
      this.#heard.push(`page error at ${event.page()?.url()}: ${fault.stack ?? fault.message}`);
    });
  }

  /** Names what the test itself brings about, such as an answer 404 that it asks for. */
  expect(complaint: RegExp): void {
    this.#expected.push(complaint);
  }

  /** Fails when anybody complained about anything else. */
  verify(): void {
    expect(serverFaults().slice(this.#faultsBefore), 'faults of the server').toBe('');
    const unexpected = this.#heard.filter((words) => !this.#expected.some((e) => e.test(words)));
    expect(unexpected, 'complaints in the console of a browser').toEqual([]);
  }
}

/** Everything that the server has written to its error stream. */
function serverFaults(): string {
  const file = process.env.DAGANG_TEST_FAULTS ?? '';
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

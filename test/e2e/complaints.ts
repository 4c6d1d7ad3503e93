import { expect, type BrowserContext } from '@playwright/test';

/** What browsers complained about during a test, and what the test said it would provoke. */
export class Complaints {
  #heard: string[] = [];
  #expected: RegExp[] = [];

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

  /** Fails when a browser complained about anything else. */
  verify(): void {
    const unexpected = this.#heard.filter((words) => !this.#expected.some((e) => e.test(words)));
    expect(unexpected, 'complaints in the console of a browser').toEqual([]);
  }
}

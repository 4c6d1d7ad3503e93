/** The demo project as its people meet it: each in a browser of their own, or as a program. */
import {
  request,
  test as base,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import type { Locale } from '#app/domain/shared/locale.ts';
import type { Translate } from '#app/i18n/translator.ts';
import { DEMO_PASSWORD } from '#db/seed/demo-people.ts';
import { Complaints } from './complaints.ts';
import { RestClient } from './rest-client.ts';
import { WORDS } from './words.ts';

export { expect } from '@playwright/test';

export type Theme = 'light' | 'dark';
export type Visit = BrowserContextOptions & { locale?: Locale; theme?: Theme };
export type Visitor = { page: Page; context: BrowserContext; t: Translate; locale: Locale };
type Sessions = Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>;

type ForTest = {
  complaints: Complaints;
  /** Opens a browser of its own in which `email` is signed in; null is a stranger. */
  visit: (email: string | null, wishes?: Visit) => Promise<Visitor>;
  /** The REST contract, for what a test needs before it begins and for proof after it. */
  rest: (email: string) => Promise<RestClient>;
};

type ForWorker = { sessions: Sessions; clients: Map<string, RestClient> };

export const test = base.extend<ForTest, ForWorker>({
  sessions: [({}, use) => use(new Map()), { scope: 'worker' }],
  clients: [({}, use) => use(new Map()), { scope: 'worker' }],
  complaints: async ({}, use) => {
    const complaints = new Complaints();
    await use(complaints);
    complaints.verify();
  },
  visit: async ({ browser, baseURL, complaints, sessions }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (email, wishes = {}) => {
      const origin = wishes.baseURL ?? String(baseURL);
      const storageState = email === null ? undefined : await sessionOf(sessions, origin, email);
      const visitor = await enter(browser, origin, {
        ...wishes,
        ...(storageState && { storageState }),
      });
      opened.push(visitor.context);
      complaints.listenTo(visitor.context);
      return visitor;
    });
    for (const context of opened) await context.close();
  },
  rest: async ({ baseURL, clients }, use) => {
    await use(async (email) => {
      const client =
        clients.get(email) ?? (await RestClient.signIn(String(baseURL), email, DEMO_PASSWORD));
      clients.set(email, client);
      return client;
    });
  },
});

async function enter(browser: Browser, origin: string, wishes: Visit): Promise<Visitor> {
  const { locale = 'zh-CN', theme = 'light', ...options } = wishes;
  const context = await browser.newContext({ ...options, locale, baseURL: origin });
  await context.addCookies([
    { name: 'dagang-locale', value: locale, url: origin },
    { name: 'dagang-theme', value: theme, url: origin },
  ]);
  return { context, page: await context.newPage(), t: WORDS[locale], locale };
}

/** Signs each account in once, by the plain form; later visits come with the session. */
async function sessionOf(sessions: Sessions, origin: string, email: string) {
  const key = `${email} at ${origin}`;
  const known = sessions.get(key);
  if (known !== undefined) return known;
  const browserless = await request.newContext({ baseURL: origin });
  const answer = await browserless.post('/sign-in', {
    headers: { origin },
    form: { email, password: DEMO_PASSWORD },
    maxRedirects: 0,
  });
  if (answer.status() !== 302) throw new Error(`${email} cannot sign in: ${answer.status()}`);
  const session = await browserless.storageState();
  await browserless.dispose();
  sessions.set(key, session);
  return session;
}

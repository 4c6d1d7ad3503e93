import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createFirstAccount,
  isFirstAccountToken,
  offerFirstAccount,
} from '#app/use-cases/people/first-account.server.ts';
import { issueToken } from '#app/use-cases/people/issue-token.server.ts';
import { connectDatabase } from '#db/connection.ts';
import { people } from '#db/schema/index.ts';
import { seedFoundation } from '#db/seed/foundation.ts';
import { freshDatabase, type FreshDatabase } from '#test/support/database.ts';

let fresh: FreshDatabase;

beforeEach(async () => {
  fresh = await freshDatabase();
  connectDatabase(fresh);
  await seedFoundation(fresh.db);
});

afterEach(async () => {
  await fresh.close();
});

test('the link of an empty installation makes one administrator, who can sign in', async () => {
  const token = await offered();

  const created = await createFirstAccount({ ...ACCOUNT, token, now: new Date() });

  expect(created.ok).toBe(true);
  const signedIn = await issueToken({
    email: 'first@example.org',
    password: ACCOUNT.password,
    clientAddress: '127.0.0.1',
    now: new Date(),
  });
  expect(signedIn.ok).toBe(true);
});

test('the link works once, and nobody is offered another', async () => {
  const token = await offered();
  await createFirstAccount({ ...ACCOUNT, token, now: new Date() });

  const again = await createFirstAccount({
    ...ACCOUNT,
    email: 'second@example.org',
    token,
    now: new Date(),
  });

  expect(again).toEqual({ ok: false, refusal: { code: 'not-found' } });
  expect(isFirstAccountToken(token)).toBe(false);
  expect(await offerFirstAccount()).toBeNull();
});

test('of several who follow the link at the same time, one becomes administrator', async () => {
  const token = await offered();

  const created = await Promise.all(
    ['a', 'b', 'c', 'd'].map((name) =>
      createFirstAccount({ ...ACCOUNT, email: `${name}@example.org`, token, now: new Date() }),
    ),
  );

  expect(created.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await fresh.db.select().from(people)).toHaveLength(1);
});

test('a made-up link opens nothing, and a later offer ends the earlier one', async () => {
  const first = await offered();
  const second = await offered();

  expect(isFirstAccountToken('made-up')).toBe(false);
  expect(isFirstAccountToken('')).toBe(false);
  expect(isFirstAccountToken(first)).toBe(false);
  expect(isFirstAccountToken(second)).toBe(true);
  const created = await createFirstAccount({ ...ACCOUNT, token: first, now: new Date() });
  expect(created.ok).toBe(false);
  expect(await fresh.db.select().from(people)).toEqual([]);
});

test('a failure on the way leaves the link good', async () => {
  const token = await offered();
  const broken = { ...ACCOUNT, email: 'nul\u0000@example.org', token, now: new Date() };

  await expect(createFirstAccount(broken)).rejects.toThrow();

  expect((await createFirstAccount({ ...ACCOUNT, token, now: new Date() })).ok).toBe(true);
});

const ACCOUNT = {
  email: ' First@Example.org ',
  name: '首位管理员',
  password: 'a long enough password',
};

async function offered(): Promise<string> {
  const token = await offerFirstAccount();
  if (token === null) throw new Error('Nothing was offered.');
  return token;
}

import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admitToDocument } from '#app/use-cases/documents/admit-to-document.server.ts';
import { openDocumentSession } from '#app/use-cases/documents/open-document-session.server.ts';
import { currentPerson, currentSession } from '#app/use-cases/people/current-person.server.ts';
import { issueToken } from '#app/use-cases/people/issue-token.server.ts';
import { signIn } from '#app/use-cases/people/sign-in.server.ts';
import { signOut } from '#app/use-cases/people/sign-out.server.ts';
import { database } from '#db/connection.ts';
import { auditEvents, people, sessions } from '#db/schema/index.ts';
import { DEMO_PASSWORD } from '#db/seed/demo-people.ts';
import { hashPassword } from '#server/auth/passwords.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';

let project: DemoProject;

beforeAll(async () => {
  project = await demoProject();
});

afterAll(async () => {
  await project.close();
});

describe('signing in', () => {
  test('takes the e-mail address in any case and with spaces around it', async () => {
    const { cookie } = await browser('  PMO@Demo.Test ');

    expect((await currentPerson(requestWith({ cookie })))?.email).toBe('pmo@demo.test');
  });

  test('says the same of a wrong password, an unknown account and a closed one', async () => {
    await database()
      .update(people)
      .set({ deactivatedAt: new Date() })
      .where(eq(people.email, 'observer@demo.test'));

    const answers = await Promise.all([
      signIn(attempt('pmo@demo.test', 'wrong')),
      signIn(attempt('nobody@demo.test', DEMO_PASSWORD)),
      signIn(attempt('observer@demo.test', DEMO_PASSWORD)),
      signIn(attempt('', '')),
    ]);

    const refusal = { ok: false, refusal: { code: 'sign-in.wrong' } };
    expect(answers).toEqual([refusal, refusal, refusal, refusal]);
  });

  test('takes a password in whatever Unicode form the keyboard wrote it', async () => {
    await database()
      .update(people)
      .set({ passwordHash: await hashPassword('碳市场ＰＭＩé密码') })
      .where(eq(people.email, 'lead@bank.demo.test'));

    const answers = await Promise.all(
      ['碳市场ＰＭＩé密码', '碳市场PMIé密码', '碳市场PMIe\u0301密码'].map((password) =>
        signIn(attempt('lead@bank.demo.test', password)),
      ),
    );

    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
  });

  test('is recorded with its channel', async () => {
    await browser('reviewer@bank.demo.test');

    const { id } = await project.person('reviewer@bank.demo.test');
    const recorded = await database()
      .select({ action: auditEvents.action, details: auditEvents.details })
      .from(auditEvents)
      .where(eq(auditEvents.actorId, id));
    expect(recorded).toEqual([
      { action: 'session.opened', details: { channel: 'WEB' } },
      { action: 'session.opened', details: { channel: 'API' } },
    ]);
  });
});

describe('guessing', () => {
  test('ends after five wrong passwords, even with the right one, and for this account only', async () => {
    const wrong = await inTurn(5, () => signIn(attempt('firm-b@demo.test', 'guess')));
    expect(new Set(wrong.map(codeOf))).toEqual(new Set(['sign-in.wrong']));

    expect(codeOf(await signIn(attempt('firm-b@demo.test', DEMO_PASSWORD)))).toBe(
      'sign-in.too-many',
    );
    expect(codeOf(await issueToken(attempt('FIRM-B@demo.test', DEMO_PASSWORD)))).toBe(
      'sign-in.too-many',
    );
    expect(codeOf(await signIn(attempt('firm-a2@demo.test', DEMO_PASSWORD)))).toBe('granted');
  });

  test('at the same time gives no more than five tries', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        signIn({ ...attempt('external@demo.test', `guess ${index}`), clientAddress: '192.0.2.7' }),
      ),
    );

    const tried = answers.filter((answer) => codeOf(answer) === 'sign-in.wrong');
    expect(tried).toHaveLength(5);
  });

  test('an account that does not exist is stopped in the same way', async () => {
    const answers = await inTurn(6, () => signIn(attempt('ghost@demo.test', 'guess')));

    expect(answers.map(codeOf).at(-1)).toBe('sign-in.too-many');
  });

  test('over many accounts from one address ends too', async () => {
    const from = { clientAddress: '203.0.113.9' };
    await inTurn(50, (index) => signIn({ ...attempt(`a${index}@demo.test`, 'x'), ...from }));

    const stopped = await signIn({ ...attempt('pmo@demo.test', DEMO_PASSWORD), ...from });
    const elsewhere = await signIn(attempt('pmo@demo.test', DEMO_PASSWORD));
    expect([codeOf(stopped), codeOf(elsewhere)]).toEqual(['sign-in.too-many', 'granted']);
  });

  test('is forgotten when the person remembers the password', async () => {
    for (let round = 0; round < 3; round += 1) {
      await inTurn(4, () => signIn(attempt('admin@demo.test', 'guess')));
      expect(codeOf(await signIn(attempt('admin@demo.test', DEMO_PASSWORD)))).toBe('granted');
    }
  });
});

describe('a session', () => {
  test('is stored under a key that opens nothing', async () => {
    const { cookie, token } = await browser('pmo@demo.test');

    const stored = (await database().select().from(sessions)).map(({ id }) => id);
    expect(stored).not.toContain(token);
    for (const key of stored) {
      expect(await currentPerson(requestWith({ cookie: cookie.replace(token, key) }))).toBeNull();
    }
  });

  test('rides on a cookie that scripts and other hosts cannot read', async () => {
    const signedIn = await signIn(attempt('pmo@demo.test', DEMO_PASSWORD));
    if (!signedIn.ok) throw new Error(signedIn.refusal.code);

    const parts = signedIn.value.setCookie.split('; ').slice(1);
    expect(signedIn.value.setCookie).toMatch(/^__Host-dagang-session=/);
    expect(parts).toEqual(expect.arrayContaining(['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']));
    expect(signedIn.value.setCookie).not.toMatch(/Domain/i);
  });

  test('ends when it was not used for long', async () => {
    const { cookie } = await browser('pmo@demo.test');
    await moveNewest({ expiresAt: new Date(Date.now() - 1_000) });

    expect(await currentPerson(requestWith({ cookie }))).toBeNull();
  });

  test('lasts while it is used', async () => {
    const { cookie } = await browser('pmo@demo.test');
    const id = await moveNewest({ expiresAt: new Date(Date.now() + HOUR_MS) });

    expect(await currentPerson(requestWith({ cookie }))).not.toBeNull();

    const [row] = await database().select().from(sessions).where(eq(sessions.id, id));
    expect(row?.expiresAt.getTime()).toBeGreaterThan(Date.now() + 7 * HOUR_MS);
  });

  test('ends after seven days however much it is used, on pages and on sockets', async () => {
    const documentId = await project.startTor();
    const { cookie } = await browser('pmo@demo.test');
    const signedIn = await currentSession(requestWith({ cookie }));
    if (signedIn === null) throw new Error('Not signed in.');
    const opened = await openDocumentSession({ signedIn, documentId, now: new Date() });
    if (!opened.ok) throw new Error(opened.refusal.code);
    const ticket = opened.value.path.split('/').at(-1) ?? '';
    const admitted = () => admitToDocument({ documentId, ticket, now: new Date() });
    expect(await admitted()).toMatchObject({ person: { email: 'pmo@demo.test' } });

    await moveNewest({ createdAt: new Date(Date.now() - 7 * 24 * HOUR_MS - 1_000) });

    expect(await admitted()).toBe('session');
    expect(await currentPerson(requestWith({ cookie }))).toBeNull();
  });

  test('that was ended is dead for a copied cookie too, and others go on', async () => {
    const [one, other] = [await browser('pmo@demo.test'), await browser('pmo@demo.test')];

    const { setCookie } = await signOut(requestWith({ cookie: one.cookie }));

    expect(setCookie).toMatch(/^__Host-dagang-session=;.*Max-Age=0/);
    expect(await currentPerson(requestWith({ cookie: one.cookie }))).toBeNull();
    expect(await currentPerson(requestWith({ cookie: other.cookie }))).not.toBeNull();
  });

  test('of a closed account opens nothing', async () => {
    const { cookie } = await browser('firm-a@demo.test');
    const account = eq(people.email, 'firm-a@demo.test');
    await database().update(people).set({ deactivatedAt: new Date() }).where(account);

    expect(await currentPerson(requestWith({ cookie }))).toBeNull();
  });

  test('of a browser is no bearer token, and a bearer token is no cookie', async () => {
    const { token: ofBrowser, cookie } = await browser('pmo@demo.test');
    const issued = await issueToken(attempt('pmo@demo.test', DEMO_PASSWORD));
    if (!issued.ok) throw new Error(issued.refusal.code);
    const { token: ofProgram } = issued.value;

    const asked = (headers: Record<string, string>) => currentSession(requestWith(headers));
    expect(await asked({ authorization: `Bearer ${ofBrowser}` })).toBeNull();
    expect(await asked({ cookie: cookie.replace(ofBrowser, ofProgram) })).toBeNull();
    expect(await asked({ authorization: `Bearer ${ofProgram}` })).not.toBeNull();
    expect(await asked({ authorization: 'Bearer made-up', cookie })).toBeNull();
  });
});

const HOUR_MS = 3_600_000;

function attempt(email: string, password: string) {
  return { email, password, clientAddress: '127.0.0.1', now: new Date() };
}

function codeOf(answer: { ok: true } | { ok: false; refusal: { code: string } }): string {
  return answer.ok ? 'granted' : answer.refusal.code;
}

async function inTurn<Value>(
  times: number,
  work: (index: number) => Promise<Value>,
): Promise<Value[]> {
  const results: Value[] = [];
  for (let index = 0; index < times; index += 1) results.push(await work(index));
  return results;
}

/** The cookie of a browser that signed in, as it sends it back. */
async function browser(email: string): Promise<{ cookie: string; token: string }> {
  const signedIn = await signIn(attempt(email, DEMO_PASSWORD));
  if (!signedIn.ok) throw new Error(signedIn.refusal.code);
  const cookie = signedIn.value.setCookie.split(';')[0] ?? '';
  return { cookie, token: cookie.split('=')[1] ?? '' };
}

function requestWith(headers: Record<string, string>): Request {
  return new Request('http://dagang.test/', { headers });
}

/** Moves the times of the session that was opened last. */
async function moveNewest(times: { expiresAt?: Date; createdAt?: Date }): Promise<string> {
  const rows = await database().select().from(sessions);
  const newest = rows.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())[0];
  if (newest === undefined) throw new Error('Nobody is signed in.');
  await database().update(sessions).set(times).where(eq(sessions.id, newest.id));
  return newest.id;
}

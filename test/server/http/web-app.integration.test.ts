import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { signIn } from '#app/use-cases/people/sign-in.server.ts';
import { connectDatabase } from '#db/connection.ts';
import { openDatabase } from '#db/client.ts';
import { DEMO_PASSWORD } from '#db/seed/demo-people.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { webServer, type WebServer } from '#test/support/web-server.ts';

let project: DemoProject;
let server: WebServer;

beforeAll(async () => {
  project = await demoProject();
  server = await webServer(project.connectionString);
});

afterAll(async () => {
  await server.close();
  await project.close();
});

describe('every answer', () => {
  test.each(['/healthz', '/readyz', '/api/v1/assignments', '/api/v1/nothing', '/any/page'])(
    'of %s tells the browser to trust this site alone',
    async (path) => {
      const { headers } = await fetch(server.origin + path);

      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("object-src 'none'");
      expect(policy).toContain("base-uri 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/script-src[^;]*unsafe/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  test('has a nonce of its own', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const { headers } = await fetch(`${server.origin}/healthz`);
        return /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1];
      }),
    );

    expect(nonces[0]).toMatch(/.{16}/);
    expect(nonces[0]).not.toBe(nonces[1]);
  });
});

describe('a change that rides on a cookie', () => {
  const post = async (headers: Record<string, string>) => {
    const cookie = await cookieOf('pmo@demo.test');
    const documentId = await project.startTor();
    return await fetch(`${server.origin}/api/v1/documents/${documentId}/session`, {
      method: 'POST',
      headers: { cookie, ...headers },
    });
  };

  test('is taken from our own pages', async () => {
    expect((await post({ origin: server.origin })).status).toBe(201);
  });

  test.each([
    ['another site', { origin: 'https://elsewhere.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a link on another site', { 'sec-fetch-site': 'cross-site' }],
    ['nobody knows where', {}],
  ])('is refused from %s', async (_whence, headers) => {
    const answer = await post(headers as Record<string, string>);

    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'form.origin' });
  });

  test('is refused on pages as on the API', async () => {
    const answer = await fetch(`${server.origin}/sign-out`, {
      method: 'POST',
      headers: { cookie: await cookieOf('pmo@demo.test'), origin: 'https://elsewhere.example' },
    });

    expect(answer.status).toBe(403);
  });
});

describe('health', () => {
  test('is answered while the process lives, ready while the database answers', async () => {
    expect(await statusOf('/healthz')).toBe(200);
    expect(await statusOf('/readyz')).toBe(200);
  });

  test('without database is alive but not ready, and the fault is told to the log alone', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const gone = openDatabase('postgres://nobody@127.0.0.1:1/nothing');
    const back = openDatabase(project.connectionString);
    try {
      connectDatabase(gone);

      expect(await statusOf('/healthz')).toBe(200);
      expect(await statusOf('/readyz')).toBe(503);
      const answer = await server.api('/tokens', { body: { email: 'a@b.c', password: 'x' } });
      expect([answer.status, answer.json]).toMatchObject([500, { code: 'server.fault' }]);
      expect(answer.text).not.toMatch(/ECONN|127\.0\.0\.1|select|at /);
      expect(log.mock.calls.join()).toMatch(/Not ready[^]*POST \/api\/v1\/tokens failed/);
    } finally {
      log.mockRestore();
      connectDatabase(back);
      await gone.close();
    }
    expect(await statusOf('/readyz')).toBe(200);
    await back.close();
  });
});

async function statusOf(path: string): Promise<number> {
  return (await fetch(server.origin + path)).status;
}

async function cookieOf(email: string): Promise<string> {
  const signedIn = await signIn({
    email,
    password: DEMO_PASSWORD,
    clientAddress: '127.0.0.1',
    now: new Date(),
  });
  if (!signedIn.ok) throw new Error(signedIn.refusal.code);
  return signedIn.value.setCookie.split(';')[0] ?? '';
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from '#db/connection.ts';
import { documents, messages, threads } from '#db/schema/index.ts';
import { DEMO_PASSWORD } from '#db/seed/demo-people.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { webServer, type ApiAnswer, type WebServer } from '#test/support/web-server.ts';

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

describe('a token', () => {
  test('is given for e-mail and password, with its end', async () => {
    const answer = await server.api('/tokens', {
      body: { email: 'pmo@demo.test', password: DEMO_PASSWORD },
    });

    expect(answer.status).toBe(201);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { token, expiresAt } = answer.json as { token: string; expiresAt: string };
    expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now());
    const signedIn = await server.api('/assignments', {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(signedIn.status).toBe(200);
  });

  test('is refused alike for a wrong password and an unknown account', async () => {
    const wrong = await server.api('/tokens', { body: { email: 'pmo@demo.test', password: 'x' } });
    const unknown = await server.api('/tokens', { body: { email: 'no@demo.test', password: 'x' } });

    expectProblem(wrong, 401, 'sign-in.wrong');
    expect(unknown.text).toBe(wrong.text);
  });

  test('is refused for a while after five wrong passwords', async () => {
    const body = { email: 'firm-a2@demo.test', password: 'guess' };
    for (let round = 0; round < 5; round += 1) {
      expect((await server.api('/tokens', { body })).status).toBe(401);
    }

    const stopped = await server.api('/tokens', { body: { ...body, password: DEMO_PASSWORD } });
    expectProblem(stopped, 429, 'sign-in.too-many');
  });

  test.each(['', 'Bearer', 'Bearer made-up', 'Basic cG1vOmRlbW8=', 'Bearer a b'])(
    'is needed: %j opens nothing',
    async (authorization) => {
      const headers = authorization === '' ? {} : { authorization };

      expectProblem(await server.api('/assignments', { headers }), 401, 'sign-in.expired');
    },
  );
});

describe('a refusal', () => {
  test('speaks the language that the caller asks for, under the same code', async () => {
    const asked = async (language: string) =>
      await server.api('/assignments/PMI-99', {
        as: 'pmo@demo.test',
        headers: { 'accept-language': language },
      });

    const [en, zh] = [await asked('en-GB,zh;q=0.4'), await asked('zh-CN')];
    expectProblem(en, 404, 'not-found');
    expectProblem(zh, 404, 'not-found');
    expect(en.headers.get('content-language')).toBe('en');
    expect(zh.headers.get('content-language')).toBe('zh-CN');
    expect((en.json as { detail: string }).detail).toMatch(/^[\x20-\x7e]+$/);
    expect((zh.json as { detail: string }).detail).toMatch(/\p{Script=Han}/u);
  });

  test.each(['/', '/nothing', '/documents', '/documents/x/y/z', '/tokens/x'])(
    'meets who asks for %s, which is nowhere',
    async (path) => {
      expectProblem(await server.api(path, { as: 'pmo@demo.test' }), 404, 'not-found');
    },
  );

  test.each(['', '{', '{"kind":', 'kind=TOR', '\u0000', '{"a":1}{'])(
    'meets a body that is no JSON: %j',
    async (body) => {
      const answer = await server.api('/tokens', { method: 'POST', body });

      expectProblem(answer, 400, 'body.malformed');
    },
  );

  test.each([
    ['/tokens', null],
    ['/tokens', []],
    ['/tokens', 'text in JSON'],
    ['/tokens', { email: 'pmo@demo.test' }],
    ['/tokens', { email: 3, password: {} }],
    ['/tokens', { email: 'x'.repeat(400), password: 'x' }],
    ['/assignments/PMI-3/documents', {}],
    ['/assignments/PMI-3/documents', { kind: 'TOR' }],
    ['/assignments/PMI-3/documents', { kind: 'TOR', title: 7 }],
    ['/assignments/PMI-3/documents', { kind: ['TOR'], title: 'x' }],
  ])('meets a body of another shape: %s %j', async (path, body) => {
    const answer = await server.api(path, { as: 'pmo@demo.test', body: JSON.stringify(body) });

    expectProblem(answer, 422, 'form.invalid');
  });

  test.each([
    [{ kind: 'NOVEL', title: 'x' }, 'kind.unknown'],
    [{ kind: 'TOR', title: ' ' }, 'title.missing'],
    [{ kind: 'TOR', title: '纲'.repeat(301) }, 'title.too-long'],
    [{ kind: 'TOR', title: 'x', templateKey: 'made-up' }, 'template.unknown'],
  ])('meets a document that cannot be started: %j', async (body, code) => {
    const before = await database().$count(documents);

    const answer = await server.api('/assignments/PMI-3/documents', { as: 'pmo@demo.test', body });

    expectProblem(answer, 422, code);
    expect(await database().$count(documents)).toBe(before);
  });

  test('meets a body that is too large', async () => {
    const answer = await server.api('/tokens', { method: 'POST', body: ' '.repeat(600 * 1024) });

    expectProblem(answer, 413, 'form.too-large');
  });

  test('meets a body that is too large and does not say so, which may be cut off', async () => {
    const body = new Blob([new Uint8Array(4 * 1024 * 1024).fill(32)]).stream();
    const request = { method: 'POST', body, duplex: 'half' } as RequestInit;

    const outcome = await fetch(`${server.origin}/api/v1/tokens`, request).then(
      (response) => response.status,
      () => 'cut off',
    );

    expect([413, 'cut off']).toContain(outcome);
    expect((await server.api('/openapi.json')).status).toBe(200);
  });
});

describe('a character that no text holds', () => {
  test('in an address is nothing that exists', async () => {
    for (const path of ['/documents/%00', '/documents/x%00y/text', '/assignments/PMI-3%00']) {
      expectProblem(await server.api(path, { as: 'pmo@demo.test' }), 404, 'not-found');
    }
  });

  test('in a body is refused and changes nothing', async () => {
    const documentId = await project.startTor();
    const before = [await database().$count(threads), await database().$count(messages)];

    const answers = [
      await server.api('/tokens', { body: { email: 'a\u0000@demo.test', password: 'x' } }),
      await server.api(`/documents/${documentId}/threads`, {
        as: 'pmo@demo.test',
        body: { type: 'NOTE', body: 'nul \u0000', quote: 'Consultant names one contact' },
      }),
    ];

    for (const answer of answers) expectProblem(answer, 400, 'body.malformed');
    expect([await database().$count(threads), await database().$count(messages)]).toEqual(before);
  });
});

function expectProblem(answer: ApiAnswer, status: number, code: string): void {
  expect({ status: answer.status, json: answer.json }).toEqual({
    status,
    json: {
      type: `urn:dagang:problem:${code}`,
      title: expect.stringMatching(/./) as string,
      status,
      code,
      detail: expect.stringMatching(/../) as string,
    },
  });
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
}

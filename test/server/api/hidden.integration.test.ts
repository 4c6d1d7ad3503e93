import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { raiseComment } from '#app/use-cases/review/raise-comment.server.ts';
import type { ThreadVisibility } from '#app/domain/review/thread.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { webServer, type WebServer } from '#test/support/web-server.ts';

type Operation = {
  security: unknown[];
  parameters: { name: string; in: string; required: boolean }[];
  requestBody?: { content: Record<string, { schema: { type?: string } }> };
  responses: Record<string, { description: string; content: Record<string, { schema: object }> }>;
};
type Described = {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
};

let project: DemoProject;
let server: WebServer;
let described: Described;
let documentId: string;
let threadId: string;
let bankThreadId: string;

beforeAll(async () => {
  project = await demoProject();
  server = await webServer(project.connectionString);
  described = (await server.api('/openapi.json')).json as Described;
  documentId = await project.startTor();
  threadId = await aThread('ALL');
  bankThreadId = await aThread('INSTITUTION');
});

afterAll(async () => {
  await server.close();
  await project.close();
});

describe('the description of the API', () => {
  test('is OpenAPI 3.1 and needs no sign-in', async () => {
    const answer = await server.api('/openapi.json');

    expect(answer.status).toBe(200);
    expect(described.openapi).toBe('3.1.0');
    expect(described.info).toMatchObject({ title: 'Dagang', version: '1' });
  });

  test('names what the contract promises', () => {
    const names = operations().map(({ method, path }) => `${method.toUpperCase()} ${path}`);

    expect(names.sort()).toEqual([
      'GET /assignments',
      'GET /assignments/{code}',
      'GET /assignments/{code}/activity',
      'GET /assignments/{code}/documents',
      'GET /assignments/{code}/links',
      'GET /audit',
      'GET /documents/{id}',
      'GET /documents/{id}/attribution',
      'GET /documents/{id}/blocks',
      'GET /documents/{id}/content',
      'GET /documents/{id}/export.docx',
      'GET /documents/{id}/text',
      'GET /documents/{id}/threads',
      'GET /documents/{id}/versions',
      'GET /models',
      'POST /assignments/{code}/documents',
      'POST /assignments/{code}/links',
      'POST /documents/{id}/blocks/{blockId}',
      'POST /documents/{id}/lock',
      'POST /documents/{id}/session',
      'POST /documents/{id}/threads',
      'POST /documents/{id}/unlock',
      'POST /documents/{id}/versions',
      'POST /threads/{id}/acceptance',
      'POST /threads/{id}/closure',
      'POST /threads/{id}/replies',
      'POST /tokens',
    ]);
  });

  test('says of each endpoint what it takes, answers and refuses', () => {
    for (const { method, path, operation } of operations()) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(operation.parameters.map(({ name }) => name)).toEqual(inPath);
      const success = operation.responses[method === 'post' ? '201' : '200'];
      const schemas = [success, operation.responses.default].flatMap((response) =>
        Object.values(response?.content ?? {}).map(({ schema }) => Object.keys(schema).length),
      );
      expect(schemas.filter((keys) => keys > 1)).toHaveLength(2);
      expect(Object.keys(operation.responses.default?.content ?? {})).toEqual([
        'application/problem+json',
      ]);
    }
  });
});

test('every endpoint but the one that signs in asks who is there, before anything else', async () => {
  const open: string[] = [];
  for (const { method, path, operation } of operations()) {
    const answer = await server.api(
      filled(path, { code: 'PMI-3', document: documentId, thread: threadId }),
      {
        method: method === 'get' ? 'GET' : 'POST',
      },
    );
    if (answer.status !== 401 || operation.security.length === 0) open.push(path);
    else expect(answer.json).toMatchObject({ code: 'sign-in.expired' });
  }

  expect(open).toEqual(['/tokens']);
});

describe("another firm's work", () => {
  test('is answered exactly as what never was, on every endpoint', async () => {
    let compared = 0;
    for (const { method, path } of operations()) {
      if (['/tokens', '/assignments', '/models', '/audit'].includes(path)) continue;
      const asked = { as: 'firm-b@demo.test', ...bodyFor(method, path) };
      const foreign = await server.api(
        filled(path, { code: 'PMI-3', document: documentId, thread: threadId }),
        asked,
      );
      const madeUp = await server.api(
        filled(path, { code: 'PMI-99', document: MADE_UP, thread: MADE_UP }),
        asked,
      );

      expect([path, foreign.status, foreign.text]).toEqual([path, 404, madeUp.text]);
      expect(madeUp.status).toBe(404);
      expect(headersOf(foreign.headers)).toEqual(headersOf(madeUp.headers));
      compared += 1;
    }
    expect(compared).toBe(23);
  });

  test('is hidden by the same answer when what is sent is wrong', async () => {
    for (const body of [{}, { type: 'NOTE' }, { type: 'PRAISE', body: '', quote: '' }]) {
      const [foreign, madeUp] = await Promise.all(
        [documentId, MADE_UP].map((id) =>
          server.api(`/documents/${id}/threads`, { as: 'firm-b@demo.test', body }),
        ),
      );
      expect(foreign?.text).toBe(madeUp?.text);
    }
  });
});

test("a thread in another institution's lane is answered as one that never was", async () => {
  for (const verb of ['replies', 'acceptance', 'closure']) {
    const asked = { as: 'pmo@demo.test', method: 'POST' as const, body: { body: 'x' } };
    const hidden = await server.api(`/threads/${bankThreadId}/${verb}`, asked);
    const madeUp = await server.api(`/threads/${MADE_UP}/${verb}`, asked);

    expect([hidden.status, hidden.text]).toEqual([404, madeUp.text]);
  }
});

const MADE_UP = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

function operations() {
  return Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
}

function filled(path: string, ids: { code: string; document: string; thread: string }): string {
  const id = path.startsWith('/threads') ? ids.thread : ids.document;
  return path.replace('{code}', ids.code).replace('{id}', id);
}

function bodyFor(method: string, path: string) {
  if (method === 'get') return { method: 'GET' as const };
  const body = {
    '/assignments/{code}/documents': { kind: 'TOR', title: 'x' },
    '/documents/{id}/threads': { type: 'NOTE', body: 'x', quote: 'Consultant names one contact' },
    '/documents/{id}/blocks/{blockId}': { text: 'x', baseText: 'y' },
    '/documents/{id}/versions': { reason: 'x' },
    '/assignments/{code}/links': { record: 'document:x', target: 'element:x', relation: 'CITES' },
    '/threads/{id}/replies': { body: 'x' },
  }[path];
  return { method: 'POST' as const, body };
}

/** What a caller could tell two answers apart by; the nonce and the clock differ always. */
function headersOf(headers: Headers): [string, string][] {
  return [...headers].filter(([name]) => !['date', 'content-security-policy'].includes(name));
}

async function aThread(visibility: ThreadVisibility): Promise<string> {
  const raised = await raiseComment({
    actor: await project.person('reviewer@bank.demo.test'),
    documentId,
    type: 'CHANGE',
    body: 'Say who.',
    anchor: { quote: 'Consultant names one contact', prefix: '', suffix: '' },
    suggestedText: 'Consultant names its team leader',
    visibility,
    now: new Date(),
  });
  if (!raised.ok) throw new Error(raised.refusal.code);
  return raised.value.threadId;
}

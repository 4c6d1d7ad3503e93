/** What a subcontractor gets holds nothing of another contract: markers in every field, none found. */
import type { APIRequestContext } from '@playwright/test';
import { unzipSync } from 'fflate';
import { filled, linksIn, pageAddresses, type Filling } from './canaries/addresses.ts';
import { CANARY, CANARY_MARKS, plantCanaries } from './canaries/plant-canaries.ts';
import { DatabaseBehindAGate } from './database-behind-a-gate.ts';
import { OwnServer } from './own-server.ts';
import { expect, test } from './project.ts';
import { RestClient } from './rest-client.ts';
import { DEMO_PASSWORD } from '#db/seed/demo-people.ts';

let database: DatabaseBehindAGate;
let server: OwnServer;
let filling: Filling;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  database = await DatabaseBehindAGate.start();
  server = await OwnServer.start({ DATABASE_URL: database.connectionString });
  filling = await everythingThere();
  const { planted, forgotten } = await plantCanaries(database.connectionString, [
    'PMI-3',
    'PMI-17',
  ]);
  expect(forgotten).toEqual([]);
  expect(planted).toBeGreaterThan(200);
});
test.afterAll(async () => {
  await server.remove();
  await database.remove();
});

test('no page, answer, count, export or error text tells a firm of another contract', async ({
  visit,
}) => {
  test.setTimeout(300_000);
  const office = await visit('pmo@demo.test', { baseURL: server.url });
  expect(await marksAt(office.context.request, '/assignments')).not.toEqual([]);

  const { context } = await visit('firm-a@demo.test', { baseURL: server.url, locale: 'en' });
  const found: string[] = [];
  const seen = new Set<string>();
  const waiting = [
    '/',
    `/assignments?q=${CANARY.slice(1)}`,
    '/api/v1/openapi.json',
    ...(await pageAddresses(filling)),
  ];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(path) || seen.size > ADDRESSES_MAX) continue;
    seen.add(path);
    const answer = await context.request.get(path, { maxRedirects: 0 });
    const body = await answer.body();
    if (marksIn(body).length > 0) found.push(path);
    const type = answer.headers()['content-type'] ?? '';
    if (type.includes('text/html')) waiting.push(...linksIn(body.toString()));
  }
  expect(found).toEqual([]);
  expect(seen.size).toBeGreaterThan(100);
});

test('nor does the API', async () => {
  const firm = await RestClient.signIn(server.url, 'firm-a@demo.test', DEMO_PASSWORD);
  const described = (await (await firm.get('/openapi.json')).json()) as {
    paths: Record<string, Record<string, unknown>>;
  };
  const found: string[] = [];
  for (const [path, operations] of Object.entries(described.paths)) {
    if (operations.get === undefined) continue;
    for (const address of filled(path.replace('/api/v1', ''), filling)) {
      const body = Buffer.from(await (await firm.get(address)).arrayBuffer());
      if (marksIn(body).length > 0) found.push(address);
    }
  }
  expect(found).toEqual([]);
});

const ADDRESSES_MAX = 2_000;

/** Codes and keys of what is there, of the firm's own contracts and of others. */
async function everythingThere(): Promise<Filling> {
  const office = await RestClient.signIn(server.url, 'pmo@demo.test', DEMO_PASSWORD);
  const code = ['PMI-3', 'PMI-17', 'PMI-2', 'PMI-4', 'PMI-30-ICS'];
  const documents = await Promise.all(
    code.map(async (one) => {
      const answer = await office.get(`/assignments/${one}/documents`);
      return ((await answer.json()) as { items: { id: string }[] }).items.map(({ id }) => id);
    }),
  );
  const documentId = documents.flat();
  return { code, documentId, id: documentId, no: ['1', '2', '3'], deliverableNo: ['1', '2'] };
}

async function marksAt(request: APIRequestContext, path: string): Promise<string[]> {
  return marksIn(await (await request.get(path)).body());
}

/** Markers in a text, or in the parts of a zip. */
function marksIn(body: Buffer): string[] {
  const isZip = body.subarray(0, 2).toString() === 'PK';
  const texts = isZip
    ? Object.values(unzipSync(body)).map((part) => Buffer.from(part).toString())
    : [body.toString()];
  return texts.flatMap((text) => CANARY_MARKS.flatMap((mark) => mark.exec(text)?.[0] ?? []));
}

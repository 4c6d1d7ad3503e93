import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { webServer, type WebServer } from '#test/support/web-server.ts';

let project: DemoProject;
let server: WebServer;
let documentId: string;

beforeAll(async () => {
  project = await demoProject();
  server = await webServer(project.connectionString);
});

beforeEach(async () => {
  documentId = await project.startTor();
});

afterAll(async () => {
  await server.close();
  await project.close();
});

describe('a thread', () => {
  test('is opened on a passage named by its words', async () => {
    const answer = await comment('reviewer@bank.demo.test', SUGGESTION);

    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({
      number: 1,
      type: 'CHANGE',
      visibility: 'ALL',
      state: 'OPEN',
      quote: QUOTE,
      suggestedText: SUGGESTION.suggestedText,
      messages: [{ body: 'Say who.' }],
    });
    const { items } = (await threads('firm-a@demo.test')).json as { items: unknown[] };
    expect(items).toEqual([answer.json]);
  });

  test.each([
    ['quote.not-found', { ...aNote(), quote: 'words that nobody wrote' }],
    ['quote.missing', { ...aNote(), quote: '  ' }],
    ['quote.too-long', { ...aNote(), quote: '字'.repeat(2_001) }],
    ['comment.empty', { ...aNote(), body: '' }],
    ['comment.too-long', { ...aNote(), body: 'x'.repeat(20_001) }],
    ['form.invalid', { ...aNote(), type: 'PRAISE' }],
    ['form.invalid', { ...aNote(), visibility: 'FRIENDS' }],
    ['form.invalid', { body: 'x' }],
  ])('is refused as %s where something is wrong with it', async (code, body) => {
    const answer = await comment('reviewer@bank.demo.test', body);

    expect([answer.status, answer.json]).toMatchObject([422, { code }]);
    expect((await threads('pmo@demo.test')).json).toEqual({ items: [], nextCursor: null });
  });

  test('is not opened by who may only read', async () => {
    for (const email of ['firm-a@demo.test', 'observer@demo.test', 'admin@demo.test']) {
      const answer = await comment(email, aNote());
      expect([answer.status, answer.json]).toMatchObject([403, { code: 'not-allowed' }]);
    }
  });

  test('keeps hostile markup as the words it is', async () => {
    const body = '<script>alert(1)</script>\u202E{{7*7}}';

    const answer = await comment('reviewer@bank.demo.test', { ...aNote(), body });

    expect(answer.json).toMatchObject({ messages: [{ body }] });
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  });

  test('in the lane of an institution is listed to its own people only', async () => {
    await comment('reviewer@bank.demo.test', { ...aNote(), visibility: 'institution' });

    const seen = await Promise.all(
      ['lead@bank.demo.test', 'pmo@demo.test', 'expert@demo.test', 'firm-a@demo.test'].map(
        async (email) => ((await threads(email)).json as { items: unknown[] }).items.length,
      ),
    );

    expect(seen).toEqual([1, 0, 0, 0]);
  });
});

describe('a suggestion', () => {
  test('is not accepted by the reviewer who made it, but by who may edit', async () => {
    const threadId = await opened('reviewer@bank.demo.test', SUGGESTION);

    const refused = await on(threadId, 'acceptance', 'reviewer@bank.demo.test');
    expect([refused.status, refused.json]).toMatchObject([403, { code: 'not-allowed' }]);
    expect(await text()).toContain(QUOTE);

    const accepted = await on(threadId, 'acceptance', 'pmo@demo.test');
    expect([accepted.status, accepted.json]).toMatchObject([201, { state: 'ACCEPTED' }]);
    expect(await text()).toContain(SUGGESTION.suggestedText);
    expect(await text()).not.toContain(QUOTE);

    const again = await on(threadId, 'acceptance', 'pmo@demo.test');
    expect([again.status, again.json]).toMatchObject([409, { code: 'suggestion.done' }]);
  });

  test('accepted by two people at the same time goes into the text once', async () => {
    const threadId = await opened('reviewer@bank.demo.test', SUGGESTION);

    const answers = await Promise.all([
      on(threadId, 'acceptance', 'pmo@demo.test'),
      on(threadId, 'acceptance', 'expert@demo.test'),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await text()).split(SUGGESTION.suggestedText)).toHaveLength(2);
  });

  test('cannot be accepted where there is none', async () => {
    const threadId = await opened('reviewer@bank.demo.test', aNote());

    const answer = await on(threadId, 'acceptance', 'pmo@demo.test');
    expect([answer.status, answer.json]).toMatchObject([422, { code: 'suggestion.none' }]);
  });
});

describe('a conversation', () => {
  test('goes on by replies and ends by closing, twice as well as once', async () => {
    const threadId = await opened('reviewer@bank.demo.test', aNote());

    const replied = await on(threadId, 'replies', 'expert@demo.test', { body: ' 已补充。 ' });
    expect(replied.status).toBe(201);
    expect(replied.json).toMatchObject({
      messages: [{ body: 'Say who.' }, { body: '已补充。' }],
    });
    const empty = await on(threadId, 'replies', 'expert@demo.test', { body: ' ' });
    expect([empty.status, empty.json]).toMatchObject([422, { code: 'comment.empty' }]);

    const closed = await on(threadId, 'closure', 'reviewer@bank.demo.test');
    const again = await on(threadId, 'closure', 'reviewer@bank.demo.test');
    expect([closed.status, closed.json]).toMatchObject([201, { state: 'CLOSED' }]);
    expect(again.json).toEqual(closed.json);
  });

  test('is not closed by somebody who neither opened it nor may edit', async () => {
    const threadId = await opened('reviewer@bank.demo.test', aNote());

    const answer = await on(threadId, 'closure', 'lead@bank.demo.test');
    expect([answer.status, answer.json]).toMatchObject([403, { code: 'not-allowed' }]);
  });
});

const QUOTE = 'Consultant names one contact';
const SUGGESTION = {
  type: 'Change',
  body: 'Say who.',
  quote: QUOTE,
  suggestedText: 'Consultant names its team leader as contact',
};

function aNote() {
  return { type: 'note', body: 'Say who.', quote: QUOTE };
}

async function comment(as: string, body: unknown) {
  return await server.api(`/documents/${documentId}/threads`, { as, body });
}

async function opened(as: string, body: unknown): Promise<string> {
  return ((await comment(as, body)).json as { id: string }).id;
}

async function threads(as: string) {
  return await server.api(`/documents/${documentId}/threads`, { as });
}

async function on(...[threadId, verb, as, body]: [string, string, string, unknown?]) {
  return await server.api(`/threads/${threadId}/${verb}`, { as, method: 'POST', body });
}

async function text(): Promise<string> {
  const answer = await server.api(`/documents/${documentId}/text`, { as: 'pmo@demo.test' });
  return (answer.json as { text: string }).text;
}

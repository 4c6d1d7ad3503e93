import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDocx, visibleText } from '#test/server/docx/open-docx.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { plainClient, textHolding, until } from '#test/support/live-documents.ts';
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

describe('assignments', () => {
  test('are listed with what the contract promises of each', async () => {
    const { items, nextCursor } = await list('/assignments', 'pmo@demo.test');

    expect(nextCursor).toBeNull();
    expect(items).toHaveLength(27);
    const kinds = items.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'SUBCONTRACT')).toHaveLength(26);
    expect(items[2]).toMatchObject({
      id: expect.any(String) as string,
      code: 'PMI-3',
      kind: 'SUBCONTRACT',
      component: 2,
      stage: 'PLANNED',
      method: 'CDS',
      titleIsAssumed: true,
    });
    expect(items.at(-1)).toMatchObject({ code: 'PMI-30-ICS', kind: 'INDIVIDUAL' });
    const one = await server.api('/assignments/PMI-3', { as: 'pmo@demo.test' });
    expect(one.json).toEqual(items[2]);
  });

  test('can be paged through without loss or repetition', async () => {
    const whole = await list('/assignments', 'pmo@demo.test');
    const collected: unknown[] = [];
    let cursor: string | null = '';
    let pages = 0;
    while (cursor !== null) {
      const at: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page = await list(`/assignments?limit=10${at}`, 'pmo@demo.test');
      collected.push(...page.items);
      cursor = page.nextCursor;
      pages += 1;
    }

    expect(pages).toBe(3);
    expect(collected).toEqual(whole.items);
  });

  test.each(['limit=0', 'limit=-5', 'limit=x', 'limit=2.5', 'limit=1e9', 'limit='])(
    'answer a page of a sensible size to %s',
    async (query) => {
      const { items } = await list(`/assignments?${query}`, 'pmo@demo.test');

      expect(items.length).toBeGreaterThan(0);
    },
  );

  test('a cursor that names nothing is refused, because the first page again would never end', async () => {
    const answer = await server.api('/assignments?cursor=PMI-99', { as: 'pmo@demo.test' });

    expect([answer.status, answer.json]).toMatchObject([422, { code: 'form.invalid' }]);
  });
});

describe('a document', () => {
  test('is started, found in the list of its assignment, and read', async () => {
    const created = await server.api('/assignments/PMI-3/documents', {
      as: 'expert@demo.test',
      body: { kind: 'tor', title: '配额总量 Terms of Reference' },
    });

    expect(created.status).toBe(201);
    const document = created.json as { id: string };
    expect(document).toMatchObject({
      assignment: 'PMI-3',
      kind: 'TOR',
      templateKey: 'tor-firm',
      title: '配额总量 Terms of Reference',
      revision: 1,
      lockedAt: null,
      may: { comment: true, edit: true, lock: true },
    });
    const listed = await list('/assignments/PMI-3/documents', 'pmo@demo.test');
    expect(listed.items).toEqual([document]);
    const asFirm = await server.api(`/documents/${document.id}`, { as: 'firm-a@demo.test' });
    expect(asFirm.json).toEqual({ ...document, may: { comment: false, edit: false, lock: false } });
  });

  test('has its content as the state that Lexical reads', async () => {
    const documentId = await project.startTor();

    const answer = await server.api(`/documents/${documentId}/content`, { as: 'pmo@demo.test' });

    const { content, revision } = answer.json as {
      content: { root: { type: string; children: { type: string }[] } };
      revision: number;
    };
    expect(revision).toBe(1);
    expect(content.root.type).toBe('root');
    expect(new Set(content.root.children.map(({ type }) => type)).has('heading')).toBe(true);
    expect(answer.text).not.toContain('root-v2');
  });
});

describe('plain y-websocket clients', () => {
  test('converge with nothing but this API, and their words are in text and Word file', async () => {
    const documentId = await project.startTor();
    const before = await textOf(documentId, 'expert@demo.test');
    const expert = await plainClient(await session(documentId, 'expert@demo.test'));
    const officer = await plainClient(await session(documentId, 'pmo@demo.test'));

    textHolding(expert.doc, '本任务的总体目标是').insert(0, '【专家写】');
    textHolding(officer.doc, 'Consultant names one contact').insert(0, '[PMO wrote] ');
    await Promise.all([expert.saved(), officer.saved()]);
    await until(officer.doc, () => holds(officer, '【专家写】'));
    await until(expert.doc, () => holds(expert, '[PMO wrote] '));

    const after = await textOf(documentId, 'firm-a@demo.test');
    expect(after.revision).toBeGreaterThan(before.revision);
    expect(after.text).toContain('【专家写】本任务的总体目标是');
    expect(after.text).toContain('[PMO wrote] ');
    const file = await fetch(`${server.origin}/api/v1/documents/${documentId}/export.docx`, {
      headers: { authorization: `Bearer ${await server.token('lead@bank.demo.test')}` },
    });
    expect(file.headers.get('content-type')).toMatch(/wordprocessingml\.document$/);
    const written = visibleText(openDocx(new Uint8Array(await file.arrayBuffer())).body);
    expect(written).toContain('【专家写】本任务的总体目标是');
    expect(written).toContain('[PMO wrote] ');
    expert.close();
    officer.close();
  });

  test('get a way in that suits their role, and a client id of their own each time', async () => {
    const documentId = await project.startTor();

    const sessions = await Promise.all(
      ['expert@demo.test', 'expert@demo.test', 'reviewer@bank.demo.test', 'firm-a@demo.test'].map(
        (email) => session(documentId, email),
      ),
    );

    expect(sessions.map(({ mode }) => mode)).toEqual(['write', 'write', 'read', 'read']);
    expect(new Set(sessions.map(({ clientId }) => clientId)).size).toBe(4);
    expect(new Set(sessions.map(({ url }) => url)).size).toBe(4);
    for (const { url } of sessions) {
      expect(url).toMatch(
        new RegExp(`^ws://127\\.0\\.0\\.1:\\d+/collab/${documentId}/[\\w-]{43}$`),
      );
    }
  });

  test('behind a proxy that speaks TLS are sent to wss', async () => {
    const documentId = await project.startTor();

    const answer = await server.api(`/documents/${documentId}/session`, {
      as: 'pmo@demo.test',
      method: 'POST',
      headers: { 'x-forwarded-proto': 'https' },
    });

    expect((answer.json as { url: string }).url).toMatch(/^wss:/);
  });
});

type Item = { id: string; code?: string; kind?: string };

async function list(path: string, as: string) {
  const answer = await server.api(path, { as });
  expect(answer.status).toBe(200);
  return answer.json as { items: Item[]; nextCursor: string | null };
}

async function textOf(documentId: string, as: string) {
  const answer = await server.api(`/documents/${documentId}/text`, { as });
  return answer.json as { text: string; revision: number };
}

async function session(documentId: string, as: string) {
  const answer = await server.api(`/documents/${documentId}/session`, { as, method: 'POST' });
  expect(answer.status).toBe(201);
  return answer.json as { url: string; mode: 'write' | 'read'; clientId: number };
}

function holds({ doc }: Awaited<ReturnType<typeof plainClient>>, words: string): boolean {
  try {
    return textHolding(doc, words).length > 0;
  } catch {
    return false;
  }
}

import { expect, type Visitor } from './project.ts';

/**
 * Asks for the document wherever it can be asked for, and for one that never was: the person must
 * not be able to tell them apart.
 */
export async function expectHidden(
  visitor: Visitor,
  { origin, documentId }: { origin: string; documentId: string },
): Promise<void> {
  const madeUp = `${documentId.slice(0, -6)}ZZZZZZ`;
  const [real, other] = await Promise.all(
    [documentId, madeUp].map((id) => allAnswers(visitor, { origin, id })),
  );
  expect(real).toEqual(other);
  const told = real?.filter(({ status }) => status !== 404);
  expect(told).toEqual([]);
  const page = real?.find(({ asked }) => asked === 'GET /documents/ID');
  expect(page?.body).toContain(visitor.t('refusals.not-found'));
}

const PATHS = [
  '/documents/ID',
  '/documents/ID/edit',
  '/documents/ID/export.docx',
  '/documents/ID/present.json?with=text',
  '/api/v1/documents/ID',
  '/api/v1/documents/ID/text',
  '/api/v1/documents/ID/content',
  '/api/v1/documents/ID/threads',
  '/api/v1/documents/ID/export.docx',
];
const POSTS = [
  '/documents/ID/threads',
  '/documents/ID/attachments',
  '/api/v1/documents/ID/session',
  '/api/v1/documents/ID/threads',
];

const COMMENT = { type: 'NOTE', body: 'x', quote: 'x' };

/** What the person's browser gets everywhere for one id, without what differs in every answer. */
async function allAnswers({ page }: Visitor, { origin, id }: { origin: string; id: string }) {
  const answers = [];
  for (const [method, paths] of Object.entries({ GET: PATHS, POST: POSTS })) {
    for (const path of paths) {
      const answer = await page.request.fetch(path.replace('ID', id), {
        method,
        maxRedirects: 0,
        headers: { origin },
        ...(method === 'POST' && { [path.startsWith('/api') ? 'data' : 'form']: COMMENT }),
      });
      const body = (await answer.text()).replaceAll(id, 'ID').replace(/[0-9a-f-]{36}/g, 'NONCE');
      answers.push({ asked: `${method} ${path}`, status: answer.status(), body });
    }
  }
  return answers;
}

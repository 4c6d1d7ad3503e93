import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#app/domain/people/person.ts';
import { addAttachment } from '#app/use-cases/documents/add-attachment.server.ts';
import { documentPage } from '#app/use-cases/documents/document-page.server.ts';
import { exportDocx } from '#app/use-cases/documents/export-docx.server.ts';
import { readAttachment } from '#app/use-cases/documents/read-attachment.server.ts';
import { acceptSuggestion } from '#app/use-cases/review/accept-suggestion.server.ts';
import { raiseComment } from '#app/use-cases/review/raise-comment.server.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { editDocument } from '#test/support/edit-document.ts';

let project: DemoProject;
let expert: Person;
let reviewer: Person;
let holder: Person;
let stranger: Person;
let documentId: string;

beforeAll(async () => {
  project = await demoProject();
  expert = await project.person('expert@demo.test');
  reviewer = await project.person('reviewer@bank.demo.test');
  holder = await project.person('firm-a@demo.test');
  stranger = await project.person('firm-b@demo.test');
  documentId = await project.startTor();
  await comment('has four components', 'has 4 components');
  await comment('support the design, operation and management', null);
  await comment(
    'The Government of China and the World Bank',
    '<b>China</b> & the Bank',
    'INSTITUTION',
  );
});
afterAll(async () => {
  await project.close();
});

describe('the page of a document', () => {
  test('shows a reviewer the text with the comments in the order of the text', async () => {
    const page = await pageFor(reviewer);

    expect(page?.head.may).toEqual({ edit: false, comment: true, lock: false });
    expect(page?.editing).toBeNull();
    expect(page?.cards.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(page?.html).toContain('<h2 id="heading-1"');
    expect(page?.html).toContain('<mark data-comment="2" data-state="open">');
    expect(page?.html).not.toContain('data-guidance');
    expect(page?.outline[0]).toMatchObject({ headingId: 'heading-1', completeness: null });
    expect(page?.cards[2]?.wording).toEqual([
      { kind: 'same', text: 'has ' },
      { kind: 'removed', text: 'four' },
      { kind: 'added', text: '4' },
      { kind: 'same', text: ' components' },
    ]);
  });

  test('shows an editor what is still to write, and nothing of a private lane', async () => {
    const page = await pageFor(expert);

    expect(page?.head.may.edit).toBe(true);
    expect(page?.outline[0]?.completeness).toBe('thin');
    expect(page?.editing?.registerValues['assignment.code']).toBe('PMI-3');
    expect(page?.cards.map(({ number }) => number)).toEqual([2, 1]);
    expect(page?.html).not.toContain('data-comment="3"');
  });

  test('is nothing to a firm of another contract, as a page that was never there', async () => {
    expect(await pageFor(stranger)).toBeNull();
    expect(await exportFor(stranger)).toBeNull();
    expect(
      await documentPage({ actor: expert, documentId: 'made-up', locale: 'en', text: 'reading' }),
    ).toBeNull();
  });

  test('lets the holder of the contract read and no more', async () => {
    expect((await pageFor(holder))?.head.may).toEqual({ edit: false, comment: false, lock: false });
  });
});

describe('the Word file', () => {
  test('carries the text and the comments that the reader may see', async () => {
    const parts = await exported(expert);

    expect(parts.document).toContain('has four components');
    expect(parts.document).toContain('PMI-3');
    expect(parts.comments).toContain('Change · Comment 1 · World Bank (demo)');
    expect(parts.comments).toContain('Suggested wording: has 4 components');
    expect(parts.comments).not.toContain('the Bank');
  });

  test('escapes what people wrote', async () => {
    const { comments } = await exported(reviewer);

    expect(comments).toContain('&lt;b&gt;China&lt;/b&gt; &amp; the Bank');
  });

  test('is named by code and title in any language', async () => {
    const name = (await exportFor(expert))?.headers.get('content-disposition');

    expect(name).toMatch(/^attachment; filename="PMI-3[.]docx"; filename\*=UTF-8''PMI-3%20/);
    expect(decodeURIComponent(name?.split("UTF-8''")[1] ?? '')).toBe(
      'PMI-3 配额总量与分配路线图 工作大纲.docx',
    );
  });
});

describe('a picture', () => {
  test('is taken from an editor and shown to every reader of the document', async () => {
    const added = await add(expert, PNG);
    if (!added.ok) throw new Error(added.refusal.code);
    const { attachmentId } = added.value;

    expect(await readAttachment(reviewer, attachmentId)).toEqual({
      mediaType: 'image/png',
      bytes: PNG,
    });
    expect(await readAttachment(stranger, attachmentId)).toBeNull();
    expect(await readAttachment(expert, 'made-up')).toBeNull();
  });

  test('is refused from others, and when it is none', async () => {
    expect(await add(reviewer, PNG)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await add(stranger, PNG)).toMatchObject({ refusal: { code: 'not-found' } });
    const script = new TextEncoder().encode('<script>alert(1)</script>');
    expect(await add(expert, script)).toMatchObject({ refusal: { code: 'attachment.type' } });
  });
});

/** Last, because they change the text. */
describe('a comment on the page', () => {
  test('stands at the new words once its suggestion was accepted', async () => {
    const threadId = (await pageFor(expert))?.cards.find(({ number }) => number === 1)?.id ?? '';
    await acceptSuggestion({ actor: expert, threadId, now: new Date() });

    const page = await pageFor(reviewer);
    expect(page?.html).toContain('<mark data-comment="1" data-state="settled">has 4 components');
    expect(page?.cards.find(({ number }) => number === 1)?.standing).toBe('in-text');
  });

  test('comes last with its quote once its text is gone', async () => {
    const words = 'to support the design, operation and management of carbon pricing in China';
    await editDocument({ documentId, personId: expert.id, words, by: '' });

    const page = await pageFor(reviewer);
    expect(page?.cards.at(-1)).toMatchObject({
      number: 2,
      standing: 'gone',
      quote: 'support the design, operation and management',
    });
    expect(page?.html).not.toContain('data-comment="2"');
  });
});

async function comment(
  quote: string,
  suggestedText: string | null,
  visibility: 'ALL' | 'INSTITUTION' = 'ALL',
): Promise<void> {
  const raised = await raiseComment({
    actor: reviewer,
    documentId,
    type: 'CHANGE',
    body: 'Please see.',
    anchor: { quote, prefix: '', suffix: '' },
    suggestedText,
    visibility,
    now: new Date(),
  });
  expect(raised.ok).toBe(true);
}

function pageFor(actor: Person) {
  return documentPage({ actor, documentId, locale: 'en', text: 'reading' });
}

function exportFor(actor: Person) {
  return exportDocx({ actor, documentId, locale: 'en', now: new Date() });
}

async function exported(actor: Person): Promise<{ document: string; comments: string }> {
  const response = await exportFor(actor);
  const parts = unzipSync(new Uint8Array((await response?.arrayBuffer()) ?? []));
  const part = (name: string) => strFromU8(parts[`word/${name}.xml`] ?? new Uint8Array());
  return { document: part('document'), comments: part('comments') };
}

function add(actor: Person, bytes: Uint8Array) {
  return addAttachment({ actor, documentId, bytes, now: new Date() });
}

const PNG = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

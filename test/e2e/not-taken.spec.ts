/** What becomes of an author's words when the server does not take them, and of a text nobody here knows. */
import * as Y from 'yjs';
import { DEMO_PASSWORD } from '#db/seed/demo-people.ts';
import { CollabWire } from './collab-wire.ts';
import { DatabaseBehindAGate } from './database-behind-a-gate.ts';
import { keptEdits } from './kept-edits.ts';
import { LiveEditor } from './live-editor.ts';
import { OwnServer } from './own-server.ts';
import { expect, test, type Visitor } from './project.ts';
import { RestClient } from './rest-client.ts';

test('[C4] a change that is refused can be copied, outlives a reload, and is given up on request', async ({
  visit,
  rest,
}) => {
  const office = await rest('pmo@demo.test');
  const id = await office.startDocument('PMI-24', 'MEETING_AGENDA', '拒收 refused');
  const visitor = await visit('pmo@demo.test', {
    locale: 'en',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const { page, t } = visitor;
  const wire = await CollabWire.between(visitor.context);
  const editor = await LiveEditor.open(visitor, id);
  await editor.newParagraphAtEnd();
  await editor.type('stored. ');
  await editor.saved();

  wire.isSpoilt = true;
  // All at once: what is typed after a refusal is not taken by the page either.
  await page.keyboard.insertText('not taken 拒收');
  await expectRefused(visitor, editor);
  const shown = await editor.block(/^stored\. ./).innerText();
  await page.getByRole('button', { name: t('editor.trouble.copy') }).click();
  await expect(page.getByText(t('editor.trouble.copied'))).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(shown);

  let questions = 0;
  page.on('dialog', (question) => {
    questions += 1;
    void question.accept();
  });
  await page.reload();
  await expectRefused(visitor, editor);
  await expect(editor.block(shown)).toBeVisible();
  expect(questions).toBe(1);

  await page.getByRole('button', { name: t('editor.trouble.start-again') }).click();
  await expect(editor.badge).toHaveAttribute('data-save-state', 'saved');
  wire.isSpoilt = false;
  await expect(editor.block('stored.')).toHaveText('stored. ');
  expect(await keptEdits(page)).toBe(0);
  expect(questions).toBe(1);
  await editor.caretAtEndOf(editor.block('stored.'));
  await editor.type('going on');
  await editor.saved();
  expect(await office.text(id)).toContain('stored. going on');
});

test('[A3] who may only read from now on keeps the own words to copy, and writes on when allowed', async ({
  visit,
  complaints,
}) => {
  complaints.expect(/WebSocket|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET/);
  const database = await DatabaseBehindAGate.start();
  const server = await OwnServer.start({ DATABASE_URL: database.connectionString });
  try {
    const expert = await RestClient.signIn(server.url, 'expert@demo.test', DEMO_PASSWORD);
    const id = await expert.startDocument('PMI-3', 'TOR', '只读 read only');
    const visitor = await visit('expert@demo.test', { baseURL: server.url, locale: 'en' });
    const { page, t } = visitor;
    const wire = await CollabWire.between(visitor.context);
    const editor = await LiveEditor.open(visitor, id);
    await editor.newParagraphAfter(editor.block(/^At present/));
    await editor.saved();
    wire.isMute = true;
    await editor.type('too late 太晚');
    await changeRole(database, 'BANK_REVIEWER');
    await expect(editor.badge).toHaveAttribute('data-save-state', 'forbidden');
    await expect(page.getByText(t('editor.trouble.forbidden'))).toBeVisible();
    await expect(editor.text).toHaveAttribute('contenteditable', 'false');
    await expect(editor.text).toContainText('too late');
    await expect(page.getByRole('button', { name: t('editor.trouble.copy') })).toBeVisible();
    expect(await expert.text(id)).not.toContain('too late');

    wire.isMute = false;
    await changeRole(database, 'RESIDENT_EXPERT');
    await expect(editor.badge).toHaveAttribute('data-save-state', 'saved', { timeout: 30_000 });
    await expect(editor.text).toHaveAttribute('contenteditable', 'true');
    expect(await expert.text(id)).toContain('too late 太晚');
  } finally {
    await server.remove();
    await database.remove();
  }
});

for (const arrival of ['before the editor opens', 'while somebody writes'] as const) {
  test(`[C6] content of a newer version that comes ${arrival} blanks nothing and is not removed`, async ({
    visit,
    rest,
  }) => {
    const office = await rest('pmo@demo.test');
    const id = await office.startDocument('PMI-24', 'MEETING_AGENDA', '新版 newer');
    const visitor = await visit('pmo@demo.test', { locale: 'en' });
    const { page, t } = visitor;
    const wire = await CollabWire.between(visitor.context);
    const editor = new LiveEditor(visitor);
    if (arrival === 'before the editor opens') {
      wire.onAnswer = () => wire.tellBrowser(addHologram);
      await page.goto(`/documents/${id}/edit`);
    } else {
      await page.goto(`/documents/${id}/edit`);
      await editor.ready();
      await editor.newParagraphAtEnd();
      await editor.type('mine 我的');
      await editor.saved();
      wire.tellBrowser(addHologram);
    }

    await expect(editor.badge).toHaveAttribute('data-save-state', 'foreign');
    await expect(page.getByText(t('editor.trouble.foreign'))).toBeVisible();
    const isOpen = arrival === 'while somebody writes';
    const text = isOpen ? editor.text : page.getByRole('article', { name: t('documents.text') });
    await expect(text).toContainText('会议信息');
    await expect(page.locator('[contenteditable=true]')).toHaveCount(0);
    // Nothing was taken out to make the text fit: the server would be told of it.
    expect(await office.text(id)).toContain('会议信息');

    wire.onAnswer = () => undefined;
    await page.getByRole('button', { name: t('editor.trouble.reload') }).click();
    await editor.ready();
    await expect(editor.text).toHaveAttribute('contenteditable', 'true');
    if (isOpen) await expect(editor.block('mine 我的')).toBeVisible();
  });
}

async function expectRefused({ page, t }: Visitor, editor: LiveEditor): Promise<void> {
  await expect(editor.badge).toHaveAttribute('data-save-state', 'refused');
  await expect(page.getByRole('alert')).toContainText(t('editor.refused.damaged'));
  await expect(editor.text).toHaveAttribute('contenteditable', 'false');
  await expect(editor.text).toContainText('not taken');
}

async function changeRole(
  database: DatabaseBehindAGate,
  role: 'BANK_REVIEWER' | 'RESIDENT_EXPERT',
): Promise<void> {
  await database.query(
    'update memberships set role = $1 where person_id = (select id from people where email = $2)',
    [role, 'expert@demo.test'],
  );
}

/** A kind of block that this version has never heard of. */
function addHologram(doc: Y.Doc): void {
  doc.get('root-v2', Y.XmlElement).insert(1, [new Y.XmlElement('hologram')]);
}

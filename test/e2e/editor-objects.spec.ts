import { LiveEditor } from './live-editor.ts';
import { expect, test, type Visitor } from './project.ts';
import { Reader } from './reader.ts';

test.beforeEach(async ({ visit, rest }) => {
  const office = await rest('pmo@demo.test');
  id = await office.startDocument('PMI-26', 'MEETING_AGENDA', '议程 Agenda');
  writer = await visit('pmo@demo.test', { locale: 'zh-CN' });
  editor = await LiveEditor.open(writer, id);
});

let id: string;
let writer: Visitor;
let editor: LiveEditor;

test('a table is made, filled by Tab, and its cells merged and split', async () => {
  const { page, t } = writer;
  await editor.newParagraphAtEnd();
  await editor.button(t('editor.insert.table')).click();
  const dialog = page.getByRole('dialog', { name: t('editor.table.title') });
  await dialog.getByLabel(t('editor.table.rows')).fill('2');
  await dialog.getByLabel(t('editor.table.columns')).fill('3');
  await dialog.getByRole('button', { name: t('editor.dialog.insert') }).click();
  await expect(dialog).toBeHidden();
  await editor.settled();
  for (const words of ['甲', '乙', '丙', '丁', '戊', '己']) {
    await editor.type(words);
    await editor.press('Tab');
  }
  const table = editor.text.getByRole('table').filter({ hasText: '甲' });
  await expect(table.getByRole('columnheader')).toHaveText(['甲', '乙', '丙']);
  await expect(table.getByRole('row').nth(1).getByRole('cell')).toHaveText(['丁', '戊', '己']);

  await table.getByRole('cell', { name: '丁' }).dragTo(table.getByRole('cell', { name: '戊' }));
  await chooseInTableMenu(t('editor.table.action.merge'));
  const merged = table.getByRole('cell').filter({ hasText: '丁' });
  await expect(merged).toHaveAttribute('colspan', '2');
  await expect(merged).toContainText('戊');
  await editor.saved();

  await page.reload();
  await editor.ready();
  await expect(merged).toHaveAttribute('colspan', '2');
  await merged.click();
  await chooseInTableMenu(t('editor.table.action.unmerge'));
  await expect(table.getByRole('row').nth(1).getByRole('cell')).toHaveCount(3);
});

test('footnotes are numbered in the order of the text and can be changed', async () => {
  const { page, t } = writer;
  await editor.newParagraphAtEnd();
  await editor.type('正文');
  await addFootnote('后注');
  await editor.press('Home');
  await addFootnote('先注 <b>first</b>');
  const list = page.getByRole('region', { name: t('editor.footnote.list') });
  await expect(list.getByRole('listitem')).toContainText(['先注 <b>first</b>', '后注']);

  await list.getByRole('button', { name: t('editor.footnote.editNumber', { number: 2 }) }).click();
  const dialog = page.getByRole('dialog', { name: t('editor.footnote.change') });
  await dialog.getByLabel(t('editor.footnote.text')).fill('改过的注');
  await dialog.getByRole('button', { name: t('editor.dialog.apply') }).click();
  await expect(list.getByRole('listitem').nth(1)).toContainText('改过的注');
  await editor.saved();

  const reading = await Reader.open(writer, id);
  const notes = reading.text.getByRole('region', { name: t('documents.reading.footnotes') });
  await expect(notes.getByRole('listitem')).toContainText(['先注 <b>first</b>', '改过的注']);
});

test('only web and mail addresses become links', async () => {
  const { page, t } = writer;
  await editor.newParagraphAtEnd();
  await editor.type('链接文字');
  await editor.select(editor.block('链接文字'));
  await editor.button(t('editor.insert.link')).click();
  const dialog = page.getByRole('dialog', { name: t('editor.link.title') });
  const address = dialog.getByLabel(t('editor.link.address'));
  for (const refused of ['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'data:text/html,x']) {
    await address.fill(refused);
    await dialog.getByRole('button', { name: t('editor.dialog.apply') }).click();
    await expect(dialog.getByText(t('editor.link.refused'))).toBeVisible();
  }
  await address.fill('https://example.org/路径');
  await dialog.getByRole('button', { name: t('editor.dialog.apply') }).click();
  const link = editor.text.getByRole('link', { name: '链接文字' });
  await expect(link).toHaveAttribute('href', /^https:\/\/example\.org\//);
});

test('a picture is stored with the document, described, and shown to readers', async () => {
  const { page, t } = writer;
  await editor.newParagraphAtEnd();
  await editor.button(t('editor.insert.image')).click();
  const dialog = page.getByRole('dialog', { name: t('editor.image.title') });
  const file = dialog.getByLabel(t('editor.image.file'));
  await file.setInputFiles({
    name: 'a.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg/>'),
  });
  await expect(dialog.getByText(t('editor.image.refused.type'))).toBeVisible();
  await file.setInputFiles({ name: '图.png', mimeType: 'image/png', buffer: ONE_PIXEL });
  await dialog.getByLabel(t('editor.image.alternativeText')).fill('总量曲线 "cap"');
  await dialog.getByRole('button', { name: t('editor.dialog.insert') }).click();

  await expect(editor.text.getByRole('img', { name: '总量曲线 "cap"' })).toBeVisible();
  await editor.saved();
  const reading = await Reader.open(writer, id);
  const picture = reading.text.getByRole('img', { name: '总量曲线 "cap"' });
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate((element) => (element as HTMLImageElement).naturalWidth))
    .toBe(1);
});

test('a page break and a value of the register stand in the text', async () => {
  const { page, t } = writer;
  await editor.newParagraphAtEnd();
  await editor.type('编号 ');
  await editor.button(t('editor.insert.field')).click();
  const dialog = page.getByRole('dialog', { name: t('editor.field.title') });
  await dialog.getByRole('button', { name: t('editor.field.assignment.code') }).click();
  await expect(editor.block('编号 PMI-26')).toBeVisible();

  const breaks = editor.text.locator('[data-lexical-page-break], .doc-page-break');
  const before = await breaks.count();
  await editor.button(t('editor.insert.pageBreak')).click();
  await expect(breaks).toHaveCount(before + 1);
});

async function chooseInTableMenu(action: string): Promise<void> {
  const { t } = writer;
  await editor.toolbar.getByRole('button', { name: t('editor.toolbar.tableMenu') }).click();
  await writer.page.getByRole('menuitem', { name: action }).click();
}

async function addFootnote(words: string): Promise<void> {
  const { page, t } = writer;
  await editor.button(t('editor.insert.footnote')).click();
  const dialog = page.getByRole('dialog', { name: t('editor.footnote.new') });
  await dialog.getByLabel(t('editor.footnote.text')).fill(words);
  await dialog.getByRole('button', { name: t('editor.dialog.apply') }).click();
  await expect(dialog).toBeHidden();
  await editor.settled();
}

const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

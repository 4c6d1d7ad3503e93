import { LiveEditor } from './live-editor.ts';
import { expect, test, type Visitor } from './project.ts';

/** An agenda is short, and every kind of document has the same editor. */
test.beforeEach(async ({ visit, rest }) => {
  const documentId = await (
    await rest('pmo@demo.test')
  ).startDocument('PMI-26', 'MEETING_AGENDA', '议程 Agenda');
  writer = await visit('pmo@demo.test', { locale: 'en' });
  editor = await LiveEditor.open(writer, documentId);
});

let writer: Visitor;
let editor: LiveEditor;

test('words get and lose formats by button and by key', async () => {
  const { t } = writer;
  await writeParagraph('formatted words');
  await editor.select(editor.block('formatted words'));
  const bold = editor.button(t('editor.toolbar.bold'));
  await bold.click();
  await expect(bold).toHaveAttribute('aria-pressed', 'true');
  await expect(editor.block('formatted words').locator('strong')).toHaveText('formatted words');
  await editor.press('Control+b');
  await expect(bold).toHaveAttribute('aria-pressed', 'false');
  for (const format of ['italic', 'underline', 'strikethrough', 'superscript'] as const) {
    await editor.button(t(`editor.toolbar.${format}`)).click();
    await expect(editor.button(t(`editor.toolbar.${format}`))).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  }
  await editor.button(t('editor.toolbar.undo')).click();
  await expect(editor.button(t('editor.toolbar.superscript'))).toHaveAttribute(
    'aria-pressed',
    'false',
  );
});

test('the toolbar is reached by Alt+F10, walked by arrows and left by Escape', async () => {
  const { page, t } = writer;
  await writeParagraph('by keys');
  await editor.press('Alt+F10');
  await expect(editor.toolbar.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(editor.toolbar.locator(':focus')).not.toHaveText(t('editor.toolbar.undo'));
  await page.keyboard.press('Escape');
  await expect(editor.text).toBeFocused();
  await editor.type(' again');
  await expect(editor.block('by keys again')).toBeVisible();
});

test('a paragraph becomes a numbered heading and its numbers change their style', async () => {
  const { t } = writer;
  await writeParagraph('New section');
  const kind = editor.toolbar.getByRole('combobox', { name: t('editor.toolbar.blockType') });
  await kind.selectOption({ label: t('editor.insert.h1') });
  const heading = editor.text.getByRole('heading', { name: 'New section' });
  await expect(heading).toHaveAttribute('data-label', /^[一二三四五六七八九十]+、$/);

  const numbering = editor.toolbar.getByRole('combobox', { name: t('editor.toolbar.numbering') });
  await numbering.selectOption({ label: t('editor.numbering.decimal') });
  await expect(heading).toHaveAttribute('data-label', /^\d+\s*$/);
  await numbering.selectOption({ label: t('editor.numbering.none') });
  await expect(heading).not.toHaveAttribute('data-label', /./);

  const outline = writer.page.getByRole('navigation', { name: t('documents.outline') });
  await expect(outline.getByRole('button', { name: 'New section' })).toBeVisible();
});

test('the language of a paragraph follows its words until it is set', async () => {
  const { t } = writer;
  await writeParagraph('Only English here');
  const paragraph = editor.block('Only English here');
  await expect(paragraph).toHaveAttribute('lang', 'en');
  const language = editor.toolbar.getByRole('combobox', { name: t('editor.toolbar.language') });
  await language.selectOption({ label: t('editor.language.zh') });
  await expect(paragraph).toHaveAttribute('lang', 'zh-CN');
});

test('the / menu inserts by name and by pinyin, and Escape leaves the slash', async () => {
  const { page, t } = writer;
  await writeParagraph('');
  await editor.type('/head');
  const menu = page.getByRole('listbox', { name: t('editor.slash.label') });
  await expect(menu.getByRole('option')).toHaveCount(4);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await editor.type('From the menu');
  await expect(editor.text.getByRole('heading', { name: 'From the menu', level: 2 })).toBeVisible();

  await editor.press('Enter');
  await editor.type('/xmfh');
  await expect(menu.getByRole('option')).toHaveText([t('editor.insert.bullet')]);
  await page.keyboard.press('Enter');
  await editor.type('an item');
  await expect(editor.text.getByRole('listitem').filter({ hasText: 'an item' })).toBeVisible();

  await writeParagraph('and/or ');
  await expect(menu).toBeHidden();
  await editor.type('/');
  await expect(menu).toBeVisible();
  await editor.press('Escape');
  await expect(menu).toBeHidden();
  await expect(editor.block('and/or /')).toBeVisible();
});

test('typed signs become headings, lists, quotations and formats', async () => {
  await writeParagraph('### A third level');
  await expect(editor.text.getByRole('heading', { name: 'A third level', level: 3 })).toBeVisible();
  await writeParagraph('- dotted');
  await expect(editor.text.locator('ul > li', { hasText: 'dotted' })).toBeVisible();
  await editor.press('Enter');
  await writeParagraph('3. counted');
  await expect(editor.text.locator('ol > li', { hasText: 'counted' })).toBeVisible();
  await editor.press('Enter');
  await writeParagraph('> quoted');
  await expect(editor.text.locator('blockquote', { hasText: 'quoted' })).toBeVisible();
  await writeParagraph('some **strong** and *slanted* words');
  const block = editor.block('some strong and slanted words');
  await expect(block.locator('strong')).toHaveText('strong');
  await expect(block.locator('em')).toHaveText('slanted');
});

test('what an input method composes asks for nothing until it is chosen', async () => {
  const { page, t } = writer;
  const method = await writer.context.newCDPSession(page);
  await writeParagraph('');
  await editor.composing(method, '# ');
  await expect(editor.text.getByRole('heading', { name: '#' })).toHaveCount(0);
  await method.send('Input.insertText', { text: '井号' });
  await expect(editor.block(/^井号$/)).toBeVisible();

  await writeParagraph('**');
  await editor.compose('zhongdian', '重点');
  await editor.type('** 之后');
  await expect(editor.block(/^重点 之后$/).locator('strong')).toHaveText('重点');

  await writeParagraph('/');
  const menu = page.getByRole('listbox', { name: t('editor.slash.label') });
  await expect(menu).toBeVisible();
  await editor.composing(method, 'biaoge');
  await expect(menu).toBeHidden();
  await method.send('Input.insertText', { text: '表格' });
  await expect(menu.getByRole('option')).toHaveText([t('editor.insert.table')]);
  await editor.press('Escape');
  await expect(editor.block(/^\/表格$/)).toBeVisible();
});

/** A new paragraph at the end of the text, with the caret after `words`. */
async function writeParagraph(words: string): Promise<void> {
  await editor.newParagraphAtEnd();
  await editor.type(words);
}

import type { Page } from '@playwright/test';
import { expect, test, type Visitor } from './project.ts';

test('a network without sockets still edits, paragraph by paragraph', async ({ visit, rest }) => {
  const office = await rest('pmo@demo.test');
  const id = await office.startDocument('PMI-24', 'MEETING_AGENDA', '受限网络 blocked');
  const visitor = await visit('pmo@demo.test', { locale: 'en' });
  const { page, t } = visitor;
  await page.context().routeWebSocket(/\/collab\//, (socket) => void socket.close({ code: 1011 }));
  await page.goto(`/documents/${id}/edit`);

  await expect(page.locator('[data-save-state=blocked]')).toBeVisible({ timeout: 15_000 });
  // The text can be read all the while.
  await expect(page.getByRole('article', { name: t('documents.text') })).toBeVisible();
  await page.getByRole('link', { name: t('editor.trouble.by-blocks') }).click();
  await editFirstBlock(visitor, page);
  expect(await office.text(id)).toContain('会议概况 At a glance');
});

test('a browser without scripts edits in the same way, and overwrites nobody', async ({
  visit,
  rest,
  complaints,
}) => {
  complaints.expect(/status of 409/);
  const office = await rest('pmo@demo.test');
  const id = await office.startDocument('PMI-24', 'MEETING_AGENDA', '无脚本 plain');
  const visitor = await visit('pmo@demo.test', { locale: 'en', javaScriptEnabled: false });
  const { page, t } = visitor;
  await page.goto(`/documents/${id}/edit`);
  await page
    .getByRole('link', { name: t('documents.editor.by-blocks') })
    .first()
    .click();
  await editFirstBlock(visitor, page);

  await blockLink(visitor, page).click();
  const other = await visitor.context.newPage();
  await other.goto(page.url());
  await save(visitor, other, 'theirs 他人');
  await save(visitor, page, 'mine 我的');
  await expect(page.getByRole('alert')).toHaveText(t('refusals.block.changed'));
  await expect(page.getByLabel(t('text-pages.blocks.text'), { exact: true })).toHaveValue(
    'mine 我的',
  );
  await expect(page.getByRole('region', { name: t('text-pages.blocks.present') })).toContainText(
    'theirs 他人',
  );
  expect(await office.text(id)).toContain('theirs 他人');
  await page.getByRole('button', { name: t('text-pages.blocks.replace') }).click();
  await expect(page).toHaveURL(/saved=/);
  expect(await office.text(id)).toContain('mine 我的');
});

async function editFirstBlock(visitor: Visitor, page: Page): Promise<void> {
  await blockLink(visitor, page).click();
  await save(visitor, page, '会议概况 At a glance');
  await expect(page.getByText(visitor.t('text-pages.blocks.saved'), { exact: true })).toBeVisible();
}

function blockLink({ t }: Visitor, page: Page) {
  return page
    .getByRole('main')
    .getByRole('listitem')
    .getByText(t('text-pages.blocks.edit'), {
      exact: true,
    })
    .first();
}

async function save({ t }: Visitor, page: Page, words: string): Promise<void> {
  await page.getByLabel(t('text-pages.blocks.text'), { exact: true }).fill(words);
  await page.getByRole('button', { name: t('text-pages.blocks.save') }).click();
}

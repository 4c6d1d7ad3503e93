import { LOCALES } from '#app/domain/shared/locale.ts';
import { LiveEditor } from './live-editor.ts';
import { expect, test } from './project.ts';
import { Reader } from './reader.ts';
import type { RestClient } from './rest-client.ts';

const SENTENCE = '供应商提交的报告';

for (const locale of LOCALES) {
  test.describe(`${locale}, without scripts`, () => {
    test('a reader reads, comments and replies by plain forms', async ({ visit, rest }) => {
      const id = await documentOn(await rest('pmo@demo.test'), locale);
      const visitor = await visit('reviewer@bank.demo.test', { locale, javaScriptEnabled: false });
      const { page, t } = visitor;
      const reader = await Reader.open(visitor, id);
      await expect(reader.text).toContainText('会议信息');

      await page.getByText(t('review.new.open'), { exact: true }).click();
      await reader.form.getByLabel(t('review.new.quote'), { exact: true }).fill('会议信息');
      await reader.form.getByLabel(t('review.type.QUESTION')).check();
      await reader.form
        .getByLabel(t('review.new.body'), { exact: true })
        .fill('哪一天？ Which day?');
      await reader.form.getByRole('button', { name: t('review.new.send') }).click();

      await expect(page).toHaveURL(`/documents/${id}#thread-1`);
      await expect(reader.comment(1)).toContainText('哪一天？ Which day?');
      await expect(reader.comment(1)).toContainText(t('review.type.QUESTION'));
      await expect(reader.text.locator('mark[data-comment="1"]')).toHaveText('会议信息');

      await reader.comment(1).getByText(t('review.reply.open'), { exact: true }).click();
      await reader
        .comment(1)
        .getByLabel(t('review.reply.body', { number: 1 }))
        .fill('周一 Monday');
      await reader
        .comment(1)
        .getByRole('button', { name: t('review.reply.send') })
        .click();
      await expect(reader.comment(1).getByRole('listitem')).toContainText('周一 Monday');
    });

    test('a refused comment says why and keeps what was typed', async ({
      visit,
      rest,
      complaints,
    }) => {
      complaints.expect(/status of 422/);
      const id = await documentOn(await rest('pmo@demo.test'), locale);
      const visitor = await visit('reviewer@bank.demo.test', { locale, javaScriptEnabled: false });
      const { page, t } = visitor;
      const reader = await Reader.open(visitor, id);
      await page.getByText(t('review.new.open'), { exact: true }).click();
      await reader.form.getByLabel(t('review.new.quote'), { exact: true }).fill(SENTENCE);
      await reader.form.getByLabel(t('review.new.body'), { exact: true }).fill('保留 kept');
      await reader.form.getByRole('button', { name: t('review.new.send') }).click();

      await expect(page.getByRole('alert')).toHaveText(t('refusals.quote.not-found'));
      await expect(page.getByLabel(t('review.new.quote'), { exact: true })).toHaveValue(SENTENCE);
      await expect(page.getByLabel(t('review.new.body'), { exact: true })).toHaveValue('保留 kept');

      await page.getByLabel(t('review.new.quote'), { exact: true }).fill('会议信息');
      await page.getByRole('button', { name: t('review.new.send') }).click();
      await expect(reader.comment(1)).toContainText('保留 kept');
    });
  });
}

test('an author accepts a suggestion without scripts', async ({ visit, rest }) => {
  const id = await documentOn(await rest('pmo@demo.test'), 'zh-CN');
  const bank = await rest('reviewer@bank.demo.test');
  const quote = '会议信息';
  const raised = await bank.post(`/documents/${id}/threads`, {
    type: 'change',
    body: '',
    quote,
    suggestedText: '会议概况',
  });
  expect(raised.status).toBe(201);
  const visitor = await visit('expert@demo.test', { javaScriptEnabled: false });
  const { t } = visitor;
  const reader = await Reader.open(visitor, id);
  await reader.button(t('review.accept.of', { number: 1 })).click();

  await expect(reader.text).toContainText('会议概况');
  await expect(reader.comment(1)).toContainText(t('review.state.ACCEPTED'));
});

test('a reviewer works by keys: C comments, Ctrl+Enter sends, J and K walk', async ({
  visit,
  rest,
}) => {
  const id = await documentOn(await rest('pmo@demo.test'), 'keys');
  const visitor = await visit('reviewer@bank.demo.test', { locale: 'en' });
  const { page, t } = visitor;
  const reader = await Reader.open(visitor, id);
  for (const words of ['会议信息', 'Meeting at a Glance']) {
    await reader.selectWords(words);
    await page.keyboard.press('c');
    await expect(reader.form.getByLabel(t('review.new.body'), { exact: true })).toBeFocused();
    await page.keyboard.type(`jck on ${words}`);
    await page.keyboard.press('Control+Enter');
    await expect(reader.review.getByText(`jck on ${words}`, { exact: true })).toBeVisible();
  }

  // The comment that was just sent is the present one.
  await expect(reader.comment(2)).toBeFocused();
  await page.keyboard.press('k');
  await expect(reader.comment(1)).toBeFocused();
  await page.keyboard.press('j');
  await expect(reader.comment(2)).toBeFocused();
});

test('a settled comment is opened and closed by the pointer', async ({ visit, rest }) => {
  const office = await rest('pmo@demo.test');
  const id = await documentOn(office, 'settled');
  const raised = await office.post(`/documents/${id}/threads`, {
    type: 'note',
    body: '已经处理',
    quote: '会议信息',
  });
  const thread = (await raised.json()) as { id: string };
  await office.post(`/threads/${thread.id}/closure`);
  const visitor = await visit('reviewer@bank.demo.test');
  const { t } = visitor;
  const reader = await Reader.open(visitor, id);
  const body = reader.comment(1).getByText('已经处理');
  await expect(body).toBeHidden();
  await reader
    .comment(1)
    .getByText(t('review.card.more', { number: 1 }))
    .click();
  await expect(body).toBeVisible();
  await reader
    .comment(1)
    .getByText(t('review.card.more', { number: 1 }))
    .click();
  await expect(body).toBeHidden();
});

test('a failed sending keeps the comment in its form', async ({ visit, rest, complaints }) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED/);
  const id = await documentOn(await rest('pmo@demo.test'), 'offline');
  const visitor = await visit('reviewer@bank.demo.test');
  const { context, page, t } = visitor;
  const reader = await Reader.open(visitor, id);
  await reader.selectWords('会议信息');
  await page.keyboard.press('c');
  await page.keyboard.type('离线时写的');
  await context.setOffline(true);
  await page.keyboard.press('Control+Enter');
  await expect(reader.form.getByRole('alert')).toHaveText(t('review.new.unreachable'));

  await context.setOffline(false);
  await page.keyboard.press('Control+Enter');
  await expect(reader.comment(1)).toContainText('离线时写的');
});

test('a comment is made from the live editor too', async ({ visit, rest }) => {
  const id = await documentOn(await rest('pmo@demo.test'), 'editor');
  const visitor = await visit('expert@demo.test');
  const { page, t } = visitor;
  const editor = await LiveEditor.open(visitor, id);
  await editor.select(editor.text.getByRole('heading').first());
  await editor.press('Control+Alt+m');
  const { form, review } = new Reader(visitor);
  await form.getByLabel(t('review.new.body'), { exact: true }).fill('从编辑器评论');
  await page.keyboard.press('Control+Enter');
  await expect(review.locator('#thread-1')).toContainText('从编辑器评论');
});

test('a firm reads the terms of reference of its own contract and cannot edit them', async ({
  visit,
  rest,
}) => {
  const office = await rest('pmo@demo.test');
  const own = await office.startDocument('PMI-4', 'TOR', '本合同 own contract');
  const { page, t } = await visit('firm-b@demo.test');
  await page.goto(`/documents/${own}`);

  await expect(page.getByRole('article', { name: t('documents.text') })).toBeVisible();
  await expect(page.getByRole('link', { name: t('documents.edit') })).toHaveCount(0);
  await expect(page.getByText(t('review.new.open'), { exact: true })).toHaveCount(0);
});

async function documentOn(office: RestClient, name: string): Promise<string> {
  return await office.startDocument('PMI-13', 'MEETING_AGENDA', `议程 Agenda ${name}`);
}

import type { Page } from '@playwright/test';
import { LOCALES } from '#app/domain/shared/locale.ts';
import { LiveEditor } from './live-editor.ts';
import { expect, test, type Visitor } from './project.ts';
import { Reader } from './reader.ts';

const HOSTILE = `"><img src=x onerror="window.harmed=1"><script>window.harmed=1</script>'{{7*7}}`;

for (const locale of LOCALES) {
  test(`${locale}: hostile markup is text wherever it is written`, async ({ visit, rest }) => {
    const office = await rest('pmo@demo.test');
    const id = await office.startDocument('PMI-14', 'MEETING_AGENDA', HOSTILE);
    const author = await visit('pmo@demo.test', { locale });
    await correctTitle(author, 'PMI-14');
    await expect(author.page.getByRole('link', { name: HOSTILE })).not.toHaveCount(0);
    await expectUnharmed(author.page);

    const editor = await LiveEditor.open(author, id);
    await editor.newParagraphAtEnd();
    await editor.type(HOSTILE);
    await expect(editor.block(HOSTILE)).toBeVisible();
    await editor.saved();
    await expectUnharmed(author.page);

    const visitor = await visit('reviewer@bank.demo.test', { locale });
    const reader = await Reader.open(visitor, id);
    await expect(reader.text).toContainText(HOSTILE);
    await expect(visitor.page.getByRole('heading', { level: 1 })).toContainText(HOSTILE);
    await reader.suggest('会议信息', { body: HOSTILE, wording: HOSTILE });
    await expect(reader.comment(1)).toContainText(HOSTILE);
    await expectUnharmed(visitor.page);
    for (const path of [
      '/due',
      '/board',
      '/assignments',
      `/assignments?q=${encodeURIComponent(HOSTILE)}`,
    ]) {
      await visitor.page.goto(path);
      await expectUnharmed(visitor.page);
    }
  });
}

async function correctTitle({ page, t }: Visitor, code: string): Promise<void> {
  await page.goto(`/assignments/${code}/facts`);
  await page.getByLabel(t('overview.facts.title-zh')).fill(HOSTILE);
  await page.getByLabel(t('overview.facts.title-en')).fill(HOSTILE);
  await page.getByRole('button', { name: t('shell.save') }).click();
  await expect(page).toHaveURL(`/assignments/${code}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(HOSTILE);
}

/** Nothing ran, and nothing of the markup became part of the page. */
async function expectUnharmed(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
}

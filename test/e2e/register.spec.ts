import { LOCALES } from '#app/domain/shared/locale.ts';
import { DEMO_ASSIGNMENTS, EXPERT_LEADS } from '#db/seed/demo-register.ts';
import { expect, test } from './project.ts';

const ALL_CODES = DEMO_ASSIGNMENTS.map(({ number }) => `PMI-${number}`).sort();

for (const locale of LOCALES) {
  test.describe(locale, () => {
    test('the board shows the 26 sub-contracts by component and stage', async ({ visit }) => {
      const { page, t } = await visit('expert@demo.test', { locale });
      await page.goto('/board');

      const board = page.getByRole('table', { name: t('board.caption') });
      await expect(board.getByRole('rowheader')).toHaveCount(4);
      await expect(board.getByRole('columnheader')).toHaveCount(7);
      const codes = await board.getByRole('link').locator('b').allInnerTexts();
      expect(codes.sort()).toEqual(ALL_CODES);
      await expect(board.getByRole('img', { name: t('board.mine') })).toHaveCount(
        EXPERT_LEADS.length,
      );
    });

    test('the table shows them as rows, can be searched, filtered and sorted', async ({
      visit,
    }) => {
      const { page, t } = await visit('expert@demo.test', { locale });
      await page.goto('/assignments');
      const table = page.getByRole('table', { name: t('portfolio.table.caption') });
      const codes = () => table.getByRole('rowheader').allInnerTexts();
      await expect(table.getByRole('rowheader')).toHaveCount(27);
      expect((await codes()).filter((code) => code !== 'PMI-30-ICS').sort()).toEqual(ALL_CODES);

      await page.getByRole('searchbox', { name: t('portfolio.table.search') }).fill('核查');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/q=/);
      await expect.poll(codes).toEqual(['PMI-4', 'PMI-18', 'PMI-21']);

      await page.getByRole('link', { name: t('portfolio.table.clear') }).click();
      await expect(table.getByRole('rowheader')).toHaveCount(27);
      await page.locator('select[name=due]').selectOption('late');
      await expect.poll(codes).toContain('PMI-12');
      await expect.poll(codes).not.toContain('PMI-3');

      await page.goto('/assignments');
      const head = table.getByRole('columnheader', { name: t('portfolio.column.code') });
      await head.getByRole('link').click();
      await expect(head).toHaveAttribute('aria-sort', 'descending');
      await expect.poll(async () => (await codes())[0]).toBe('PMI-30-ICS');
    });

    test('a contract shows facts, deliverables and who works on it', async ({ visit }) => {
      const { page, t } = await visit('expert@demo.test', { locale });
      await page.goto('/board');
      await page.getByRole('link', { name: 'PMI-17' }).first().click();

      await expect(page.getByRole('heading', { level: 1 })).toContainText('PMI-17');
      const deliverables = page.getByRole('region', { name: t('register.page.deliverables') });
      await expect(deliverables.getByRole('row')).not.toHaveCount(0);
      await expect(deliverables).toContainText(locale === 'en' ? 'Interim report' : '中期报告');
      await expect(page.getByText(t('overview.role.KEY_COORDINATOR'))).toBeVisible();
      const documents = page.getByRole('region', { name: t('overview.page.documents') });
      await expect(documents.getByRole('listitem')).toHaveCount(1);
    });

    test('the office corrects a title and it counts as confirmed', async ({ visit }) => {
      const { page, t } = await visit('pmo@demo.test', { locale });
      const code = locale === 'en' ? 'PMI-25' : 'PMI-16';
      const title = `标题 confirmed in ${locale}`;
      await page.goto(`/assignments/${code}`);
      await page.getByRole('link', { name: t('overview.page.facts.edit') }).click();
      await page.getByLabel(t('overview.facts.title-zh')).fill(title);
      await page.getByLabel(t('overview.facts.title-en')).fill(title);
      await page.getByRole('button', { name: t('shell.save') }).click();

      await expect(page).toHaveURL(`/assignments/${code}`);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
    });
  });
}

test('a subcontractor sees its own contracts and no other', async ({ visit }) => {
  const { page, t } = await visit('firm-b@demo.test');
  await page.goto('/assignments');
  const table = page.getByRole('table', { name: t('portfolio.table.caption') });
  await expect(table.getByRole('rowheader')).toHaveText([/^\s*PMI-4/]);
  await page.goto('/board');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1');
  await expect(page.getByText('PMI-3', { exact: true })).toHaveCount(0);
});

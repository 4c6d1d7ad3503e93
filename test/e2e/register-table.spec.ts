import type { Locator, Page } from '@playwright/test';
import type { Translate } from '#app/i18n/translator.ts';
import { expect, test } from './project.ts';

test.describe('the register table', () => {
  test('shows 26 rows at once on a screen of 1440 by 900', async ({ visit }) => {
    const { page, t } = await visit('expert@demo.test', { locale: 'en' });
    await page.goto('/assignments');

    const last = page.getByRole('link', { name: 'PMI-26', exact: true });
    const box = await last.boundingBox();
    expect((box?.y ?? 9_999) + (box?.height ?? 0)).toBeLessThanOrEqual(900);
    await expect(rows(page, t)).toHaveCount(27);
  });

  test('filters, groups and sorts by its address', async ({ visit }) => {
    const { page, t } = await visit('expert@demo.test', { locale: 'en' });
    await page.goto('/assignments');
    await page.locator('select[name=group]').selectOption('component');
    await expect(page).toHaveURL('/assignments?group=component');
    const headings = page.locator('th[scope=colgroup]');
    await expect(headings).toHaveCount(5);

    await page.locator('select[name=phase]').selectOption('PROCUREMENT');
    await expect(page).toHaveURL('/assignments?phase=PROCUREMENT&group=component');
    const due = page.getByRole('columnheader', { name: t('portfolio.column.method') });
    await due.getByRole('link').click();
    await expect(due).toHaveAttribute('aria-sort', 'ascending');
    await page.reload();
    await expect(due).toHaveAttribute('aria-sort', 'ascending');
  });

  test('names what it does not understand and shows the rest', async ({ visit }) => {
    const { page, t } = await visit('expert@demo.test', { locale: 'en' });
    await page.goto('/assignments?stage=DREAMING&component=2');

    const notice = t('portfolio.table.ignored', { names: 'stage' });
    await expect(page.getByText(notice)).toBeVisible();
    await expect(rows(page, t)).toHaveCount(10);
  });

  test('is walked through by keys while a code has the focus', async ({ visit }) => {
    const { page, t } = await visit('pmo@demo.test', { locale: 'en' });
    await page.goto('/assignments');
    // The keys work once the scripts do.
    await expect(async () => {
      await page.getByRole('link', { name: 'PMI-1', exact: true }).focus();
      await page.keyboard.press('ArrowDown');
      const below = page.getByRole('link', { name: 'PMI-2', exact: true });
      await expect(below).toBeFocused({ timeout: 1_000 });
    }).toPass();
    await page.keyboard.press('x');
    await expect(tick(page, t, 'PMI-2')).toBeChecked();
    await page.keyboard.press('e');
    await expect(page).toHaveURL('/assignments?edit=PMI-2');
    await expect(page.getByLabel(t('portfolio.edit.title-zh'))).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL('/assignments');
  });
});

for (const scripts of ['with', 'without'] as const) {
  const javaScriptEnabled = scripts === 'with';
  test.describe(`${scripts} scripts`, () => {
    test('a view is kept under a name, renamed and deleted', async ({ visit }) => {
      const { page, t } = await visit('observer@demo.test', { locale: 'en', javaScriptEnabled });
      const name = `Late ${scripts} scripts`;
      await page.goto('/assignments?due=late');
      await page.getByText(t('portfolio.views.save')).click();
      await page.getByRole('textbox', { name: t('portfolio.views.name') }).fill(name);
      await page.getByRole('button', { name: t('portfolio.views.keep') }).click();

      await expect(page).toHaveURL('/assignments?due=late');
      const views = page.getByRole('navigation', { name: t('portfolio.views.label') });
      await expect(views.getByRole('link', { name })).toHaveAttribute('aria-current', 'page');
      await views.getByRole('link', { name: t('portfolio.views.manage') }).click();
      await page.getByLabel(t('portfolio.views.rename-of', { name })).fill(`${name} again`);
      await page.getByRole('button', { name: t('portfolio.views.rename') }).click();
      await expect(page.getByRole('link', { name: `${name} again` })).toBeVisible();
      await page
        .getByRole('button', { name: t('portfolio.views.delete-of', { name: `${name} again` }) })
        .click();
      await expect(page.getByText(t('portfolio.views.empty'))).toBeVisible();
    });

    test('the office changes the ticked rows, all or none', async ({ visit, complaints }) => {
      complaints.expect(/status of 422/);
      const { page, t } = await visit('pmo@demo.test', { locale: 'en', javaScriptEnabled });
      const [one, two] = javaScriptEnabled ? ['PMI-20', 'PMI-26'] : ['PMI-13', 'PMI-21'];
      await page.goto('/assignments?kind=SUBCONTRACT');
      await page.getByRole('button', { name: t('portfolio.bulk.apply') }).click();
      await expect(page.getByText(t('refusals.selection.empty'))).toBeVisible();

      await tick(page, t, one).check();
      await page.getByRole('button', { name: t('portfolio.bulk.apply') }).click();
      await expect(page.getByText(t('refusals.selection.no-change'))).toBeVisible();
      await expect(tick(page, t, one)).toBeChecked();

      await tick(page, t, two).check();
      await page
        .getByRole('group', { name: t('portfolio.bulk.title') })
        .getByLabel(t('portfolio.bulk.review'))
        .selectOption('POST');
      await page.getByRole('button', { name: t('portfolio.bulk.apply') }).click();
      await expect(page.getByText(t('portfolio.bulk.changed', { count: 2 }))).toBeVisible();
      for (const code of [one, two]) {
        await expect(row(page, code)).toContainText(t('portfolio.review.POST'));
      }
    });

    test('the office edits a row in its place, and a refusal keeps what was typed', async ({
      visit,
      complaints,
    }) => {
      complaints.expect(/status of 422/);
      const { page, t } = await visit('pmo@demo.test', { locale: 'en', javaScriptEnabled });
      const code = javaScriptEnabled ? 'PMI-23' : 'PMI-24';
      const title = `Edited ${scripts} scripts`;
      await page.goto('/assignments');
      await page.getByRole('link', { name: t('portfolio.table.edit', { code }) }).click();
      await expect(page).toHaveURL(`/assignments?edit=${code}`);
      await page.getByLabel(t('portfolio.edit.title-en')).fill(title);
      await page.getByLabel(t('portfolio.edit.planned')).fill('lots');
      await page.getByRole('button', { name: t('shell.save') }).click();

      await expect(page.getByText(t('refusals.amount.malformed')).first()).toBeVisible();
      await expect(page.getByLabel(t('portfolio.edit.title-en'))).toHaveValue(title);
      await expect(page.getByLabel(t('portfolio.edit.planned'))).toHaveValue('lots');
      await page.getByLabel(t('portfolio.edit.planned')).fill('412,000');
      await page.getByRole('button', { name: t('shell.save') }).click();
      await expect(page).toHaveURL('/assignments');
      await expect(row(page, code)).toContainText(title);
      await expect(row(page, code)).toContainText('CNY 412,000.00');
    });
  });
}

test('a subcontractor can change no row and sees nothing of a budget', async ({ visit }) => {
  const { page, t } = await visit('firm-b@demo.test', { locale: 'en' });
  await page.goto('/assignments?edit=PMI-4');
  await expect(rows(page, t)).toHaveCount(1);
  await expect(
    page.getByRole('checkbox', { name: t('portfolio.table.select', { code: 'PMI-4' }) }),
  ).toHaveCount(0);
  await expect(page.getByRole('button', { name: t('portfolio.bulk.apply') })).toHaveCount(0);
  await expect(page.getByRole('button', { name: t('shell.save') })).toHaveCount(0);
});

test('my terms of reference lead to the next step with one press', async ({ visit }) => {
  const { page, t } = await visit('expert@demo.test', { locale: 'en' });
  await page.goto('/tors');
  const table = page.getByRole('table', { name: t('portfolio.tors.caption') });
  await expect(table.getByRole('rowheader')).toHaveCount(26);
  await table.getByRole('link', { name: /^Start: PMI-5 / }).click();
  await expect(page).toHaveURL('/assignments/PMI-5/documents/new?kind=TOR');
});

test('a figure of the portfolio leads to the rows it counts', async ({ visit }) => {
  const { page, t } = await visit('pmo@demo.test', { locale: 'en' });
  await page.goto('/portfolio');
  const table = page.getByRole('table', { name: t('portfolio.portfolio.assignments') });
  const total = table.getByRole('row', { name: t('portfolio.portfolio.total') });
  const figure = total.getByRole('link').first();
  const count = Number(await figure.innerText());
  await figure.click();
  await expect(rows(page, t)).toHaveCount(count);
});

function rows(page: Page, t: Translate): Locator {
  const table = page.getByRole('table', { name: t('portfolio.table.caption') });
  return table.locator('th[scope=row]');
}

function row(page: Page, code: string): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('link', { name: code, exact: true }) });
}

function tick(page: Page, t: Translate, code: string): Locator {
  return page.getByRole('checkbox', { name: t('portfolio.table.select', { code }), exact: true });
}

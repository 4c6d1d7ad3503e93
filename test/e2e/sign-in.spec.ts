import { LOCALES } from '#app/domain/shared/locale.ts';
import { DEMO_PASSWORD } from '#db/seed/demo-people.ts';
import { expect, test } from './project.ts';

for (const locale of LOCALES) {
  test.describe(locale, () => {
    test('a person signs in, comes to what is due and signs out again', async ({ visit }) => {
      const { page, t } = await visit(null, { locale });
      await page.goto('/');
      await expect(page).toHaveURL('/sign-in');
      await expect(page.getByRole('heading', { name: t('sign-in.title') })).toBeVisible();

      await page.getByLabel(t('sign-in.email')).fill('expert@demo.test');
      await page.getByLabel(t('sign-in.password')).fill(DEMO_PASSWORD);
      await page.getByRole('button', { name: t('sign-in.submit') }).click();

      await expect(page).toHaveURL('/due');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

      await page.getByRole('button', { name: t('shell.sign-out') }).click();
      await expect(page).toHaveURL('/sign-in');
      await page.goto('/assignments');
      await expect(page).toHaveURL(/\/sign-in\?next=%2Fassignments$/);
    });

    test('the office comes to the board', async ({ visit }) => {
      const { page, t } = await visit('pmo@demo.test', { locale });
      await page.goto('/');
      await expect(page).toHaveURL('/board');
      await expect(page.getByRole('table', { name: t('board.caption') })).toBeVisible();
    });

    test('who comes from a link lands there after signing in', async ({ visit }) => {
      const { page, t } = await visit(null, { locale });
      await page.goto('/assignments/PMI-4');
      await page.getByLabel(t('sign-in.email')).fill('pmo@demo.test');
      await page.getByLabel(t('sign-in.password')).fill(DEMO_PASSWORD);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL('/assignments/PMI-4');
      await expect(page.getByRole('heading', { level: 1 })).toContainText('PMI-4');
    });
  });
}

test('the session cookie is out of reach for scripts and for other sites', async ({ visit }) => {
  const { context, page } = await visit('expert@demo.test');
  await page.goto('/');
  const cookies = await context.cookies();

  const session = cookies.find(({ name }) => name === '__Host-dagang-session');
  expect(session).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });
  expect(await page.evaluate(() => document.cookie)).not.toContain('session');
});

test('the address that the server prints keeps the session too', async ({ visit, baseURL }) => {
  const { page, t } = await visit(null);
  const printed = String(baseURL).replace('localhost', '127.0.0.1');
  await page.goto(`${printed}/sign-in`);
  await page.getByLabel(t('sign-in.email')).fill('expert@demo.test');
  await page.getByLabel(t('sign-in.password')).fill(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${printed}/due`);
});

test('language and appearance change with one press and stay', async ({ visit }) => {
  const { page } = await visit('observer@demo.test', { locale: 'zh-CN', theme: 'light' });
  await page.goto('/assignments');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');

  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page).toHaveURL('/assignments');

  await page.getByRole('button', { name: 'Dark', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

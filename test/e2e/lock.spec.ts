import { LOCALES } from '#app/domain/shared/locale.ts';
import { LiveEditor } from './live-editor.ts';
import { expect, test } from './project.ts';

for (const locale of LOCALES) {
  test(`${locale}: a locked text tells who writes, is read by all, and can be unlocked`, async ({
    visit,
    rest,
  }) => {
    const id = await (
      await rest('pmo@demo.test')
    ).startDocument('PMI-24', 'MEETING_AGENDA', '锁定 locked');
    const author = await visit('expert@demo.test', { locale });
    const editor = await LiveEditor.open(author, id);
    const { page, t } = await visit('pmo@demo.test', { locale });

    await page.goto(`/documents/${id}`);
    await page.getByRole('button', { name: t('documents.lock'), exact: true }).click();

    await expect(page.getByRole('button', { name: t('documents.unlock') })).toBeVisible();
    await expect(page.getByRole('link', { name: t('documents.edit'), exact: true })).toHaveCount(0);
    await expect(author.page.getByRole('alert')).toContainText(t('editor.trouble.forbidden'));
    await author.page.goto(`/documents/${id}/edit`);
    await expect(author.page).toHaveURL(`/documents/${id}`);

    await page.getByRole('button', { name: t('documents.unlock') }).click();
    await author.page.goto(`/documents/${id}/edit`);
    await editor.ready();
  });
}

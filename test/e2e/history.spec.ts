import { LOCALES } from '#app/domain/shared/locale.ts';
import { LiveEditor } from './live-editor.ts';
import { expect, test } from './project.ts';

for (const locale of LOCALES) {
  test(`[H1] ${locale}: a text is read as it was before somebody changed it`, async ({
    visit,
    rest,
  }) => {
    const office = await rest('pmo@demo.test');
    const id = await office.startDocument('PMI-24', 'MEETING_AGENDA', `往日 ${locale}`);
    const editor = await LiveEditor.open(await visit('expert@demo.test', { locale }), id);
    await editor.newParagraphAtEnd();
    await editor.type('written later 后来写的');
    await editor.saved();
    const { page, t } = await visit('reviewer@bank.demo.test', {
      locale,
      javaScriptEnabled: false,
    });

    await page.goto(`/documents/${id}`);
    await page.getByRole('link', { name: t('documents.history'), exact: true }).click();
    const spells = page.getByRole('list', { name: t('text-pages.history.spells') });
    const text = page.getByRole('article', { name: t('documents.text') });
    await spells.getByRole('link').last().click();
    await expect(text).toContainText('会议信息');
    await expect(text).not.toContainText('written later');
    await spells.getByRole('link').first().click();
    await expect(text).toContainText('written later 后来写的');

    await page.getByLabel(t('text-pages.history.at')).fill('2020-01-01T08:00');
    await page.getByRole('button', { name: t('text-pages.history.show') }).click();
    await expect(page.getByText(t('text-pages.history.nothing'))).toBeVisible();
  });
}

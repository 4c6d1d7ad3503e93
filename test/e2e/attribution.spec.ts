import { LOCALES } from '#app/domain/shared/locale.ts';
import { DEMO_ACCOUNTS } from '#db/seed/demo-people.ts';
import { LiveEditor } from './live-editor.ts';
import { expect, test } from './project.ts';

for (const locale of LOCALES) {
  test(`[H2] ${locale}: from the page of a document one learns who wrote which words, and when`, async ({
    visit,
    rest,
    complaints,
  }) => {
    complaints.expect(/status of 422/);
    const office = await rest('pmo@demo.test');
    const id = await office.startDocument('PMI-24', 'MEETING_AGENDA', `署名 ${locale}`);
    const first = await LiveEditor.open(await visit('pmo@demo.test', { locale }), id);
    await first.newParagraphAtEnd();
    await first.type('cap 总量 ');
    await first.saved();
    const second = await LiveEditor.open(await visit('expert@demo.test', { locale }), id);
    await second.caretAtEndOf(second.block('cap 总量'));
    await second.type('falls 下降');
    await second.saved();

    const { page, t } = await visit('expert@demo.test', { locale });
    await page.goto(`/documents/${id}`);
    await page.getByRole('link', { name: t('documents.attribution') }).click();
    await page.getByLabel(t('text-pages.attribution.words')).fill('cap 总量 falls 下降');
    await page.getByRole('button', { name: t('text-pages.attribution.ask') }).click();
    const parts = page.getByRole('list', { name: t('documents.attribution') });
    await expect(parts.getByRole('listitem')).toHaveCount(2);
    await expect(parts.getByRole('listitem').nth(0)).toContainText('cap 总量');
    await expect(parts.getByRole('listitem').nth(0)).toContainText(nameOf('pmo@demo.test', locale));
    await expect(parts.getByRole('listitem').nth(1)).toContainText('falls 下降');
    await expect(parts.getByRole('listitem').nth(1)).toContainText(
      nameOf('expert@demo.test', locale),
    );
    await expect(parts.getByRole('time').first()).toHaveAttribute('datetime', /^\d{4}-/);

    await page.getByLabel(t('text-pages.attribution.words')).fill('nowhere in it');
    await page.getByRole('button', { name: t('text-pages.attribution.ask') }).click();
    await expect(page.getByRole('alert')).toHaveText(t('refusals.quote.not-found'));
    await expect(page.getByLabel(t('text-pages.attribution.words'))).toHaveValue('nowhere in it');
  });
}

function nameOf(email: string, locale: 'zh-CN' | 'en'): string {
  const account = DEMO_ACCOUNTS.find((one) => one.email === email);
  if (account === undefined) throw new Error(`The demo has no ${email}.`);
  return locale === 'en' ? account.nameEn : account.nameZh;
}

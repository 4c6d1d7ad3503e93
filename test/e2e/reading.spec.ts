import { expect, test } from './project.ts';

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
  await expect(page.getByRole('form', { name: t('review.new.title') })).toHaveCount(0);
});

import { readFileSync } from 'node:fs';
import { LOCALES } from '#app/domain/shared/locale.ts';
import { readXlsx } from '#server/xlsx/read-xlsx.ts';
import { newRow, registerWorkbook } from '#test/app/use-cases/exchange/register-workbook.ts';
import { chooseFile, WORKBOOK } from './choose-file.ts';
import { expect, test, type Visitor } from './project.ts';

for (const locale of LOCALES) {
  test(`${locale}: a workbook is read on trial, row by row, and changes nothing`, async ({
    visit,
    complaints,
  }) => {
    complaints.expect(/status of 422/);
    const visitor = await visit('pmo@demo.test', { locale });
    const { page, t } = visitor;
    await page.goto('/register/import');
    const wrong = registerWorkbook([], { headers: ['Colour'] });
    await chooseFile(visitor, { name: 'colours.xlsx', mimeType: WORKBOOK, bytes: wrong });
    await expect(page.getByRole('alert')).toContainText(t('refusals.import.no-header'));

    const whole = registerWorkbook([
      { code: 'PMI-26', titleZh: '', titleEn: 'Another title' },
      newRow('PMI-31'),
      newRow('PMI-32', { method: 'QXBS', endsOn: '2026-02-30' }),
      newRow('PMI-31'),
    ]);
    await chooseFile(visitor, { name: 'register.xlsx', mimeType: WORKBOOK, bytes: whole });
    await expect(page).toHaveURL(/register\/import\/[0-9A-Z]{26}$/);
    const table = page.getByRole('table', { name: t('exchange.trial.table') });
    await expect(table.getByRole('row')).toHaveCount(5);
    await expect(table).toContainText(t('exchange.rule.method-unknown', { value: 'QXBS' }));
    await expect(table).toContainText(t('exchange.rule.date-malformed', { value: '2026-02-30' }));
    await expect(table).toContainText(t('exchange.rule.code-twice', { value: '3' }));
    await expect(page.getByText(t('exchange.trial.leaves-out', { count: 3 }))).toBeVisible();

    const refused = page.getByRole('link', { name: t('exchange.outcome.REFUSED') });
    await refused.click();
    await expect(table.getByRole('row')).toHaveCount(4);
    await expect(refused).toHaveAttribute('aria-current', 'page');
    await page.goto('/assignments?q=PMI-31');
    await expect(page.getByText(t('portfolio.table.empty'))).toBeVisible();
  });
}

test('what is applied stands in the register, and an export of it changes nothing', async ({
  visit,
}) => {
  const visitor = await visit('pmo@demo.test', { locale: 'en' });
  const { page, t } = visitor;
  const reference = `CN-PMI-26-${Date.now()}`;
  const change = registerWorkbook([{ code: 'PMI-26', stepReference: reference }], {
    columns: ['code', 'stepReference'],
  });
  await page.goto('/register/import');
  await chooseFile(visitor, { name: 'step.xlsx', mimeType: WORKBOOK, bytes: change });
  await expect(page.locator('ins')).toHaveText(reference);
  await page.getByRole('button', { name: t('exchange.trial.apply', { count: 1 }) }).click();
  await expect(page.getByRole('status').first()).toContainText('Applied');

  await page.goto('/register/import');
  const bytes = await downloaded(visitor, t('exchange.import.export'));
  expect(Buffer.from(bytes).includes('PMI-')).toBe(false);
  const sheets = await readXlsx(bytes);
  const values = sheets.ok
    ? sheets.value.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map((c) => c.value)))
    : [];
  expect(values).toContain(reference);
  await chooseFile(visitor, { name: 'again.xlsx', mimeType: WORKBOOK, bytes });
  await expect(page.getByText(t('exchange.trial.nothing'))).toBeVisible();
  const refused = page.getByRole('link', { name: t('exchange.outcome.REFUSED') });
  await expect(refused).toHaveText(`${t('exchange.outcome.REFUSED')} 0`);
});

test('a workbook is read and applied without scripts', async ({ visit }) => {
  const visitor = await visit('pmo@demo.test', { locale: 'en', javaScriptEnabled: false });
  const { page, t } = visitor;
  await page.goto('/register/import');
  const reference = `CN-PMI-20-${Date.now()}`;
  const bytes = registerWorkbook([{ code: 'PMI-20', stepReference: reference }], {
    columns: ['code', 'stepReference'],
  });
  await chooseFile(visitor, { name: 'plain.xlsx', mimeType: WORKBOOK, bytes });
  await page.getByRole('button', { name: t('exchange.trial.apply', { count: 1 }) }).click();
  await expect(page.getByText(/^Applied/)).toBeVisible();
});

test('who may not import finds nothing there, and takes out the own contracts only', async ({
  visit,
  complaints,
}) => {
  complaints.expect(/status of 404/);
  const visitor = await visit('firm-a@demo.test', { locale: 'en' });
  const { page } = visitor;
  for (const path of ['/register/import', '/register/import/01ARZ3NDEKTSV4RRFFQ69G5FAV']) {
    expect((await page.goto(path))?.status()).toBe(404);
  }
  const answer = await page.request.get('/assignments.xlsx');
  const sheets = await readXlsx(new Uint8Array(await answer.body()));
  const codes = sheets.ok ? sheets.value[0]?.rows.map(({ cells }) => cells[0]?.value) : [];
  expect(codes?.slice(1).sort()).toEqual(['PMI-17', 'PMI-3']);
  expect((await page.request.get('/assignments/PMI-4/ocds.json')).status()).toBe(404);
  expect((await page.request.get('/assignments/PMI-17/ocds.json')).status()).toBe(200);
});

test('a package of others is read on trial, stored, and given out again unchanged', async ({
  visit,
  complaints,
}) => {
  complaints.expect(/status of 422/);
  const visitor = await visit('pmo@demo.test', { locale: 'en' });
  const { page, t } = visitor;
  const release = {
    ocid: `ocds-e2e000-${Date.now()}`,
    id: 'r1',
    date: '2026-05-01T00:00:00Z',
    tag: ['tender'],
    tender: { id: 'PMI-26', title: 'Otherwise' },
  };
  const send = (name: string, value: unknown) =>
    chooseFile(visitor, {
      name,
      mimeType: 'application/json',
      bytes: new TextEncoder().encode(JSON.stringify(value)),
    });
  await page.goto('/register/ocds');
  await send('wrong.json', { releases: [{ ...release, date: 'yesterday' }] });
  await expect(page.getByRole('alert')).toContainText(t('refusals.ocds.refused'));
  await expect(page.getByText('/releases/0/date')).toBeVisible();

  await send('package.json', { version: '1.1', releases: [release] });
  const table = page.getByRole('table', { name: t('exchange.ocds.table') });
  await expect(table.getByRole('link', { name: 'PMI-26' })).toBeVisible();
  await page.getByRole('button', { name: t('exchange.ocds.trial.store', { count: 1 }) }).click();
  await expect(page.getByRole('status').first()).toContainText('Stored');

  await page.goto('/register/ocds');
  const bytes = await downloaded(visitor, t('exchange.ocds.releases'));
  const given = JSON.parse(new TextDecoder().decode(bytes)) as { releases: unknown[] };
  expect(given.releases).toContainEqual(release);
});

async function downloaded({ page }: Visitor, link: string): Promise<Uint8Array> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).click(),
  ]);
  return new Uint8Array(readFileSync(await download.path()));
}

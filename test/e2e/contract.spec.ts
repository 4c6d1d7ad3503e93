import { addDays, calendarDateAt } from '#app/domain/shared/calendar-date.ts';
import { LOCALES } from '#app/domain/shared/locale.ts';
import { formatMoney } from '#app/i18n/format-money.ts';
import { formatDate } from '#app/i18n/format.ts';
import { expect, test, type Visitor } from './project.ts';

const today = calendarDateAt(new Date());

test('the office registers a signed contract, with payments by percentage', async ({
  visit,
  complaints,
}) => {
  complaints.expect(/status of 422/);
  const { page, t, locale } = await visit('pmo@demo.test');
  await page.goto('/assignments/PMI-19/contract');
  const consultant = page.getByLabel(t('contract.consultant'));
  // Only the candidate that was selected can sign.
  await expect(consultant.getByRole('option')).toHaveCount(2);
  await consultant.selectOption({ index: 1 });
  await page.getByLabel(t('contract.signed-on')).fill(today);
  await page.getByLabel(t('contract.starts-on')).fill(addDays(today, -1));
  await page.getByLabel(t('contract.ends-on')).fill(addDays(today, 365));
  await page.getByLabel(t('contract.amount'), { exact: true }).fill('１００．００万');
  for (const [no, days] of [30, 180, 350].entries()) {
    await page.locator(`input[name="due-${no + 1}"]`).fill(addDays(today, days));
    await page.locator(`input[name="pay-${no + 1}"]`).fill(['20%', '', '80%'][no] ?? '');
  }
  const sign = page.getByRole('button', { name: t('contract.act.sign') });
  await sign.click();

  // Refused for the start before the signature; what was typed is still there.
  await expect(page.getByRole('alert')).toHaveText(t('refusals.contract.starts-too-early'));
  await expect(page.getByLabel(t('contract.amount'), { exact: true })).toHaveValue(
    '１００．００万',
  );
  await page.getByLabel(t('contract.starts-on')).fill(today);
  await sign.click();

  const payments = page.getByRole('region', { name: t('contract.payments') });
  await expect(payments.getByRole('row')).toHaveCount(4);
  await expect(payments).toContainText(money(locale, 20_000_000));
  await expect(payments).toContainText(money(locale, 80_000_000));
  await expect(page.getByText(t('register.stage.SIGNED')).first()).toBeVisible();
  await expect(sign).toHaveCount(0);

  const observer = await visit('observer@demo.test');
  await observer.page.goto('/assignments/PMI-19/contract');
  await expect(observer.page.getByText(money(locale, 100_000_000)).first()).toBeVisible();
});

test('an accepted report is invoiced, then paid; one that is not accepted cannot be', async ({
  visit,
}) => {
  const { page, t } = await visit('pmo@demo.test', { locale: 'en' });
  await page.goto('/assignments/PMI-22/contract');
  await page.getByRole('link', { name: t('contract.next.INVOICE', { no: 1 }) }).click();
  await page.getByLabel(t('contract.record.reference.invoice')).fill('INV-7');
  await page.getByRole('button', { name: t('contract.record.invoice') }).click();
  await page.getByRole('link', { name: t('contract.next.RELEASE', { no: 1 }) }).click();
  await page.getByLabel(t('contract.record.on.release')).fill(today);
  await page.getByLabel(t('contract.record.reference.release')).fill('PAY-7');
  await page.getByRole('button', { name: t('contract.record.release') }).click();

  const payments = page.getByRole('region', { name: t('contract.payments') });
  await expect(payments.getByRole('row').nth(1)).toContainText(t('contract.state.RELEASED'));
  await expect(payments.getByRole('row').nth(1)).toContainText('PAY-7');

  await page.goto('/assignments/PMI-18/contract');
  await expect(payments.getByRole('row').nth(2)).toContainText(t('contract.state.HELD'));
  await page.goto('/assignments/PMI-18/contract/payments/2');
  await expect(page.getByRole('button', { name: t('contract.record.release') })).toHaveCount(0);
});

test('an extension takes an evaluation and both agreements', async ({
  visit,
  complaints,
  rest,
}) => {
  complaints.expect(/status of 422/);
  const office = await visit('pmo@demo.test', { locale: 'en' });
  const { page, t, locale } = office;
  const later = '2031-12-31';
  const client = await rest('pmo@demo.test');
  const evaluation = await client.startDocument('PMI-4', 'ASSESSMENT', 'Evaluation for more time');

  await propose(office, later);
  await expect(page.getByRole('alert')).toHaveText(t('refusals.amendment.evaluation-missing'));
  await page.goto(`/documents/${evaluation}/versions`);
  await page.getByRole('button', { name: t('text-pages.versions.freeze') }).click();
  await page.waitForURL(/no=1/);
  await propose(office, later);
  await page
    .getByRole('button', {
      name: t('contract.amendment.agree.as', { party: t('contract.party.CLIENT') }),
    })
    .click();
  const ends = page.getByRole('region', { name: t('contract.parties') });
  await expect(
    page.getByText(t('contract.amendment.waits', { who: t('contract.gap.CONSULTANT') })),
  ).toBeVisible();
  await expect(ends).not.toContainText(formatDate(locale, later));

  const firm = await visit('firm-b@demo.test', { locale: 'en' });
  await firm.page.goto('/assignments/PMI-4/contract');
  await firm.page.getByRole('link', { name: /read and agree/ }).click();
  await firm.page
    .getByRole('button', {
      name: t('contract.amendment.agree.as', { party: t('contract.party.CONSULTANT') }),
    })
    .click();

  await expect(firm.page.getByText(t('contract.amendment.effective'))).toBeVisible();
  await expect(firm.page.getByRole('region', { name: t('contract.parties') })).toContainText(
    formatDate(locale, later),
  );
});

test('a change of the amount leaves a gap until the open payments are adapted', async ({
  visit,
  complaints,
}) => {
  complaints.expect(/status of 422/);
  const firm = await visit('firm-a@demo.test');
  await firm.page.goto('/assignments/PMI-17/contract');
  await firm.page.getByRole('link', { name: firm.t('contract.next.AGREE', { no: 1 }) }).click();
  await firm.page
    .getByRole('button', {
      name: firm.t('contract.amendment.agree.as', { party: firm.t('contract.party.CONSULTANT') }),
    })
    .click();
  await expect(firm.page.getByText(firm.t('contract.amendment.effective'))).toBeVisible();

  const { page, t } = await visit('pmo@demo.test');
  await page.goto('/assignments/PMI-17/contract');
  const warning = page.getByText(t('contract.payment', { no: 2 }), { exact: false });
  await expect(warning.first()).toBeVisible();
  await page.getByRole('link', { name: t('contract.next.ADAPT_SCHEDULE') }).click();
  const save = page.getByRole('button', { name: t('shell.save') });
  await save.click();
  await expect(page.getByRole('alert')).toHaveText(t('refusals.schedule.not-adding-up'));
  await page.locator('input[name="amount-1"]').fill('50%');
  await page.locator('input[name="amount-2"]').fill('50%');
  await save.click();

  await expect(page).toHaveURL('/assignments/PMI-17/contract');
  await expect(page.getByRole('link', { name: t('contract.next.ADAPT_SCHEDULE') })).toHaveCount(0);
});

for (const locale of LOCALES) {
  test(`${locale}: commitments are recorded by the office and checked by the expert`, async ({
    visit,
    complaints,
  }) => {
    complaints.expect(/status of 422/);
    const promise = `承诺 promise ${locale}`;
    const office = await visit('pmo@demo.test', { locale });
    const { page, t } = office;
    await page.goto('/assignments/PMI-12/commitments');
    await page.getByRole('link', { name: t('contract.act.add') }).click();
    await page.getByLabel(t('contract.commitment.kind')).selectOption('OUTPUTS');
    await page.getByLabel(t('contract.commitment.text-zh')).fill(promise);
    await page.getByLabel(t('contract.commitment.text-en')).fill(promise);
    await page.getByLabel(t('contract.commitment.target'), { exact: true }).fill('５');
    await page.getByLabel(t('contract.commitment.unit')).fill('份');
    await page.getByRole('button', { name: t('contract.act.add') }).click();

    const expert = (await visit('expert@demo.test', { locale })).page;
    await expert.goto('/assignments/PMI-12/commitments');
    await expert.getByRole('link', { name: new RegExp(promise) }).click();
    const check = expert.getByRole('button', { name: t('contract.act.check') });
    await expert.getByLabel(t('contract.check.result')).selectOption('PARTLY_MET');
    await expert.getByLabel(t('contract.check.reached')).fill('3');
    await check.click();
    await expect(expert.getByRole('alert')).toHaveText(t('refusals.commitment.evidence-missing'));
    await expect(expert.getByLabel(t('contract.check.reached'))).toHaveValue('3');
    await expert.getByLabel(t('contract.check.evidence')).fill('表 2');
    await check.click();

    const row = expert.getByRole('row', { name: new RegExp(promise) });
    await expect(row).toContainText(t('contract.result.PARTLY_MET'));
    await expect(row).toContainText(t('contract.sheet.percent', { percent: 60 }));
    await expect(row).toContainText('表 2');
  });
}

test('who has no right to a contract finds nothing, of any contract', async ({
  visit,
  complaints,
}) => {
  complaints.expect(/status of 404/);
  for (const [email, code] of [
    ['firm-b@demo.test', 'PMI-17'],
    ['firm-a@demo.test', 'PMI-4'],
    ['external@demo.test', 'PMI-17'],
    ['admin@demo.test', 'PMI-17'],
  ] as const) {
    const { page, t } = await visit(email);
    for (const path of ['contract', 'contract/schedule', 'commitments', 'commitments/1']) {
      await page.goto(`/assignments/${code}/${path}`);
      await expect(page.getByText(t('shell.error.404.title'))).toBeVisible();
      await expect(page.getByText('CNY')).toHaveCount(0);
    }
  }
});

/** Proposes more time, with the frozen evaluation where there is one. */
async function propose({ page, t }: Visitor, until: string): Promise<void> {
  await page.goto('/assignments/PMI-4/contract/amendments/new');
  await page.getByLabel(t('contract.amendment.new-end')).fill(until);
  const evaluation = page.getByLabel(t('contract.amendment.evaluation'), { exact: true });
  const last = (await evaluation.getByRole('option').count()) - 1;
  await evaluation.selectOption({ index: last });
  await page.getByLabel(t('contract.amendment.reason')).fill('More field work (demo)');
  await page.getByRole('button', { name: t('contract.amendment.submit') }).click();
}

function money(locale: Visitor['locale'], amountMinor: number): string {
  return formatMoney(locale, { amountMinor, currency: 'CNY' });
}

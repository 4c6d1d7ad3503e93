/** A report from the due list of its firm to its acceptance by both sides, and more time on the way. */
import type { Locator, Page } from '@playwright/test';
import { LiveEditor } from './live-editor.ts';
import { expect, test, type Visitor } from './project.ts';
import { Reader } from './reader.ts';

const REASON = '样本如何抽取，没有说明。<b>See section 3.</b>';
const CHINESE = '样本按省份分层抽取。';

test('a report is submitted, returned, changed, submitted again and accepted by both sides', async ({
  visit,
  complaints,
}) => {
  // A refusal of the server is an answer with a status of its own.
  complaints.expect(/status of 4(09|22)/);
  const firm = await visit('firm-a@demo.test', { locale: 'zh-CN' });
  const office = await visit('pmo@demo.test', { locale: 'en' });
  const bank = await visit('lead@bank.demo.test', { locale: 'en' });
  const { page, t } = firm;

  await page.goto('/');
  await expect(page).toHaveURL('/due');
  await act(firm, 'RESUBMIT').click();
  await expect(page).toHaveURL('/assignments/PMI-17/deliverables/2');
  await page.getByRole('button', { name: t('deliverables.submit.button') }).click();
  await expectState(firm, 'SUBMITTED');
  await page.goto('/due');
  await expect(act(firm, 'RESUBMIT')).toHaveCount(0);

  await open(office, 'ACCEPT');
  await expect(
    office.page.getByText(office.t('deliverables.accept.issues', { count: 1 })),
  ).toBeVisible();
  await expect(acceptButton(office)).toHaveCount(0);
  await office.page.getByLabel(office.t('deliverables.return.reason')).fill(REASON);
  await office.page.getByRole('button', { name: office.t('deliverables.return.button') }).click();
  await expectState(office, 'RETURNED');

  await open(firm, 'RESUBMIT');
  await expect(page.getByText(REASON).first()).toBeVisible();
  await page.getByRole('button', { name: t('deliverables.submit.button') }).click();
  await expect(page.getByRole('alert')).toHaveText(t('refusals.deliverable.unchanged'));

  await page.getByRole('link', { name: t('deliverables.submit.read') }).click();
  const reader = new Reader(firm);
  await reader
    .comment(1)
    .getByRole('button', { name: t('review.accept.of', { number: 1 }) })
    .click();
  await expect(reader.comment(1)).toContainText(t('review.state.ACCEPTED'));
  await page.getByRole('link', { name: t('documents.edit'), exact: true }).click();
  const editor = new LiveEditor(firm);
  await editor.ready();
  await editor.newParagraphAtEnd();
  await editor.compose('yangbenanshengfenfencengchouqu', CHINESE);
  await editor.saved();

  await open(firm, 'RESUBMIT');
  await page.getByRole('button', { name: t('deliverables.submit.button') }).click();
  await expectState(firm, 'SUBMITTED');
  await expect(history(firm).getByRole('listitem').last()).toContainText(
    t('deliverables.event.SUBMITTED', { no: 2 }),
  );

  await open(office, 'ACCEPT');
  await acceptButton(office).click();
  await expectState(office, 'PMO_ACCEPTED');
  await open(bank, 'ACCEPT');
  await bank.page
    .getByRole('link', { name: bank.t('deliverables.event.version', { no: 2 }) })
    .first()
    .click();
  await expect(bank.page.getByText(CHINESE)).toBeVisible();
  await bank.page.goBack();
  await acceptButton(bank).click();
  await expectState(bank, 'ACCEPTED');
  await page.reload();
  await expectState(firm, 'ACCEPTED');
  await expect(page.getByText(t('deliverables.page.done'))).toBeVisible();
});

test('more time is asked for, granted in part, and the due list knows', async ({ visit }) => {
  const firm = await visit('firm-b@demo.test', { locale: 'zh-CN' });
  const office = await visit('pmo@demo.test', { locale: 'en' });
  const { page, t } = firm;
  await page.goto('/assignments/PMI-4/deliverables/3');
  const before = await dueOn(page);
  await page.getByText(t('deliverables.time.ask')).click();
  await page.getByLabel(t('deliverables.time.until')).fill(later(before, 20));
  await page.getByLabel(t('deliverables.time.reason')).pressSequentially('汛期推迟了调研。');
  await page.getByRole('button', { name: t('deliverables.time.send') }).click();
  await expect(page.getByText(t('deliverables.time.pending'))).toBeVisible();
  await expect(page.getByText(t('deliverables.time.ask'))).toHaveCount(0);

  await office.page.goto('/due');
  const row = office.page.getByRole('listitem').filter({ hasText: '汛期推迟了调研。' });
  await row.getByRole('link', { name: office.t('deliverables.act.DECIDE_TIME') }).click();
  await office.page.getByLabel(office.t('deliverables.time.grant-until')).fill(later(before, 10));
  await office.page.getByRole('button', { name: office.t('deliverables.time.grant') }).click();
  const decision = office.page.getByRole('form', { name: office.t('deliverables.time.decide') });
  await expect(decision).toHaveCount(0);
  expect(await dueOn(office.page)).toBe(later(before, 10));

  await page.goto('/due?show=all');
  const final = page
    .getByRole('listitem')
    .filter({ hasText: '最终报告' })
    .filter({ hasText: 'PMI-4' });
  await expect(final.locator('time')).toHaveAttribute('datetime', later(before, 10));
  await office.page.goto('/due');
  await expect(row).toHaveCount(0);
});

test('the office adds a milestone and says how it came out', async ({ visit, complaints }) => {
  complaints.expect(/status of 422/);
  const { page, t } = await visit('pmo@demo.test', { locale: 'zh-CN' });
  await page.goto('/assignments/PMI-8/deliverables');
  await page.getByText(t('deliverables.add.milestone')).click();
  const form = page
    .locator('form')
    .filter({ hasText: t('deliverables.milestone-type.DELIVERY') })
    .last();
  await form.getByLabel(t('deliverables.field.title-zh')).fill('培训完成');
  const english = form.getByLabel(t('deliverables.field.title-en'));
  await english.evaluate((field) => field.removeAttribute('required'));
  await form.getByLabel(t('deliverables.field.due')).fill('2026-11-02');
  await form.getByRole('button', { name: t('deliverables.add.submit') }).click();
  await expect(page.getByRole('alert').first()).toHaveText(t('refusals.title.missing'));
  await expect(form.getByLabel(t('deliverables.field.title-zh'))).toHaveValue('培训完成');
  await english.fill('Training held');
  await form.getByRole('button', { name: t('deliverables.add.submit') }).click();

  const row = page.getByRole('row').filter({ hasText: '培训完成' });
  await row.getByText(t('deliverables.milestone.record')).click();
  await row.getByLabel(t('deliverables.field.note')).fill('两省参加');
  await row.getByRole('button', { name: t('shell.save') }).click();
  await expect(row).toContainText(t('deliverables.milestone-state.MET'));
  await expect(row).toContainText('两省参加');
});

test('another firm finds nothing', async ({ visit, complaints }) => {
  complaints.expect(/status of 404/);
  const { page } = await visit('firm-b@demo.test');
  for (const path of ['', '/2', '/99', '/x']) {
    const answer = await page.goto(`/assignments/PMI-17/deliverables${path}`);
    expect(answer?.status()).toBe(404);
  }
  await page.goto('/due?show=all');
  await expect(page.getByText('PMI-17')).toHaveCount(0);
});

async function open(visitor: Visitor, wanted: 'ACCEPT' | 'RESUBMIT'): Promise<void> {
  await visitor.page.goto('/due');
  await act(visitor, wanted).click();
  await expect(visitor.page).toHaveURL('/assignments/PMI-17/deliverables/2');
}

/** The act that the due list offers on the interim report of PMI-17. */
function act({ page, t }: Visitor, wanted: 'ACCEPT' | 'RESUBMIT'): Locator {
  return page.getByRole('link', { name: `${t(`deliverables.act.${wanted}`)} PMI-17` });
}

function acceptButton({ page, t }: Visitor): Locator {
  return page.getByRole('button', { name: t('deliverables.accept.button'), exact: true });
}

function history({ page, t }: Visitor): Locator {
  return page.getByRole('list', { name: t('deliverables.page.history') });
}

async function expectState(
  { page, t }: Visitor,
  state: 'SUBMITTED' | 'RETURNED' | 'PMO_ACCEPTED' | 'ACCEPTED',
): Promise<void> {
  const name = t(`register.deliverable-state.${state}`);
  await expect(headOf(page).getByText(name, { exact: true })).toBeVisible();
}

/** The due date beside the title of the deliverable. */
async function dueOn(page: Page): Promise<string> {
  return (await headOf(page).locator('time').getAttribute('datetime')) ?? '';
}

/** Title, state and due date of the deliverable that is shown. */
function headOf(page: Page): Locator {
  return page.getByRole('main').getByRole('heading', { level: 2 }).first().locator('..');
}

function later(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

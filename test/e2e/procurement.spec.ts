/**
 * Two assignments on their way to a contract, in browsers: a firm by its qualifications, a person by
 * comparison. Each step is taken by who may take it, and refused while something is missing.
 */
import { DEMO_PASSWORD } from '#db/seed/demo-people.ts';
import type { StageDemand } from '#app/domain/register/stage-demands.ts';
import type { AssignmentStage } from '#app/domain/register/stage.ts';
import { OwnServer } from './own-server.ts';
import { expect, test, type Visitor } from './project.ts';
import { RestClient } from './rest-client.ts';

let server: OwnServer;
test.beforeAll(async () => {
  server = await OwnServer.start();
});
test.afterAll(async () => {
  await server.remove();
});

const REFUSED = /422/;

test('PMI-9 goes from planned to negotiation by CQS', async ({ visit, complaints }) => {
  test.setTimeout(180_000);
  complaints.expect(REFUSED);
  const office = new Desk(
    await visit('pmo@demo.test', { baseURL: server.url, locale: 'en' }),
    'PMI-9',
  );
  const lead = await visit('lead@bank.demo.test', { baseURL: server.url, locale: 'en' });
  await clearTerms(office, lead);
  await office.move('ADVERTISED');

  for (const name of ['Firm K (demo)', 'Firm L (demo)']) await office.list(name);
  await office.expectRefused('QUALIFIED', 'stage.candidates-few');
  await office.list('Firm M (demo)');
  await office.move('QUALIFIED');
  await office.act('INVITED', 'Firm L (demo)');
  await office.move('ONE_INVITED');
  await office.act('SELECTED', 'Firm L (demo)');
  await office.move('NEGOTIATION');
  await office.expectSigningNext();
});

test('an individual is chosen among three candidates, and not among two', async ({
  visit,
  complaints,
}) => {
  test.setTimeout(180_000);
  complaints.expect(REFUSED);
  const visitor = await visit('pmo@demo.test', { baseURL: server.url, locale: 'en' });
  const lead = await visit('lead@bank.demo.test', { baseURL: server.url, locale: 'en' });
  await register(visitor, 'PMI-4');
  await expect(visitor.page.getByRole('alert')).toHaveText(visitor.t('refusals.assignment.code'));
  await visitor.page
    .getByLabel(visitor.t('procurement.new.code'), { exact: true })
    .fill('PMI-31-ICS');
  await visitor.page.getByRole('button', { name: visitor.t('procurement.new.submit') }).click();
  await visitor.page.waitForURL(/PMI-31-ICS$/);

  const office = new Desk(visitor, 'PMI-31-ICS');
  await clearTerms(office, lead);
  await office.move('LIMITED');
  for (const name of ['Person K (demo)', 'Person L (demo)']) await office.list(name);
  await office.expectRefused('COMPARED', 'stage.candidates-few');
  await office.list('Person M (demo)');
  await office.move('COMPARED');
  await office.expectRefused('NEGOTIATION', 'stage.none-selected');
  await office.act('SELECTED', 'Person K (demo)');
  await office.move('NEGOTIATION');
  await office.expectSigningNext();
});

test('nobody without a part in it finds the page', async ({ visit, complaints }) => {
  complaints.expect(/404/);
  for (const email of ['firm-a@demo.test', 'observer@demo.test', 'external@demo.test']) {
    const { page } = await visit(email, { baseURL: server.url });
    for (const path of ['/assignments/PMI-17/procurement', '/decisions', '/assignments/new']) {
      expect((await page.goto(path))?.status(), `${email} ${path}`).toBe(404);
    }
  }
});

/** Starts the terms of reference and brings them through the Bank's no-objection. */
async function clearTerms(office: Desk, lead: Visitor): Promise<void> {
  const rest = await RestClient.signIn(server.url, 'pmo@demo.test', DEMO_PASSWORD);
  await rest.startDocument(office.code, 'TOR', `${office.code} 工作大纲`);
  await office.open();
  await office.move('TOR_REVIEW');
  await office.expectRefused('TOR_CLEARED', 'stage.no-objection-tor');
  await office.ask();
  await lead.page.goto('/decisions');
  const asked = lead.page.getByRole('listitem').filter({ hasText: `${office.code} ` });
  await expect(asked).toContainText('Version 1');
  await asked.getByRole('button', { name: lead.t('procurement.decide.GRANTED') }).click();
  await expect(asked).toHaveCount(0);
  await office.open();
  await expect(office.state('GRANTED')).toBeVisible();
  await office.move('TOR_CLEARED');
}

async function register({ page, t }: Visitor, code: string): Promise<void> {
  await page.goto('/assignments/new');
  await page.getByLabel(t('procurement.new.kind'), { exact: true }).selectOption('INDIVIDUAL');
  await page.getByLabel(t('procurement.new.code'), { exact: true }).fill(`${code}-X`);
  await page.getByLabel(t('overview.facts.title-zh')).fill('碳市场法律专家');
  await page.getByLabel(t('overview.facts.title-en')).fill('Legal expert on carbon markets');
  await page.getByLabel(t('overview.fact.method')).selectOption('INDV');
  await page.getByRole('button', { name: t('procurement.new.submit') }).click();
}

/** The page of a procurement as the office works on it. */
class Desk {
  readonly code: string;
  readonly #visitor: Visitor;

  constructor(visitor: Visitor, code: string) {
    this.#visitor = visitor;
    this.code = code;
  }

  async open(): Promise<void> {
    await this.#visitor.page.goto(`/assignments/${this.code}/procurement`);
  }

  async move(to: AssignmentStage): Promise<void> {
    const { page } = this.#visitor;
    await this.#moveButton(to).click();
    // The stage that was reached is the present one of the table.
    await expect(page.locator('tr[aria-current="step"]')).toContainText(this.#stage(to));
    await expect(this.#moveButton(to)).toHaveCount(0);
  }

  async expectRefused(to: AssignmentStage, code: StageDemand): Promise<void> {
    const { page, t } = this.#visitor;
    await this.#moveButton(to).click();
    await expect(page.getByRole('alert')).toHaveText(t(`refusals.${code}`));
  }

  async ask(): Promise<void> {
    const { page, t } = this.#visitor;
    await page.getByText(t('procurement.ask'), { exact: true }).click();
    await page.getByRole('button', { name: t('procurement.ask.send') }).click();
    await expect(this.state('PENDING')).toBeVisible();
  }

  state(state: 'PENDING' | 'GRANTED') {
    const { page, t } = this.#visitor;
    const asked = page.getByRole('region', { name: t('procurement.no-objections') });
    return asked.getByText(t(`procurement.no-objection-state.${state}`), { exact: true });
  }

  async list(name: string): Promise<void> {
    const { page, t } = this.#visitor;
    await page.getByLabel(t('procurement.name-zh')).fill(`${name}（演示）`);
    await page.getByLabel(t('procurement.name-en')).fill(name);
    await page.getByRole('button', { name: t('procurement.candidates.add') }).click();
    await this.act('LISTED', name);
  }

  async act(event: 'LISTED' | 'INVITED' | 'SELECTED', name: string): Promise<void> {
    const { page, t } = this.#visitor;
    await page.getByRole('button', { name: t(`procurement.act-of.${event}`, { name }) }).click();
    const row = page.getByRole('listitem').filter({ hasText: name });
    await expect(row).toContainText(t(`procurement.candidate-state.${event}`));
    await expect(page.getByLabel(t('procurement.name-en'))).toHaveValue('');
  }

  async expectSigningNext(): Promise<void> {
    const { page, t } = this.#visitor;
    await expect(page.getByRole('link', { name: t('procurement.sign') })).toHaveAttribute(
      'href',
      `/assignments/${this.code}/contract`,
    );
  }

  #moveButton(to: AssignmentStage) {
    const { page, t } = this.#visitor;
    return page.getByRole('button', { name: t('procurement.move', { stage: this.#stage(to) }) });
  }

  #stage(stage: AssignmentStage): string {
    return this.#visitor.t(`register.stage.${stage}`);
  }
}

/** Bad input: each gets a clear refusal in the reader's language, and changes nothing. */
import { LOCALES } from '#app/domain/shared/locale.ts';
import { expect, test } from './project.ts';
import { Reader } from './reader.ts';
import type { RestClient } from './rest-client.ts';

for (const locale of LOCALES) {
  test.describe(locale, () => {
    test('a wrong password keeps the address and tells nothing about accounts', async ({
      visit,
      complaints,
    }) => {
      complaints.expect(/status of 401/);
      const { page, t } = await visit(null, { locale });
      for (const email of ['observer@demo.test', 'nobody@demo.test']) {
        await page.goto('/sign-in');
        await page.getByLabel(t('sign-in.email')).fill(email);
        await page.getByLabel(t('sign-in.password')).fill('not-the-password');
        await page.getByRole('button', { name: t('sign-in.submit') }).click();
        await expect(page.getByRole('alert')).toHaveText(t('refusals.sign-in.wrong'));
        await expect(page.getByLabel(t('sign-in.email'))).toHaveValue(email);
        await expect(page.getByLabel(t('sign-in.password'))).toHaveValue('');
      }
    });

    test('a session that has ended sends forms and programs to sign in', async ({
      visit,
      rest,
      complaints,
    }) => {
      complaints.expect(/status of 401/);
      const office = await rest('pmo@demo.test');
      const id = await office.startDocument('PMI-14', 'MEETING_AGENDA', `过期 expired ${locale}`);
      const visitor = await visit('reviewer@bank.demo.test', { locale });
      const { context, page, t } = visitor;
      const reader = await Reader.open(visitor, id);
      await reader.selectWords('会议信息');
      await page.keyboard.press('c');
      await page.keyboard.type('写了一半');
      await context.clearCookies({ name: '__Host-dagang-session' });
      await page.keyboard.press('Control+Enter');

      await expect(reader.form.getByRole('alert')).toHaveText(t('refusals.sign-in.expired'));
      await expect(reader.form.getByLabel(t('review.new.body'), { exact: true })).toHaveValue(
        '写了一半',
      );
      expect(await threadsOf(office, id)).toEqual([]);
      await page.goto(`/documents/${id}`);
      await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(`/documents/${id}`)}`);
    });

    test('an unknown template and a title that is too long start no document', async ({
      visit,
      rest,
      complaints,
    }) => {
      complaints.expect(/status of 422/);
      const office = await rest('pmo@demo.test');
      const before = await documentsOf(office);
      const { page, t } = await visit('pmo@demo.test', { locale });
      await page.goto('/assignments/PMI-14/documents/new');
      const title = page.getByLabel(t('overview.new.document-title'));
      await title.evaluate((field) => field.removeAttribute('maxlength'));
      await title.fill('长'.repeat(301));
      await page.getByRole('button', { name: t('overview.new.submit') }).click();
      await expect(page.getByText(t('refusals.title.too-long')).first()).toBeVisible();
      await expect(title).toHaveValue('长'.repeat(301));

      await page.goto('/assignments/PMI-14/documents/new');
      const choice = page.getByRole('radio', { checked: true });
      await choice.evaluate((radio) => radio.setAttribute('value', 'TOR/no-such-template'));
      await page.getByRole('button', { name: t('overview.new.submit') }).click();
      await expect(page.getByRole('alert')).toHaveText(t('refusals.template.unknown'));
      expect(await documentsOf(office)).toEqual(before);
    });

    test('an empty comment is refused and the words stay selected for another try', async ({
      visit,
      rest,
      complaints,
    }) => {
      complaints.expect(/status of 422/);
      const office = await rest('pmo@demo.test');
      const id = await office.startDocument('PMI-14', 'MEETING_AGENDA', `空 empty ${locale}`);
      const visitor = await visit('reviewer@bank.demo.test', { locale });
      const { page, t } = visitor;
      const reader = await Reader.open(visitor, id);
      await reader.selectWords('会议信息');
      await page.keyboard.press('c');
      await page.keyboard.press('Control+Enter');
      await expect(reader.form.getByRole('alert')).toHaveText(t('refusals.comment.empty'));
      expect(await threadsOf(office, id)).toEqual([]);
    });
  });

  test(`${locale}: addresses that lead nowhere say so in one and the same way`, async ({
    visit,
    complaints,
  }) => {
    complaints.expect(/status of 404/);
    const { page, t } = await visit('expert@demo.test', { locale });
    const nowhere = ['/assignments/PMI-99', '/documents/no-such-id', '/documents/x/edit', '/x/y'];
    for (const path of nowhere) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(404);
      await expect(page.getByText(t('refusals.not-found'))).toBeVisible();
      await expect(page.getByRole('link', { name: t('shell.back-to-board') })).toBeVisible();
    }
  });
}

test('a form from another site changes nothing', async ({ visit, rest }) => {
  const office = await rest('pmo@demo.test');
  const before = await documentsOf(office);
  const { page, t } = await visit('pmo@demo.test', { locale: 'en' });
  const answer = await page.request.post('/assignments/PMI-14/documents/new', {
    headers: { origin: 'https://evil.example' },
    form: { choice: 'TOR/tor-firm', title: 'forged' },
  });
  expect(answer.status()).toBe(403);
  expect(await answer.text()).toContain(t('refusals.form.origin'));
  expect(await documentsOf(office)).toEqual(before);
});

async function documentsOf(office: RestClient): Promise<unknown> {
  return await (await office.get('/assignments/PMI-14/documents')).json();
}

async function threadsOf(office: RestClient, id: string): Promise<unknown> {
  const answer = (await (await office.get(`/documents/${id}/threads`)).json()) as {
    items: unknown;
  };
  return answer.items;
}

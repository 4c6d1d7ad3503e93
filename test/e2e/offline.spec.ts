import type { BrowserContext, Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#db/seed/demo-people.ts';
import { CollabWire } from './collab-wire.ts';
import { DatabaseBehindAGate } from './database-behind-a-gate.ts';
import { keptEdits } from './kept-edits.ts';
import { LiveEditor } from './live-editor.ts';
import { OwnServer } from './own-server.ts';
import { expect, test, type Visitor } from './project.ts';
import { RestClient } from './rest-client.ts';

/** What a browser says on its console when a server is away, however it was cut off. */
const LOST_CONNECTION = /WebSocket|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/;
/** A page whose sign-in is over asks for a new sitting and gets none. */
const REFUSED_SESSION = /\/session: .*401/;

test('what is typed while the server is away outlives the page and is stored once', async ({
  visit,
  complaints,
}) => {
  complaints.expect(LOST_CONNECTION);
  const server = await OwnServer.start();
  try {
    const expert = await RestClient.signIn(server.url, 'expert@demo.test', DEMO_PASSWORD);
    const id = await expert.startDocument('PMI-3', 'TOR', '离线 offline');
    const visitor = await visit('expert@demo.test', { baseURL: server.url, locale: 'en' });
    const editor = await LiveEditor.open(visitor, id);
    await editor.newParagraphAfter(editor.block(/^At present/));
    await editor.type('stored before. ');
    await editor.saved();

    await server.kill();
    await expect(editor.badge).toHaveAttribute('data-save-state', 'offline');
    await editor.type('typed while away 离线所写');
    await editor.select(editor.block(/^The assignment builds on/));
    await editor.press('Delete');
    await expect(editor.badge).toHaveText(/Offline – \d+ changes kept on this device/);
    // A crash asks nobody.
    await visitor.page.close();
    await server.start();

    const reopened = await LiveEditor.open(await another(visitor), id);
    await expect(reopened.block('stored before. typed while away 离线所写')).toBeVisible();
    await expect(reopened.block(/^The assignment builds on/)).toHaveCount(0);
    await expect.poll(() => expert.text(id)).toContain('stored before. typed while away 离线所写');
    const text = await expert.text(id);
    expect(text.split('typed while away')).toHaveLength(2);
    expect(text).not.toContain('The assignment builds on');
    await expect.poll(() => keptEdits(reopened.page)).toBe(0);
  } finally {
    await server.remove();
  }
});

for (const cut of ['isMute', 'isDeaf'] as const) {
  test(`a page that crashes loses and doubles nothing when the wire ${cut}`, async ({
    visit,
    rest,
  }) => {
    const office = await rest('pmo@demo.test');
    const id = await office.startDocument('PMI-24', 'MEETING_AGENDA', '崩溃 crash');
    const visitor = await visit('pmo@demo.test', { locale: 'en' });
    const wire = await CollabWire.between(visitor.context);
    const editor = await LiveEditor.open(visitor, id);
    await editor.newParagraphAtEnd();
    wire[cut] = true;
    await editor.type('never confirmed 未确认');
    await expect(editor.badge).toHaveAttribute('data-save-state', 'late');
    if (cut === 'isDeaf') expect(await office.text(id)).toContain('never confirmed');
    else expect(await office.text(id)).not.toContain('never confirmed');
    await visitor.page.close();
    wire[cut] = false;

    const reopened = await LiveEditor.open(await another(visitor), id);
    await expect(reopened.block('never confirmed 未确认')).toHaveCount(1);
    await expect.poll(() => office.text(id)).toContain('never confirmed 未确认');
    expect((await office.text(id)).split('never confirmed')).toHaveLength(2);
    await expect.poll(() => keptEdits(reopened.page)).toBe(0);
  });
}

test('who signs out leaves nothing behind, nor does who lets another one sign in', async ({
  visit,
  rest,
  complaints,
}) => {
  complaints.expect(REFUSED_SESSION);
  const office = await rest('pmo@demo.test');
  const id = await office.startDocument('PMI-24', 'MEETING_AGENDA', '注销 sign-out');
  const visitor = await visit(null, { locale: 'en' });
  const wire = await CollabWire.between(visitor.context);
  for (const leave of [signOut, signInAsAnother]) {
    await signIn(visitor, visitor.page, 'pmo@demo.test');
    const editor = await LiveEditor.open(visitor, id);
    await editor.newParagraphAtEnd();
    wire.isMute = true;
    await editor.type('for my eyes only');
    await expect(editor.badge).toHaveText(/kept on this device/);
    expect(await keptEdits(editor.page)).toBeGreaterThan(0);

    const beside = await visitor.context.newPage();
    await leave(visitor, beside);
    await expect.poll(() => keptEdits(beside)).toBe(null);
    await beside.close();
    await visitor.page.close();
    visitor.page = await visitor.context.newPage();
    wire.isMute = false;
  }
});

test('a sign-in that ended is taken up again in the same page', async ({
  visit,
  rest,
  complaints,
}) => {
  complaints.expect(REFUSED_SESSION);
  const office = await rest('pmo@demo.test');
  const id = await office.startDocument('PMI-24', 'MEETING_AGENDA', '重新登录 again');
  const visitor = await visit(null, { locale: 'en' });
  await signIn(visitor, visitor.page, 'pmo@demo.test');
  const editor = await LiveEditor.open(visitor, id);
  await editor.newParagraphAtEnd();
  await editor.type('before');
  await editor.saved();

  const beside = await visitor.context.newPage();
  await signOut(visitor, beside);
  await expect(editor.badge).toHaveAttribute('data-save-state', 'signed-out');
  await expect(editor.text).toHaveAttribute('contenteditable', 'false');
  await signIn(visitor, beside, 'pmo@demo.test');
  await editor.page.getByRole('button', { name: visitor.t('editor.trouble.signed-in') }).click();
  await editor.saved();
  await editor.caretAtEndOf(editor.block('before'));
  await editor.type(' and after');
  await editor.saved();
  expect(await office.text(id)).toContain('before and after');
});

test('[C2] a database that is cut off five times is named within five seconds each time, and nothing is called saved', async ({
  visit,
  complaints,
}) => {
  test.setTimeout(180_000);
  complaints.expect(LOST_CONNECTION);
  const database = await DatabaseBehindAGate.start();
  const server = await OwnServer.start({ DATABASE_URL: database.connectionString });
  try {
    const expert = await RestClient.signIn(server.url, 'expert@demo.test', DEMO_PASSWORD);
    const id = await expert.startDocument('PMI-3', 'TOR', '数据库 database');
    const visitor = await visit('expert@demo.test', { baseURL: server.url, locale: 'en' });
    const editor = await LiveEditor.open(visitor, id);
    await editor.newParagraphAfter(editor.block(/^At present/));
    await editor.type('stored. ');
    await editor.saved();

    for (const cut of ['shut', 'shut', 'stall', 'shut', 'shut'] as const) {
      database[cut]();
      await editor.type('not stored yet');
      await expect(editor.badge).toHaveAttribute('data-save-state', /unstored|late|offline/, {
        timeout: 5000,
      });
      if (cut === 'shut') {
        await expect(editor.badge).toHaveAttribute('data-save-state', 'unstored');
        await expect(editor.text).toHaveAttribute('contenteditable', 'false');
      }
      await expect(editor.badge).toHaveText(/kept on this device/);
      // Keys pressed after that moment are not taken; those before are all on the screen.
      const shown = await editor.block(/^stored\. ./).innerText();

      database.open();
      await expect(editor.badge).toHaveAttribute('data-save-state', 'saved', { timeout: 40_000 });
      await expect(editor.text).toHaveAttribute('contenteditable', 'true');
      expect(await expert.text(id)).toContain(shown);
      await editor.caretAtEndOf(editor.block(/^stored\. ./));
    }
  } finally {
    await server.remove();
    await database.remove();
  }
});

test('[C1] where the device may keep nothing, nothing is kept, and leaving asks first', async ({
  visit,
  rest,
}) => {
  const office = await rest('pmo@demo.test');
  const id = await office.startDocument('PMI-24', 'MEETING_AGENDA', '不保留 not kept');
  const visitor = await visit('pmo@demo.test', { locale: 'en' });
  const { page } = visitor;
  await page.route('**/session', async (route) => {
    const answer = await route.fetch();
    const session = (await answer.json()) as object;
    await route.fulfill({ response: answer, json: { ...session, keepOnDevice: false } });
  });
  const wire = await CollabWire.between(visitor.context);
  const editor = await LiveEditor.open(visitor, id);
  await editor.newParagraphAtEnd();
  await editor.saved();
  wire.isMute = true;
  await editor.type('nowhere else');
  await expect(editor.badge).toHaveText(/not saved yet, keep this page open/);
  expect(await keptEdits(page)).toBe(null);

  const asking = page.waitForEvent('dialog');
  const leaving = page.goto('/assignments').catch(() => null);
  const question = await asking;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await leaving;
  await expect(editor.block('nowhere else')).toBeVisible();
  wire.isMute = false;
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
});

/** The same browser, with another page of it. */
async function another(visitor: Visitor): Promise<Visitor> {
  return { ...visitor, page: await visitor.context.newPage() };
}

async function signIn({ t }: Visitor, page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel(t('sign-in.email')).fill(email);
  await page.getByLabel(t('sign-in.password')).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: t('sign-in.submit') }).click();
  await expect(page).toHaveURL(/\/(due|board)$/);
}

async function signOut({ t }: Visitor, page: Page): Promise<void> {
  await page.goto('/assignments');
  await page.getByRole('button', { name: t('shell.sign-out') }).click();
  await expect(page).toHaveURL('/sign-in');
}

/** Without a sign-out: the cookie of the first person is gone, as after its time. */
async function signInAsAnother(visitor: Visitor, page: Page): Promise<void> {
  await forgetSession(visitor.context);
  await signIn(visitor, page, 'expert@demo.test');
}

async function forgetSession(context: BrowserContext): Promise<void> {
  await context.clearCookies({ name: /session/ });
}

/**
 * The main job from end to end, by three people in three browsers: terms of reference are started,
 * written together, commented on, corrected and exported, and others cannot learn that they exist.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Locale } from '#app/domain/shared/locale.ts';
import { DEMO_ACCOUNTS } from '#db/seed/demo-people.ts';
import {
  commentedText,
  numberLabels,
  openDocx,
  type OpenedDocx,
} from '../server/docx/open-docx.ts';
import { descendants } from '#test/support/strict-xml.ts';
import { expectHidden } from './expect-hidden.ts';
import { LiveEditor } from './live-editor.ts';
import { expect, test, type Visitor } from './project.ts';
import { Reader } from './reader.ts';

type Telling = {
  locale: Locale;
  code: string;
  /** What the reviewer comments on, and the wording to put there. */
  words: string;
  wording: string;
};

const CHINESE = '配额总量逐年下降。';
const ENGLISH = 'The cap falls by two percent every year.';

const TELLINGS: readonly Telling[] = [
  { locale: 'zh-CN', code: 'PMI-3', words: '总量逐年下降', wording: '总量每年下降百分之二' },
  { locale: 'en', code: 'PMI-20', words: 'every year', wording: 'a year until 2030' },
];

for (const telling of TELLINGS) {
  const { locale, code, words, wording } = telling;

  test(`${locale}: terms of reference are drafted together, commented on and exported`, async ({
    visit,
    rest,
    baseURL: origin = '',
  }) => {
    const expert = await visit('expert@demo.test', { locale });
    const office = await visit('pmo@demo.test', { locale });
    const reviewer = await visit('reviewer@bank.demo.test', { locale });
    const filesOfExpert = scriptsAskedBy(expert.page);
    const filesOfReviewer = scriptsAskedBy(reviewer.page);

    const documentId = await startFromTemplate(expert, code);
    const first = new LiveEditor(expert);
    await first.ready();
    await openToContinue(office, { code, documentId });
    const second = new LiveEditor(office);
    await second.ready();

    await writeTogether(first, second);
    expect(filesOfExpert()).toContainEqual(expect.stringMatching(EDITOR_CHUNK));

    const reading = await Reader.open(reviewer, documentId);
    await expectNothingEditable(reviewer, documentId);
    const body = `<b>${locale}</b> Which year? 从哪一年起？`;
    await reading.suggest(words, { body, wording });
    await expect(reading.comment(1)).toContainText(body);
    await expect(reading.text.locator('mark[data-comment="1"]')).toHaveText(words);
    expect(filesOfReviewer()).not.toContainEqual(expect.stringMatching(EDITOR_CHUNK));
    expect(filesOfReviewer().length).toBeGreaterThan(0);

    await acceptFirstComment(expert, { body, wording });
    const settled = (locale === 'en' ? ENGLISH : CHINESE).replace(words, wording);
    await expect(second.block(settled)).toBeVisible();
    await expect(first.block(settled)).toBeVisible();
    expect(await (await rest('reviewer@bank.demo.test')).text(documentId)).toContain(settled);

    const docx = await exportAsWord(expert, code);
    expectWordFile(docx, { settled, wording, body });

    const otherFirm = await visit('firm-b@demo.test', { locale });
    await expectHidden(otherFirm, { origin, documentId });
  });
}

async function startFromTemplate({ page, t }: Visitor, code: string): Promise<string> {
  await page.goto('/assignments');
  const table = page.getByRole('table', { name: t('portfolio.table.caption') });
  await expect(table.getByRole('rowheader', { name: /^PMI-\d+$/ })).toHaveCount(26);
  await page.goto('/board');
  const board = page.getByRole('table', { name: t('board.caption') });
  await expect(board.getByRole('listitem')).toHaveCount(26);

  await board.getByRole('link', { name: new RegExp(`^${code}\\b`) }).click();
  const kind = t('register.document-kind.TOR');
  await page.getByRole('link', { name: t('overview.next.start', { kind }) }).click();
  await expect(page.getByLabel(t('overview.new.document-title'))).toHaveValue(new RegExp(code));
  await page.getByRole('button', { name: t('overview.new.submit') }).click();
  await page.waitForURL(/\/documents\/[^/]+\/edit$/);
  return /documents\/([^/]+)\/edit$/.exec(page.url())?.[1] ?? '';
}

async function openToContinue(
  { page, t }: Visitor,
  { code, documentId }: { code: string; documentId: string },
): Promise<void> {
  await page.goto(`/assignments/${code}`);
  const kind = t('register.document-kind.TOR');
  await page.getByRole('link', { name: t('overview.next.continue', { kind }) }).click();
  await expect(page).toHaveURL(`/documents/${documentId}`);
  await page.getByRole('link', { name: t('documents.edit') }).click();
  await expect(page).toHaveURL(`/documents/${documentId}/edit`);
}

/** Chinese through an input method and English by keys, at the same time in one section. */
async function writeTogether(first: LiveEditor, second: LiveEditor): Promise<void> {
  await first.newParagraphAfter(first.block(/^At present/));
  await second.newParagraphAfter(second.block(/^The assignment builds on/));
  const method = await first.page.context().newCDPSession(first.page);
  await first.composing(method, 'peiezongliang');
  // The other person writes while the candidates are still open.
  await second.type(ENGLISH);
  await expect(first.block(ENGLISH)).toBeVisible();
  await method.send('Input.insertText', { text: '配额总量' });
  await method.detach();
  await first.compose('zhunianxiajiang', '逐年下降');
  await first.compose('.', '。');

  await expect(second.block(CHINESE)).toHaveText(CHINESE);
  await expect(first.block(ENGLISH)).toHaveText(ENGLISH);
  await expect(first.caretOf(nameOf('pmo@demo.test'))).toBeVisible();
  await expect(second.caretOf(nameOf('expert@demo.test'))).toBeVisible();
  await first.saved();
  await second.saved();
}

function nameOf(email: string): string {
  const account = DEMO_ACCOUNTS.find((one) => one.email === email);
  if (account === undefined) throw new Error(`The demo has no ${email}.`);
  return account.nameZh;
}

/** The editor and what it needs are files of their own. */
const EDITOR_CHUNK = /DocumentEditor/;

function scriptsAskedBy(page: Page): () => string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') asked.push(request.url());
  });
  return () => asked;
}

async function expectNothingEditable({ page }: Visitor, documentId: string): Promise<void> {
  await expect(page.locator('[contenteditable]')).toHaveCount(0);
  await expect(page.getByRole('link', { name: /\/edit$/ })).toHaveCount(0);
  const answer = await page.request.get(`/documents/${documentId}/edit`, { maxRedirects: 0 });
  expect(answer.status()).toBe(302);
  expect(answer.headers()['location']).toBe(`/documents/${documentId}`);
}

async function acceptFirstComment(
  expert: Visitor,
  { body, wording }: { body: string; wording: string },
): Promise<void> {
  const { page, t } = expert;
  const beside = new Reader(expert);
  // The expert comes back to the window; a page that stays in view looks by itself now and then.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(beside.comment(1)).toContainText(body);
  await expect(beside.comment(1).locator('ins')).not.toHaveCount(0);
  await beside
    .comment(1)
    .getByRole('button', { name: t('review.accept.of', { number: 1 }) })
    .click();
  await expect(beside.comment(1)).toContainText(t('review.state.ACCEPTED'));
  await expect(new LiveEditor(expert).block(wording)).toBeVisible();
}

async function exportAsWord({ page, t }: Visitor, code: string): Promise<OpenedDocx> {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: t('documents.export') }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(new RegExp(`${code}\\b.*\\.docx$`));
  return openDocx(new Uint8Array(await readFile(await download.path())));
}

function expectWordFile(
  docx: OpenedDocx,
  { settled, wording, body }: { settled: string; wording: string; body: string },
): void {
  const numbered = numberLabels(docx);
  expect(numbered).toContainEqual({ label: '一、', text: '项目背景 Background' });
  expect(numbered).toContainEqual({ label: '二、', text: '任务目标 Objectives' });
  expect(numbered).toContainEqual({ label: '（一）', text: '审阅与验收 Review and Acceptance' });
  expect(descendants(docx.body, 'w:tbl').length).toBeGreaterThan(0);
  const paragraphs = descendants(docx.body, 'w:p').map((each) =>
    descendants(each, 'w:t')
      .map((run) => run.children.join(''))
      .join(''),
  );
  expect(paragraphs).toContain(settled);
  expect(commentedText(docx, 1)).toBe(wording);
  expect(JSON.stringify(docx.part('word/comments.xml'))).toContain(
    JSON.stringify(body).slice(1, -1),
  );
  const fonts = descendants(docx.part('word/styles.xml'), 'w:rFonts').flatMap(
    ({ attributes }) => attributes['w:eastAsia'] ?? [],
  );
  expect(fonts).toContainEqual(expect.stringMatching(/宋体|SimSun|黑体|仿宋/));
}

import { LiveEditor } from './live-editor.ts';
import { OwnServer } from './own-server.ts';
import { expect, test } from './project.ts';
import { RestClient } from './rest-client.ts';
import { DEMO_PASSWORD } from '#db/seed/demo-people.ts';

test('undo takes back the own words and leaves those of others', async ({ visit, rest }) => {
  const office = await rest('pmo@demo.test');
  const id = await office.startDocument('PMI-24', 'MEETING_AGENDA', '撤销 undo');
  const first = await LiveEditor.open(await visit('pmo@demo.test'), id);
  const second = await LiveEditor.open(await visit('expert@demo.test'), id);
  await first.newParagraphAtEnd();
  await first.type('mine');
  await expect(second.block('mine')).toBeVisible();
  await second.caretAtEndOf(second.block('mine'));
  await second.type(' theirs');
  await expect(first.block('mine theirs')).toBeVisible();

  await first.press('Control+z');
  await expect(first.block('theirs')).not.toContainText('mine');
  await expect(second.block('theirs')).not.toContainText('mine');
  await first.press('Control+y');
  await expect(second.block('mine theirs')).toBeVisible();
});

test('what the page calls saved is there after a reload and for programs', async ({
  visit,
  rest,
}) => {
  const office = await rest('pmo@demo.test');
  const id = await office.startDocument('PMI-24', 'MEETING_AGENDA', '保存 saved');
  const visitor = await visit('pmo@demo.test', { locale: 'en' });
  const editor = await LiveEditor.open(visitor, id);
  await editor.newParagraphAtEnd();
  await editor.type('kept 保留 😀 𠮷');
  await editor.saved();
  expect(await office.text(id)).toContain('kept 保留 😀 𠮷');

  await visitor.page.reload();
  await editor.ready();
  await expect(editor.block('kept 保留 😀 𠮷')).toBeVisible();
});

test('a server that is killed while people write loses nothing that was saved', async ({
  visit,
  complaints,
}) => {
  complaints.expect(/WebSocket connection|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET/);
  const server = await OwnServer.start();
  try {
    const expert = await RestClient.signIn(server.url, 'expert@demo.test', DEMO_PASSWORD);
    const id = await expert.startDocument('PMI-3', 'TOR', '断电 power cut');
    const staying = await LiveEditor.open(
      await visit('pmo@demo.test', { baseURL: server.url }),
      id,
    );
    const leaver = await visit('expert@demo.test', { baseURL: server.url });
    const leaving = await LiveEditor.open(leaver, id);
    await leaving.newParagraphAfter(leaving.block(/^At present/));
    await leaving.type('saved and gone');
    await leaving.saved();
    await leaver.context.close();

    await staying.newParagraphAfter(staying.block(/^The assignment builds on/));
    await staying.type('before the cut ');
    const [, words] = await Promise.all([server.kill(), typeOn(staying)]);
    await expect(staying.badge).toHaveText(/\d/);
    await server.start();

    await expect(staying.badge).toHaveAttribute('data-save-state', 'saved', { timeout: 30_000 });
    const text = await expert.text(id);
    expect(text).toContain('saved and gone');
    expect(text).toContain(`before the cut ${words}`);
    await expect(staying.block(`before the cut ${words}`)).toBeVisible();
  } finally {
    await server.remove();
  }
});

async function typeOn(editor: LiveEditor): Promise<string> {
  const words = Array.from({ length: 12 }, (_, index) => `word${index}`).join(' ');
  await editor.type(words);
  return words;
}

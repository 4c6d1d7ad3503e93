import { LiveEditor } from './live-editor.ts';
import { expect, test } from './project.ts';
import { WORDS } from './words.ts';

/** The paragraph begins with a register value, so the composition stands next to its chip. */
test('a composition survives what others write in the same paragraph, next to a register value', async ({
  visit,
  rest,
}) => {
  const office = await rest('pmo@demo.test');
  const id = await office.startDocument('PMI-24', 'MEETING_AGENDA', '输入法 composition');
  const first = await LiveEditor.open(await visit('expert@demo.test'), id);
  const second = await LiveEditor.open(await visit('pmo@demo.test'), id);
  const { page } = first;
  await first.newParagraphAtEnd();
  await first.type('开头');
  await first.press('Enter');
  const t = WORDS['zh-CN'];
  await first.button(t('editor.insert.field')).click();
  const dialog = page.getByRole('dialog', { name: t('editor.field.title') });
  await dialog.getByRole('button', { name: t('editor.field.assignment.code') }).click();
  await first.settled();

  // Between two characters: where both write at the very same place, either may come first.
  await first.type('甲乙');
  await first.press('ArrowLeft');
  const method = await page.context().newCDPSession(page);
  await first.composing(method, 'peiezongliang');
  await expect(second.text).toContainText('peiezongliang');
  const theirs = second.block('peiezongliang');
  await second.caretAtEndOf(theirs);
  await second.type(' 他人所写 theirs');
  // Before the composition too, in the same run of text.
  for (let step = '甲peiezongliang乙 他人所写 theirs'.length; step > 0; step -= 1) {
    await second.press('ArrowLeft');
  }
  await second.type('先前');
  await second.saved();
  await first.composing(method, 'peiezongliangde');
  await method.send('Input.insertText', { text: '配额总量的' });
  await method.detach();

  for (const editor of [first, second]) {
    const block = editor.block('theirs');
    await expect(block).toContainText('先前甲配额总量的乙 他人所写 theirs');
    await expect(block).toContainText('PMI-24');
    await expect(block).not.toContainText('peie');
  }
  await first.saved();
  const text = await office.text(id);
  expect(text.split('配额总量的')).toHaveLength(2);
  expect(text).not.toContain('peie');
});

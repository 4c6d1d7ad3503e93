import { LiveEditor } from './live-editor.ts';
import { expect, test } from './project.ts';

/** Neighbours here share the first half of their code, or are put together from several signs. */
const PAIRS = [
  ['👎', '👍'],
  ['𠮷', '𠮶'],
  ['👩‍👩‍👧', '👨‍👩‍👧‍👦'],
  ['🇨🇳', '🇨🇭'],
] as const;

for (const hands of ['typed', 'composed'] as const) {
  test(`[C6] characters of two halves are stored whole when ${hands} beside their like`, async ({
    visit,
    rest,
  }) => {
    const office = await rest('pmo@demo.test');
    const id = await office.startDocument('PMI-24', 'MEETING_AGENDA', '字符 characters');
    const editor = await LiveEditor.open(await visit('pmo@demo.test'), id);
    const other = await LiveEditor.open(await visit('expert@demo.test'), id);
    const put = async (words: string) => {
      if (hands === 'composed') await editor.compose('zi', words);
      else await editor.page.keyboard.insertText(words);
      await editor.settled();
    };
    const lines: string[] = [];
    for (const [there, added] of PAIRS) {
      const name = `行${lines.length}`;
      // Before, behind and between its like, each sent by itself.
      await editor.newParagraphAtEnd();
      await put(`${name}${there}`);
      await editor.saved();
      await editor.press('ArrowLeft');
      await put(added);
      await editor.saved();
      await editor.press('End');
      await put(added);
      await editor.saved();
      await editor.press('ArrowLeft');
      await put(there);
      lines.push(`${name}${added}${there}${there}${added}`);
      await editor.saved();
      expect.soft(linesOf(await office.text(id)), name).toContain(lines.at(-1));
    }

    // A selection replaced by its like, and one of two taken back.
    await editor.newParagraphAtEnd();
    await put('换👍值');
    await editor.saved();
    await editor.press('ArrowLeft');
    await editor.press('Shift+ArrowLeft');
    await put('👎');
    await editor.saved();
    lines.push('换👎值');
    await editor.press('Control+z');
    await editor.press('Control+y');
    await editor.saved();

    const stored = linesOf(await office.text(id));
    expect(stored).toEqual(expect.arrayContaining(lines));
    expect(stored.join('')).not.toContain('\uFFFD');
    for (const line of lines) {
      await expect(editor.block(line)).toHaveText(line);
      await expect(other.block(line)).toHaveText(line);
    }
  });
}

function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim());
}

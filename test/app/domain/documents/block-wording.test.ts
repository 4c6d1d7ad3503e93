import { describe, expect, it } from 'vitest';
import {
  blockWording,
  changedStretches,
  leafTextOfWording,
} from '#app/domain/documents/block-wording.ts';

const NOTE = '\uFFFC';

describe('the wording of a block', () => {
  it('shows what has no characters as numbered marks, and takes them back', () => {
    const text = `本任务（${NOTE}）有${NOTE}四个部分`;
    expect(blockWording(text)).toBe('本任务（⟦1⟧）有⟦2⟧四个部分');
    expect(leafTextOfWording('任务（⟦1⟧）有⟦2⟧五个部分', text)).toBe(
      `任务（${NOTE}）有${NOTE}五个部分`,
    );
  });

  it.each(['only words', '⟦2⟧ then ⟦1⟧', '⟦1⟧ ⟦1⟧ ⟦2⟧', '⟦1⟧ ⟦2⟧ ⟦3⟧'])(
    'is refused when a mark is gone, new or moved: %s',
    (wording) => {
      expect(leafTextOfWording(wording, `${NOTE} and ${NOTE}`)).toBeNull();
    },
  );

  it('has the line breaks of the text, not those of the form', () => {
    expect(leafTextOfWording('one\r\ntwo', 'one')).toBe('one\ntwo');
  });
});

describe('the stretches that differ', () => {
  it('are as short as possible and come from the end', () => {
    expect(changedStretches(`four parts${NOTE} in all`, `4 parts${NOTE} in sum`)).toEqual([
      { start: 15, end: 18, newText: 'sum' },
      { start: 0, end: 4, newText: '4' },
    ]);
  });

  it('are empty where words only come in', () => {
    expect(changedStretches('ac', 'abc')).toEqual([{ start: 1, end: 1, newText: 'b' }]);
    expect(changedStretches('', 'new')).toEqual([{ start: 0, end: 0, newText: 'new' }]);
  });

  it('never cut a character in half', () => {
    expect(changedStretches('a😀b', 'a😃b')).toEqual([{ start: 1, end: 3, newText: '😃' }]);
  });
});

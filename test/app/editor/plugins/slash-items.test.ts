import { describe, expect, it } from 'vitest';
import { editor as english } from '#app/i18n/en/editor.ts';
import { editor as chinese } from '#app/i18n/zh-CN/editor.ts';
import { filterSlashItems, SLASH_KEYS, slashQuery } from '#app/editor/plugins/slash-items.ts';

describe('asking for the menu', () => {
  it.each(['/', '/bg', '／表格', '、bg'])('is done by %s at the start of a block', (text) => {
    expect(slashQuery(text, 'block-start')).toMatchObject({ offset: 0, typed: text });
  });

  it('is done by a slash after a space', () => {
    expect(slashQuery('some text /tab', 'within-block')).toEqual({
      query: 'tab',
      offset: 10,
      typed: '/tab',
    });
  });

  it.each(['and/or', '和/或', 'https://', '甲方、乙方', '/ done', '//'])(
    'is not done by %s',
    (text) => {
      expect(slashQuery(text, 'block-start')).toBeNull();
      expect(slashQuery(text, 'within-block')).toBeNull();
    },
  );

  it('is not done by an enumeration comma that only begins a run of other format', () => {
    expect(slashQuery('、乙方', 'within-block')).toBeNull();
  });
});

describe('finding an entry', () => {
  it.each(['表格', 'bg', 'biaog', 'table', 'TAB'])('finds the table by %s in Chinese', (query) => {
    expect(keysFor(chinese, query)[0]).toBe('table');
  });

  it.each(['Table', 'ta', '表格', 'bg'])('finds the table by %s in English', (query) => {
    expect(keysFor(english, query)).toContain('table');
  });

  it('offers everything before anything is typed, in its own order', () => {
    expect(keysFor(chinese, '')).toEqual([...SLASH_KEYS]);
  });

  it('offers nothing for what it does not have', () => {
    expect(keysFor(english, 'zzzz')).toEqual([]);
  });
});

function keysFor(words: Record<string, unknown>, query: string): string[] {
  const items = SLASH_KEYS.map((key) => ({
    key,
    label: String(words[`insert.${key}`]),
    terms: String(words[`terms.${key}`]),
  }));
  return filterSlashItems(items, query).map((item) => item.key);
}

import { describe, expect, it } from 'vitest';
import { guessLanguage, measureText } from '#app/domain/documents/text-measure.ts';

describe('the size of a text', () => {
  it.each([
    ['全国碳市场', { words: 5, characters: 5, letters: 5 }],
    ['The ETS covers 8 sectors.', { words: 5, characters: 21, letters: 19 }],
    ['ETS碳市场2026', { words: 5, characters: 10, letters: 6 }],
    ["the firm's co-ordinator", { words: 3, characters: 21, letters: 19 }],
    [' \n\uFFFC', { words: 0, characters: 0, letters: 0 }],
  ])('of %j is %j', (text, size) => {
    expect(measureText(text)).toEqual(size);
  });
});

describe('the language of a text', () => {
  it.each([
    ['承担单位应梳理 ETS 的配额分配方法', 'zh'],
    ['The Consultant reviews the allocation method 配额', 'en'],
    ['P504267 – 2026', 'en'],
    ['2026-11-20', null],
    ['', null],
  ])('of %j is %s', (text, language) => {
    expect(guessLanguage(text)).toBe(language);
  });
});

import { describe, expect, test } from 'vitest';
import { locateQuote } from '#app/domain/review/locate-quote.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const LEAVES = [
  '乙方应在30日内提交启动报告。',
  'The Consultant shall submit the report.',
  '乙方应在60日内提交中期报告。',
];

function place(leaves: readonly string[], quote: string, around: [string, string] = ['', '']) {
  return locateQuote(leaves, { quote, prefix: around[0], suffix: around[1] });
}

describe('the place of a quote', () => {
  test('is where its words stand', () => {
    expect(place(LEAVES, 'shall submit')).toEqual({
      start: { leaf: 1, offset: 15 },
      end: { leaf: 1, offset: 27 },
    });
  });

  test('is nowhere once the words are gone, and for a quote without words', () => {
    expect(place(LEAVES, '最终报告')).toBeNull();
    expect(place(LEAVES, ' \u200B\n')).toBeNull();
    expect(place([], '报告')).toBeNull();
  });

  test('is decided by what stands around it, when the words stand twice', () => {
    expect(place(LEAVES, '日内提交', ['乙方应在60', '中期'])?.start.leaf).toBe(2);
    expect(place(LEAVES, '日内提交', ['', '中期报告'])?.start.leaf).toBe(2);
    expect(place(LEAVES, '日内提交', ['乙方应在60', ''])?.start.leaf).toBe(2);
    expect(place(LEAVES, '日内提交', ['乙方应在30', '启动'])?.start.leaf).toBe(0);
  });

  test('is the first one when nothing decides', () => {
    expect(place(LEAVES, '日内提交')?.start.leaf).toBe(0);
    expect(place(['aaa'], 'aa')).toEqual({
      start: { leaf: 0, offset: 0 },
      end: { leaf: 0, offset: 2 },
    });
  });

  test('does not depend on white space, which a selection writes differently', () => {
    expect(place(['one  two\tthree'], 'one two three')).toEqual({
      start: { leaf: 0, offset: 0 },
      end: { leaf: 0, offset: 14 },
    });
    expect(place(['配额 总量'], '配额总量')?.end.offset).toBe(5);
    expect(place(['配额总量'], ' 配额\n总量 ')?.end.offset).toBe(4);
  });

  test('passes over a footnote or a register field in the middle', () => {
    expect(place(['合同\uFFFC编号'], '合同编号')).toEqual({
      start: { leaf: 0, offset: 0 },
      end: { leaf: 0, offset: 5 },
    });
  });

  test('may begin in one block and end in another', () => {
    expect(place(LEAVES, '启动报告。\n\nThe Consultant')).toEqual({
      start: { leaf: 0, offset: 10 },
      end: { leaf: 1, offset: 14 },
    });
  });

  test('counts characters as the editor does, in UTF-16 units', () => {
    expect(place(['😀碳市场😀'], '碳市场')).toEqual({
      start: { leaf: 0, offset: 2 },
      end: { leaf: 0, offset: 5 },
    });
  });

  test('is found for every passage of a text, with its surroundings (seed 504267)', () => {
    const random = seededRandom(504267);
    const below = (limit: number) => Math.floor(random() * limit);
    const text = Array.from({ length: 400 }, () => '甲乙丙丁'.charAt(below(4))).join('');
    for (let turn = 0; turn < 200; turn += 1) {
      const start = below(380);
      const end = start + 1 + below(20);
      const around: [string, string] = [text.slice(0, start), text.slice(end)];

      expect(place([text], text.slice(start, end), around)).toEqual({
        start: { leaf: 0, offset: start },
        end: { leaf: 0, offset: end },
      });
    }
  });
});

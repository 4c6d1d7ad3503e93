import { describe, expect, test } from 'vitest';
import {
  chineseNumeral,
  headingLabels,
  type NumberingStyle,
} from '#app/domain/documents/heading-labels.ts';

/** `1c` is a Chinese heading of level 1, `2d` a decimal one of level 2, `1n` has no number. */
function labels(...headings: string[]): string[] {
  return headingLabels(
    headings.map((written) => ({
      level: Number(written.charAt(0)) as 1 | 2 | 3 | 4,
      numbering: STYLES[written.charAt(1)] ?? 'none',
    })),
  );
}

const STYLES: Record<string, NumberingStyle> = { c: 'chinese', d: 'decimal', n: 'none' };

describe('labels of headings', () => {
  test('follow GB/T 9704 in Chinese: 一、 （一） 1. （1）', () => {
    expect(labels('1c', '2c', '3c', '4c', '4c', '2c', '1c')).toEqual([
      '一、',
      '（一）',
      '1.',
      '（1）',
      '（2）',
      '（二）',
      '二、',
    ]);
  });

  test('count in decimals below each other', () => {
    expect(labels('1d', '2d', '2d', '3d', '4d', '1d', '2d')).toEqual([
      '1',
      '1.1',
      '1.2',
      '1.2.1',
      '1.2.1.1',
      '2',
      '2.1',
    ]);
  });

  test('begin anew below each heading above them', () => {
    expect(labels('1c', '2c', '3c', '2c', '3c', '1c', '3c')).toEqual([
      '一、',
      '（一）',
      '1.',
      '（二）',
      '1.',
      '二、',
      '1.',
    ]);
  });

  test('pass over a heading without number, which resets nothing', () => {
    expect(labels('1c', '1n', '2c', '2n', '2c', '1c')).toEqual([
      '一、',
      '',
      '（一）',
      '',
      '（二）',
      '二、',
    ]);
  });

  test('are none for no headings', () => {
    expect(labels()).toEqual([]);
  });
});

test.each([
  [1, '一'],
  [9, '九'],
  [10, '十'],
  [11, '十一'],
  [19, '十九'],
  [20, '二十'],
  [21, '二十一'],
  [99, '九十九'],
  [100, '一百'],
  [105, '一百零五'],
  [110, '一百一十'],
  [111, '一百一十一'],
  [120, '一百二十'],
  [1000, '一千'],
  [1001, '一千零一'],
  [1010, '一千零一十'],
  [1100, '一千一百'],
  [9999, '九千九百九十九'],
])('%i is written %s', (count, numeral) => {
  expect(chineseNumeral(count)).toBe(numeral);
});

test('no two numbers from 1 to 9999 are written alike', () => {
  const numerals = Array.from({ length: 9_999 }, (_, index) => chineseNumeral(index + 1));

  expect(new Set(numerals).size).toBe(9_999);
  expect(numerals.filter((numeral) => !/^[零一二三四五六七八九十百千]+$/.test(numeral))).toEqual(
    [],
  );
});

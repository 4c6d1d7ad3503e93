import { expect, test } from 'vitest';
import { countBlanks } from '#app/domain/documents/blank.ts';

test('blanks of both languages are counted', () => {
  expect(countBlanks('合同期〔月数〕个月，自〔日期〕起。')).toBe(2);
  expect(countBlanks('within [number] days of [date]')).toBe(2);
});

test('the number of an official document is no blank', () => {
  expect(countBlanks('根据沪环气〔2021〕221号文件')).toBe(0);
});

test('a numbered citation is no blank', () => {
  expect(countBlanks('as measured in 2025 [1], [12]')).toBe(0);
});

import { describe, expect, it } from 'vitest';
import { parseTypedBlock, parseTypedMark } from '#app/editor/plugins/typed-patterns.ts';

describe('signs at the start of a block', () => {
  it.each([
    ['# ', { kind: 'heading', level: 1 }],
    ['#### ', { kind: 'heading', level: 4 }],
    ['> ', { kind: 'quote' }],
    ['- ', { kind: 'list', list: 'bullet', start: 1, checked: false }],
    ['3. ', { kind: 'list', list: 'number', start: 3, checked: false }],
    ['1、 ', { kind: 'list', list: 'number', start: 1, checked: false }],
    ['[] ', { kind: 'list', list: 'check', start: 1, checked: false }],
    ['[x] ', { kind: 'list', list: 'check', start: 1, checked: true }],
  ])('%j asks for %j', (text, block) => {
    expect(parseTypedBlock(text)).toEqual(block);
  });

  it.each(['#', '##### ', '2026. ', 'a - ', '-', '#标题 '])('%j asks for nothing', (text) => {
    expect(parseTypedBlock(text)).toBeNull();
  });
});

describe('signs around words', () => {
  it.each([
    ['say **两次**', { start: 4, content: '两次', formats: ['bold'] }],
    ['*so*', { start: 0, content: 'so', formats: ['italic'] }],
    ['***all of it***', { start: 0, content: 'all of it', formats: ['bold', 'italic'] }],
    ['~~gone~~', { start: 0, content: 'gone', formats: ['strikethrough'] }],
  ])('%j marks its words', (text, mark) => {
    expect(parseTypedMark(text)).toEqual(mark);
  });

  it.each(['**bold*', '2 * 3 *', '** x**', '****', 'a ** b **', '*a'])(
    '%j marks nothing',
    (text) => {
      expect(parseTypedMark(text)).toBeNull();
    },
  );
});

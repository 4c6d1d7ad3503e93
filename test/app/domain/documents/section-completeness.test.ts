import { expect, test } from 'vitest';
import { sectionCompleteness } from '#app/domain/documents/section-completeness.ts';

const DEMANDS = [
  { key: 'SCOPE', required: true, thinBelowCharacters: 100 },
  { key: 'ANNEX', required: false, thinBelowCharacters: 0 },
];
const heading = (level: number, sectionKey: string | null) => ({
  heading: { level, sectionKey },
  letters: 0,
  blanks: 0,
});
const text = (letters: number, blanks = 0) => ({ heading: null, letters, blanks });

test('a required section without text is missing, another one optional', () => {
  const blocks = [heading(1, 'SCOPE'), heading(1, 'ANNEX')];
  expect(sectionCompleteness(DEMANDS, blocks)).toEqual(['missing', 'optional']);
});

test('a section is thin below its length and done from there', () => {
  expect(sectionCompleteness(DEMANDS, [heading(1, 'SCOPE'), text(99)])[0]).toBe('thin');
  expect(sectionCompleteness(DEMANDS, [heading(1, 'SCOPE'), text(100)])[0]).toBe('done');
});

test('a blank left open keeps the longest section thin', () => {
  const blocks = [heading(1, 'SCOPE'), text(5_000), text(10, 1)];
  expect(sectionCompleteness(DEMANDS, blocks)[0]).toBe('thin');
});

test('text under a heading of the author counts for the section above it', () => {
  const blocks = [heading(1, 'SCOPE'), heading(2, null), text(100), heading(1, null), text(7, 1)];
  expect(sectionCompleteness(DEMANDS, blocks)[0]).toBe('done');
});

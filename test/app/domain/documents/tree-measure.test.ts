import { expect, test } from 'vitest';
import type { Block, DocumentTree, Inline } from '#app/domain/documents/document-tree.ts';
import { sectionCompleteness } from '#app/domain/documents/section-completeness.ts';
import { measureTree, sectionBlocksOf } from '#app/domain/documents/tree-measure.ts';

const words = (text: string): Inline[] => [{ type: 'text', text, marks: [] }];
const identity = { id: null, language: null };

function heading(sectionKey: string | null, level: 1 | 2 = 1): Block {
  return {
    type: 'heading',
    ...identity,
    level,
    numbering: 'none',
    sectionKey,
    inlines: words('标题'),
  };
}

function paragraph(text: string, guidance = false): Block {
  return {
    type: 'paragraph',
    ...identity,
    alignment: 'start',
    indent: 0,
    guidance,
    inlines: words(text),
  };
}

function table(text: string): Block {
  const cell = { header: false, colSpan: 1, rowSpan: 1, blocks: [paragraph(text)] };
  return { type: 'table', id: null, columnWidths: null, rows: [{ cells: [cell] }] };
}

const treeOf = (...blocks: Block[]): DocumentTree => ({ blocks });

function states(tree: DocumentTree, keys: string[]) {
  const demands = keys.map((key) => ({ key, required: true, thinBelowCharacters: 5 }));
  return sectionCompleteness(demands, sectionBlocksOf(tree));
}

test('words and characters count without guidance, with headings, cells and footnotes', () => {
  const tree = treeOf(heading(null), paragraph('advice', true), table('Two words'), {
    type: 'quote',
    ...identity,
    inlines: [...words('三个字'), { type: 'footnote', text: 'note' }],
  });
  expect(measureTree(tree)).toEqual({ words: 8, characters: 17, letters: 17 });
});

test('a section is missing, thin or done by its own text; guidance and titles are none', () => {
  const tree = treeOf(
    heading('A'),
    paragraph('a long advice to the author', true),
    heading('B'),
    paragraph('三个字'),
    heading('C'),
    table('enough words'),
  );
  expect(states(tree, ['A', 'B', 'C', 'GONE'])).toEqual(['missing', 'thin', 'done', 'missing']);
});

test('text of a subsection counts for the section above it, not for the one before', () => {
  const tree = treeOf(
    heading('A'),
    heading(null, 2),
    paragraph('enough words'),
    heading(null),
    paragraph('more'),
  );
  expect(states(tree, ['A'])).toEqual(['done']);
  expect(states(treeOf(heading('A'), heading(null), paragraph('enough words')), ['A'])).toEqual([
    'missing',
  ]);
});

/** Size and completeness of a document, seen from its tree. */
import { countBlanks } from './blank.ts';
import type { Block, DocumentTree, Inline, List } from './document-tree.ts';
import type { SectionBlock } from './section-completeness.ts';
import { measureText } from './text-measure.ts';
import type { TextMeasure } from './text-measure.ts';

/** Counts what will be exported: headings and footnotes with it, guidance not. */
export function measureTree(tree: DocumentTree): TextMeasure {
  const sum: TextMeasure = { words: 0, characters: 0, letters: 0 };
  for (const { inlines, guidance } of tree.blocks.flatMap(writtenOf)) {
    if (guidance) continue;
    const own = measureText(wordsOf(inlines));
    sum.words += own.words;
    sum.characters += own.characters;
    sum.letters += own.letters;
  }
  return sum;
}

/** What the completeness of sections is judged by, in reading order. */
export function sectionBlocksOf(tree: DocumentTree): SectionBlock[] {
  return tree.blocks.flatMap(writtenOf).map(({ inlines, guidance, heading }) => {
    const words = heading !== null || guidance ? '' : wordsOf(inlines);
    return { heading, letters: measureText(words).letters, blanks: countBlanks(words) };
  });
}

type Written = { inlines: Inline[]; guidance: boolean; heading: SectionBlock['heading'] };

function writtenOf(block: Block): Written[] {
  switch (block.type) {
    case 'heading':
      return [{ inlines: block.inlines, guidance: false, heading: block }];
    case 'paragraph':
      return [{ inlines: block.inlines, guidance: block.guidance, heading: null }];
    case 'quote':
      return [{ inlines: block.inlines, guidance: false, heading: null }];
    case 'list':
      return listWritten(block);
    case 'table':
      return block.rows.flatMap((row) =>
        row.cells.flatMap((cell) => cell.blocks.flatMap(writtenOf)),
      );
    case 'image':
    case 'page-break':
      return [];
  }
}

function listWritten(list: List): Written[] {
  return list.items.flatMap(({ inlines, nested }) => [
    { inlines, guidance: false, heading: null },
    ...nested.flatMap(listWritten),
  ]);
}

function wordsOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.type) {
        case 'text':
          return inline.text;
        case 'footnote':
          return ` ${inline.text} `;
        case 'link':
          return wordsOf(inline.inlines);
        case 'line-break':
        case 'tab':
        case 'register-field':
          return ' ';
      }
    })
    .join('');
}

import type { Block, Heading, Paragraph, Quote } from '#app/domain/documents/document-tree.ts';
import { element, NOTHING, together, type Xml } from '../ooxml/xml.ts';
import { INDENT_STEP } from '../parts/house-style.ts';
import { languageOfBlock } from './block-language.ts';
import { bookmarked } from './bookmark.ts';
import { isGuidance } from './comment-ranges.ts';
import { writeImage } from './image.ts';
import { writeInlines } from './inlines.ts';
import { writeList } from './list.ts';
import { writeParagraph, type ParagraphLook } from './paragraph.ts';
import { writeTable } from './table.ts';
import type { BlockPlace, Writing } from './writing.ts';

/**
 * Blocks in order. A paragraph stands between tables, because two that touch would become one in
 * Word. What may not end with a table (a cell, the document) must add a paragraph by itself.
 */
export function writeBlocks(
  blocks: readonly Block[],
  place: BlockPlace,
  writing: Writing,
): { content: Xml; endsWithParagraph: boolean } {
  const written: Xml[] = [];
  let previous: 'nothing' | 'paragraph' | 'table' = 'nothing';
  for (const block of blocks) {
    const content = writeBlock(block, { place, writing, isAfterTable: previous === 'table' });
    if (content === '') continue;
    const isTable = block.type === 'table';
    if (isTable && previous === 'table') written.push(writeParagraph({ style: 'TableText' }));
    written.push(content);
    previous = isTable ? 'table' : 'paragraph';
  }
  return { content: together(...written), endsWithParagraph: previous === 'paragraph' };
}

type BlockSurroundings = { place: BlockPlace; writing: Writing; isAfterTable: boolean };

function writeBlock(block: Block, surroundings: BlockSurroundings): Xml {
  const { place, writing } = surroundings;
  switch (block.type) {
    case 'heading':
      return writeLeaf(block, headingLook(block, writing), writing);
    case 'paragraph':
      return isGuidance(block)
        ? NOTHING
        : writeLeaf(block, paragraphLook(block, surroundings), writing);
    case 'quote':
      return writeLeaf(block, { style: 'Quote' }, writing);
    case 'list':
      return together(...writeList(block, place, writing));
    case 'table':
      return writeTable(block, {
        place,
        writing,
        writeCell: (blocks, inner) => writeCell(blocks, inner, writing),
      });
    case 'image':
      return writeImage(block, place, writing);
    case 'page-break':
      return writeParagraph(
        { style: 'BodyText' },
        element('w:r', {}, element('w:br', { 'w:type': 'page' })),
      );
  }
}

function writeLeaf(leaf: Heading | Paragraph | Quote, look: ParagraphLook, writing: Writing): Xml {
  return writeParagraph(look, bookmarked(leaf.id, writeInlines(leaf, writing), writing));
}

function writeCell(blocks: readonly Block[], place: BlockPlace, writing: Writing): Xml {
  const { content, endsWithParagraph } = writeBlocks(blocks, place, writing);
  return endsWithParagraph ? content : together(content, writeParagraph({ style: 'TableText' }));
}

function headingLook(heading: Heading, writing: Writing): ParagraphLook {
  const style = `Heading${heading.level}`;
  const listId = writing.headingLists.get(heading) ?? 0;
  if (listId === writing.linkedHeadingList) return { style };
  return { style, numbering: { listId, level: heading.level - 1 } };
}

function paragraphLook(
  paragraph: Paragraph,
  { place, writing, isAfterTable }: BlockSurroundings,
): ParagraphLook {
  const look: ParagraphLook = {
    style: paragraphStyle(paragraph, place, writing),
    alignment: paragraph.alignment,
  };
  if (isAfterTable && place.kind === 'body') look.spaceBefore = SPACE_AFTER_TABLE;
  if (paragraph.indent > 0) look.indent = { left: Math.min(paragraph.indent, 8) * INDENT_STEP };
  return look;
}

/** Only Chinese running text opens with two characters' space; headed or set-in text does not. */
function paragraphStyle(paragraph: Paragraph, place: BlockPlace, writing: Writing): string {
  if (place.kind !== 'body') return place.kind === 'cell' ? 'TableText' : 'TableHeading';
  const isRunningText =
    paragraph.indent === 0 &&
    (paragraph.alignment === 'start' || paragraph.alignment === 'justify') &&
    paragraph.inlines.length > 0;
  const isChinese = languageOfBlock(paragraph, writing.input.language) === 'zh';
  return isRunningText && isChinese ? 'BodyTextFirstIndent' : 'BodyText';
}

const SPACE_AFTER_TABLE = 160;

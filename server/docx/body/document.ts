/** word/document.xml: title, body and page. */
import { leafBlocks, type Block, type LeafBlock } from '#app/domain/documents/document-tree.ts';
import { WORD_NAMESPACES, wordContentType } from '../ooxml/namespaces.ts';
import { PAGE } from '../ooxml/units.ts';
import { element, NOTHING, together, valued, type Xml } from '../ooxml/xml.ts';
import { languageOfText } from './block-language.ts';
import { writeBlocks } from './blocks.ts';
import { isGuidance, rangeMarkup } from './comment-ranges.ts';
import { writeParagraph } from './paragraph.ts';
import { writeRun } from './run.ts';
import type { Writing } from './writing.ts';

/** Relationship ids of what stands above and below the text. */
export type PageEdges = { header: string; footer: string; firstFooter: string };

export function documentPart(
  writing: Writing,
  edges: PageEdges,
): { contentType: string; root: Xml } {
  const { input, ranges } = writing;
  const { content, endsWithParagraph } = writeBlocks(
    input.tree.blocks,
    { kind: 'body', width: PAGE.textWidth },
    writing,
  );
  const needsTail = !endsWithParagraph || ranges.tailMarks.length > 0;
  const body = together(
    frontLine('Title', writing, input.title),
    frontLine('Subtitle', writing, input.subject),
    content,
    needsTail
      ? writeParagraph({ style: 'BodyText' }, together(...ranges.tailMarks.map(rangeMarkup)))
      : NOTHING,
    section(edges),
  );
  return {
    contentType: wordContentType('document.main'),
    root: element('w:document', WORD_NAMESPACES, element('w:body', {}, body)),
  };
}

/** The leaf that ends the exported text, or null when something else does. */
export function closingLeaf(blocks: readonly Block[]): LeafBlock | null {
  const last = blocks.findLast((block) => block.type !== 'paragraph' || !isGuidance(block));
  if (last === undefined || last.type === 'table') return null;
  return leafBlocks({ blocks: [last] }).at(-1) ?? null;
}

function frontLine(style: 'Title' | 'Subtitle', writing: Writing, words: string): Xml {
  if (words.trim() === '') return NOTHING;
  const language = languageOfText(words) ?? writing.input.language;
  return writeParagraph({ style }, writeRun(words, { language }));
}

function section(edges: PageEdges): Xml {
  const reference = (name: 'w:headerReference' | 'w:footerReference', type: string, id: string) =>
    element(name, { 'w:type': type, 'r:id': id });
  return element(
    'w:sectPr',
    {},
    together(
      reference('w:headerReference', 'default', edges.header),
      reference('w:footerReference', 'default', edges.footer),
      reference('w:footerReference', 'first', edges.firstFooter),
      element('w:pgSz', { 'w:w': PAGE.width, 'w:h': PAGE.height }),
      element('w:pgMar', {
        'w:top': PAGE.top,
        'w:right': PAGE.side,
        'w:bottom': PAGE.bottom,
        'w:left': PAGE.side,
        'w:header': 737,
        'w:footer': 850,
        'w:gutter': 0,
      }),
      element('w:cols', { 'w:space': 720 }),
      valued('w:titlePg', 1),
      element('w:docGrid', { 'w:linePitch': 312 }),
    ),
  );
}

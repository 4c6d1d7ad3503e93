/** Builds the neutral tree from an outline; every value from outside is checked on the way. */
import type {
  Block,
  BlockLanguage,
  Inline,
  Heading,
  List,
  ListItem,
  Mark,
  TableCell,
  TextAlignment,
} from '#app/domain/documents/document-tree.ts';
import { NUMBERING_STYLES } from '#app/domain/documents/heading-labels.ts';
import { contentOutline, unknownText } from './content-outline.ts';
import type { OutlineBlock, OutlineCell, OutlineInline, OutlineLeaf } from './content-outline.ts';
import type { OutlineItem, OutlineList } from './content-outline.ts';
import type { NodeReader, TextRun } from './node-reader.ts';
import { safeHref } from './safe-href.ts';

export function blocksOf<Node>(nodes: readonly Node[], reader: NodeReader<Node>): Block[] {
  return contentOutline(nodes, reader).map((block) => blockOf(block, reader));
}

function blockOf<Node>(block: OutlineBlock<Node>, reader: NodeReader<Node>): Block {
  switch (block.kind) {
    case 'leaf':
      return leafOf(block, reader);
    case 'list':
      return listOf(block, reader);
    case 'table':
      return {
        type: 'table',
        id: textOrNull(reader.state(block.node, 'blockId')),
        columnWidths: columnWidths(reader.property(block.node, 'colWidths')),
        rows: block.rows.map((row) => ({ cells: row.cells.map((cell) => cellOf(cell, reader)) })),
      };
    case 'object':
      return objectOf(block.node, reader);
  }
}

function leafOf<Node>(leaf: OutlineLeaf<Node>, reader: NodeReader<Node>): Block {
  const { block } = leaf;
  const text = textBlock(leaf, reader);
  const type = block === null ? 'paragraph' : reader.typeOf(block);
  if (type === 'quote') return { type: 'quote', ...text };
  if (block !== null && type === 'heading') {
    const numbering = reader.state(block, 'numbering');
    return {
      type: 'heading',
      ...text,
      level: headingLevel(reader.property(block, 'tag')),
      numbering: NUMBERING_STYLES.find((style) => style === numbering) ?? 'none',
      sectionKey: leaf.opensBlock ? textOrNull(reader.state(block, 'sectionKey')) : null,
    };
  }
  return {
    type: 'paragraph',
    ...text,
    alignment: block === null ? 'start' : alignment(reader.property(block, 'format')),
    indent: block === null ? 0 : wholeNumber(reader.property(block, 'indent'), 0, INDENT_MAX),
    guidance: block !== null && reader.state(block, 'guidance') === 'yes',
  };
}

/** What every block with text carries. Only the first part of a torn block keeps its identity. */
function textBlock<Node>(leaf: OutlineLeaf<Node>, reader: NodeReader<Node>) {
  const { block } = leaf;
  return {
    id: block !== null && leaf.opensBlock ? textOrNull(reader.state(block, 'blockId')) : null,
    language: block === null ? null : language(reader.state(block, 'language')),
    inlines: inlinesOf(leaf.inlines, reader),
  };
}

function listOf<Node>(list: OutlineList<Node>, reader: NodeReader<Node>): List {
  const listType = reader.property(list.node, 'listType');
  const kind = listType === 'bullet' || listType === 'check' ? listType : 'number';
  return {
    type: 'list',
    kind,
    start: wholeNumber(reader.property(list.node, 'start') ?? 1, 0, LIST_START_MAX),
    items: list.items.map((item) => itemOf(item, kind, reader)),
  };
}

function itemOf<Node>(
  item: OutlineItem<Node>,
  kind: List['kind'],
  reader: NodeReader<Node>,
): ListItem {
  const ticked = item.block !== null && reader.property(item.block, 'checked') === true;
  return {
    type: 'list-item',
    ...textBlock(item, reader),
    checked: kind === 'check' ? ticked : null,
    nested: item.nested.map((nested) => listOf(nested, reader)),
  };
}

function cellOf<Node>(cell: OutlineCell<Node>, reader: NodeReader<Node>): TableCell {
  const { node } = cell;
  const blocks = cell.blocks.map((block) => blockOf(block, reader));
  if (node === null) return { header: false, colSpan: 1, rowSpan: 1, blocks };
  return {
    header: wholeNumber(reader.property(node, 'headerState') ?? 0, 0, 3) > 0,
    colSpan: wholeNumber(reader.property(node, 'colSpan') ?? 1, 1, SPAN_MAX),
    rowSpan: wholeNumber(reader.property(node, 'rowSpan') ?? 1, 1, SPAN_MAX),
    blocks,
  };
}

function objectOf<Node>(node: Node, reader: NodeReader<Node>): Block {
  if (reader.typeOf(node) === 'page-break') return { type: 'page-break' };
  const width = reader.property(node, 'width');
  return {
    type: 'image',
    id: textOrNull(reader.state(node, 'blockId')),
    attachmentId: textOrNull(reader.property(node, 'attachmentId')) ?? '',
    alternativeText: textOrNull(reader.property(node, 'alternativeText')) ?? '',
    width: typeof width === 'number' && width > 0 && Number.isFinite(width) ? width : null,
  };
}

function inlinesOf<Node>(
  inlines: readonly OutlineInline<Node>[],
  reader: NodeReader<Node>,
): Inline[] {
  return joinTexts(
    inlines.flatMap((inline) => {
      if (inline.kind === 'atom') return atomOf(inline.node, reader);
      const inside = inlinesOf(inline.inlines, reader);
      const href = safeHref(reader.property(inline.node, 'url'));
      return href === null ? inside : [{ type: 'link', href, inlines: inside }];
    }),
  );
}

function atomOf<Node>(node: Node, reader: NodeReader<Node>): Inline[] {
  switch (reader.typeOf(node)) {
    case 'text':
    case 'tab':
      return reader.runsOf(node).flatMap(textInlines);
    case 'linebreak':
      return [{ type: 'line-break' }];
    case 'footnote':
      return [{ type: 'footnote', text: textOrNull(reader.property(node, 'text')) ?? '' }];
    case 'register-field':
      return [{ type: 'register-field', field: textOrNull(reader.property(node, 'field')) ?? '' }];
    default:
      return textInlines({ text: unknownText(node, reader), format: 0 });
  }
}

/** Plain clients type line breaks and tabs as characters; the tree knows them as inlines. */
function textInlines(run: TextRun): Inline[] {
  const marks = MARKS.filter((_mark, bit) => (run.format & (1 << bit)) !== 0);
  return run.text
    .split(/([\n\t])/)
    .filter((part) => part !== '')
    .map((part): Inline => {
      if (part === '\n') return { type: 'line-break' };
      if (part === '\t') return { type: 'tab' };
      return { type: 'text', text: part, marks };
    });
}

/** Neighbours with equal formatting are one text, however many nodes the editor keeps them in. */
function joinTexts(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (inline.type === 'text' && last?.type === 'text' && sameMarks(last.marks, inline.marks)) {
      joined[joined.length - 1] = { ...last, text: last.text + inline.text };
    } else {
      joined.push(inline);
    }
  }
  return joined;
}

function sameMarks(left: readonly Mark[], right: readonly Mark[]): boolean {
  return left.length === right.length && left.every((mark, index) => mark === right[index]);
}

function headingLevel(tag: unknown): Heading['level'] {
  return tag === 'h2' ? 2 : tag === 'h3' ? 3 : typeof tag === 'string' && tag > 'h3' ? 4 : 1;
}

function alignment(format: unknown): TextAlignment {
  if (format === 'center' || format === 'justify') return format;
  return format === 'end' || format === 'right' ? 'end' : 'start';
}

function language(value: unknown): BlockLanguage | null {
  return value === 'zh' || value === 'en' ? value : null;
}

function columnWidths(value: unknown): number[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const widths = value.filter((width): width is number => typeof width === 'number' && width > 0);
  return widths.length === value.length ? widths : null;
}

function wholeNumber(value: unknown, least: number, most: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return least;
  return Math.min(most, Math.max(least, Math.trunc(value)));
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** In the order of Lexical's bits. */
const MARKS: readonly Mark[] = [
  'bold',
  'italic',
  'strikethrough',
  'underline',
  'code',
  'subscript',
  'superscript',
];
const INDENT_MAX = 8;
const LIST_START_MAX = 1_000_000;
const SPAN_MAX = 1_000;

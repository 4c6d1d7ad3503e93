/**
 * The neutral form of a document's content: what reading, exporting and counting work on.
 * It is derived from the co-edited content and never stored. Plain JSON; no framework.
 */
import type { NumberingStyle } from './heading-labels.ts';

export type BlockLanguage = 'zh' | 'en';
export type TextAlignment = 'start' | 'center' | 'end' | 'justify';

/** What every block that holds text carries. `id` is the clause identity; raw clients may omit it. */
type TextBlock = { id: string | null; language: BlockLanguage | null; inlines: Inline[] };

export type Heading = TextBlock & {
  type: 'heading';
  level: 1 | 2 | 3 | 4;
  numbering: NumberingStyle;
  /** Key of the template section that this heading opens, or null for the author's own. */
  sectionKey: string | null;
};
export type Paragraph = TextBlock & {
  type: 'paragraph';
  alignment: TextAlignment;
  /** Indent steps of the paragraph, 0 to 8. */
  indent: number;
  /** Guidance of the template to the author: shown while writing, never exported. */
  guidance: boolean;
};
export type Quote = TextBlock & { type: 'quote' };
export type ListItem = TextBlock & { type: 'list-item'; checked: boolean | null; nested: List[] };
export type List = {
  type: 'list';
  kind: 'bullet' | 'number' | 'check';
  start: number;
  items: ListItem[];
};
export type TableCell = {
  header: boolean;
  colSpan: number;
  rowSpan: number;
  blocks: Block[];
};
export type Table = {
  type: 'table';
  id: string | null;
  /** Column widths in CSS pixels, or null for equal columns. */
  columnWidths: number[] | null;
  rows: { cells: TableCell[] }[];
};
export type Image = {
  type: 'image';
  id: string | null;
  attachmentId: string;
  alternativeText: string;
  /** Displayed size in CSS pixels; null means the picture's own width. */
  width: number | null;
};
export type PageBreak = { type: 'page-break' };

export type Block = Heading | Paragraph | Quote | List | Table | Image | PageBreak;

export type Mark =
  'bold' | 'italic' | 'underline' | 'strikethrough' | 'subscript' | 'superscript' | 'code';

export type Inline =
  | { type: 'text'; text: string; marks: Mark[] }
  | { type: 'link'; href: string; inlines: Inline[] }
  | { type: 'footnote'; text: string }
  /** A value of the register, named by key; the reader supplies the present value. */
  | { type: 'register-field'; field: string }
  | { type: 'line-break' }
  | { type: 'tab' };

export type DocumentTree = { blocks: Block[] };

/** Blocks that hold inlines directly: the unit in which anchors count. */
export type LeafBlock = Heading | Paragraph | Quote | ListItem;

/** All leaf blocks in reading order, through lists and tables. */
export function leafBlocks(tree: DocumentTree): LeafBlock[] {
  return tree.blocks.flatMap(leavesOf);
}

function leavesOf(block: Block): LeafBlock[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'quote':
      return [block];
    case 'list':
      return listLeaves(block);
    case 'table':
      return block.rows.flatMap((row) =>
        row.cells.flatMap((cell) => cell.blocks.flatMap(leavesOf)),
      );
    case 'image':
    case 'page-break':
      return [];
  }
}

function listLeaves(list: List): LeafBlock[] {
  return list.items.flatMap((item) => [item, ...item.nested.flatMap(listLeaves)]);
}

/** Stands for an inline that has no characters of its own, so that offsets stay true. */
export const OBJECT_CHARACTER = '\uFFFC';

/**
 * The characters of a leaf in which anchors count offsets: a line break is `\n`, a tab `\t`, a
 * footnote or register field one OBJECT_CHARACTER.
 */
export function leafText(inlines: readonly Inline[]): string {
  return inlines.map(inlineText).join('');
}

function inlineText(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'link':
      return leafText(inline.inlines);
    case 'line-break':
      return '\n';
    case 'tab':
      return '\t';
    case 'footnote':
    case 'register-field':
      return OBJECT_CHARACTER;
  }
}

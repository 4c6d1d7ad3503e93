/** Short makers of neutral blocks, and one rich bilingual document with everything in it. */
import { deflateSync } from 'node:zlib';
import type {
  Block,
  Heading,
  Inline,
  List,
  ListItem,
  Mark,
  Paragraph,
  TableCell,
} from '#app/domain/documents/document-tree.ts';
import { REGISTER_FIELDS, type RegisterValues } from '#app/domain/documents/template.ts';
import type { DocxComment, DocxInput } from '#server/docx/write-docx.ts';

export function words(text: string, ...marks: Mark[]): Inline {
  return { type: 'text', text, marks };
}

export function paragraph(content: string | Inline[], over: Partial<Paragraph> = {}): Paragraph {
  return {
    type: 'paragraph',
    id: null,
    language: null,
    inlines: typeof content === 'string' ? [words(content)] : content,
    alignment: 'start',
    indent: 0,
    guidance: false,
    ...over,
  };
}

export function heading(
  level: Heading['level'],
  text: string,
  numbering: Heading['numbering'] = 'chinese',
): Heading {
  const inlines = [words(text)];
  return { type: 'heading', id: null, language: null, inlines, level, numbering, sectionKey: null };
}

export function item(text: string, over: Partial<ListItem> = {}): ListItem {
  return {
    type: 'list-item',
    id: null,
    language: null,
    inlines: [words(text)],
    checked: null,
    nested: [],
    ...over,
  };
}

export function list(kind: List['kind'], items: ListItem[], start = 1): List {
  return { type: 'list', kind, start, items };
}

export function cell(content: string | Block[], over: Partial<TableCell> = {}): TableCell {
  const blocks = typeof content === 'string' ? [paragraph(content)] : content;
  return { header: false, colSpan: 1, rowSpan: 1, blocks, ...over };
}

export function headerCell(content: string, over: Partial<TableCell> = {}): TableCell {
  return cell(content, { header: true, ...over });
}

export function table(
  rows: TableCell[][],
  columnWidths: number[] | null = null,
): Extract<Block, { type: 'table' }> {
  return { type: 'table', id: null, columnWidths, rows: rows.map((cells) => ({ cells })) };
}

export function comment(
  over: Partial<DocxComment> & Pick<DocxComment, 'id' | 'place'>,
): DocxComment {
  return {
    author: '演示评审人 Demo Reviewer',
    initials: 'DR',
    at: new Date('2026-11-20T01:30:00Z'),
    paragraphs: ['Please say which sectors are meant.'],
    replies: [],
    resolved: 'no',
    quote: '',
    ...over,
  };
}

export function onLeaf(leaf: number, from: number, to: number): DocxComment['place'] {
  return { found: true, start: { leaf, offset: from }, end: { leaf, offset: to } };
}

export function docxInput(blocks: Block[], over: Partial<DocxInput> = {}): DocxInput {
  return {
    tree: { blocks },
    title: '演示工作大纲 Demo terms of reference',
    subject: '',
    language: 'zh',
    author: 'Demo Expert',
    createdAt: new Date('2026-11-20T02:00:00Z'),
    registerValues: registerValues({}),
    images: new Map(),
    comments: [],
    documentId: '01JD0000000000000000000DOC',
    revision: 42,
    ...over,
  };
}

export function registerValues(known: Partial<RegisterValues>): RegisterValues {
  const blank = Object.fromEntries(REGISTER_FIELDS.map((field) => [field, ''])) as RegisterValues;
  return { ...blank, ...known };
}

/** A real picture: two shades of teal, 8 bits a channel, no filter. */
export function pngPicture(width: number, height: number): Uint8Array {
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(1 + width * 3);
    for (let x = 0; x < width; x += 1) {
      row.set((x >> 4) % 2 === (y >> 4) % 2 ? [11, 90, 115] : [224, 239, 243], 1 + x * 3);
    }
    return row;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.concat(rows))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb8_8320 : 0);
  }
  return (crc ^ 0xffff_ffff) >>> 0;
}

import { describe, expect, it } from 'vitest';
import { writeDocx } from '#server/docx/write-docx.ts';
import { descendants, elementsOf, type XmlElement } from '#test/support/strict-xml.ts';
import { child, openDocx, paragraphWith, valueAt, visibleText } from './open-docx.ts';
import {
  cell,
  docxInput,
  headerCell,
  item,
  list,
  paragraph,
  pngPicture,
  registerValues,
  table,
  words,
} from './sample-document.ts';

describe('tables', () => {
  it('merge cells over columns and rows and keep every text at its place', () => {
    const docx = openDocx(
      writeDocx(
        docxInput([
          table([
            [cell('a', { rowSpan: 2, colSpan: 2 }), cell('b')],
            [cell('c')],
            [cell('d'), cell('e', { colSpan: 2, rowSpan: 9 })],
          ]),
        ]),
      ),
    );
    expect(shape(docx.body)).toEqual([
      ['a 2 restart', 'b 1'],
      [' 2 continue', 'c 1'],
      ['d 1', 'e 2'],
    ]);
  });

  it('fill rows that are too short, so that every row has every column', () => {
    const docx = openDocx(
      writeDocx(
        docxInput([table([[cell('a'), cell('b'), cell('c', { rowSpan: 2 })], [cell('d')], []])]),
      ),
    );
    expect(shape(docx.body)).toEqual([
      ['a 1', 'b 1', 'c 1 restart'],
      ['d 1', ' 1', ' 1 continue'],
      [' 3'],
    ]);
  });

  it('stay within the columns that Word allows without losing text', () => {
    const many = Array.from({ length: 70 }, (_, index) => cell(`c${index};`));
    const docx = openDocx(writeDocx(docxInput([table([many, [cell('wide', { colSpan: 1e9 })]])])));
    const [first, second] = descendants(docx.body, 'w:tr');
    expect(first && elementsOf(first).filter(({ name }) => name === 'w:tc')).toHaveLength(63);
    expect(first && visibleText(first)).toBe(many.map((_, index) => `c${index};`).join(''));
    expect(second && descendants(second, 'w:gridSpan')[0]?.attributes['w:val']).toBe('63');
  });

  it('repeat their header rows and shade header cells', () => {
    const docx = openDocx(
      writeDocx(
        docxInput([
          table([
            [headerCell('编号', { rowSpan: 2 }), headerCell('成果', { colSpan: 2 })],
            [headerCell('名称'), headerCell('形式')],
            [headerCell('row'), cell('x'), cell('y')],
          ]),
        ]),
      ),
    );
    const rows = descendants(docx.body, 'w:tr');
    expect(rows.map((row) => descendants(row, 'w:tblHeader').length)).toEqual([1, 1, 0]);
    expect(valueAt(paragraphWith(docx, '成果'), 'w:pPr', 'w:pStyle')).toBe('TableHeading');
    expect(descendants(rows[2] as XmlElement, 'w:shd')).toHaveLength(1);
  });

  it('keep the proportions of their columns within the text', () => {
    const widths = (columnWidths: number[] | null) => {
      const docx = openDocx(
        writeDocx(docxInput([table([[cell('a'), cell('b'), cell('c')]], columnWidths)])),
      );
      return descendants(docx.body, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
    };
    expect(widths([100, 200, 100])).toEqual([1500, 3000, 1500]);
    const [first = 0, second = 0, third = 0] = widths([400, 800, 400]);
    expect(first + second + third).toBeLessThanOrEqual(8958);
    expect(second).toBeCloseTo(2 * first, -1);
    expect(third).toBe(first);
    expect(widths(null)).toEqual([2986, 2986, 2986]);
    expect(widths([100])).toEqual([2986, 2986, 2986]);
  });

  it('never touch each other nor end a cell or the document', () => {
    const inner = table([[cell('inner')]]);
    const docx = openDocx(writeDocx(docxInput([table([[cell([inner])]]), table([[cell([])]])])));
    const order = elementsOf(docx.body).map(({ name }) => name);
    expect(order.slice(1)).toEqual(['w:tbl', 'w:p', 'w:tbl', 'w:p', 'w:sectPr']);
    for (const each of descendants(docx.body, 'w:tc')) {
      expect(elementsOf(each).at(-1)?.name).toBe('w:p');
    }
  });
});

describe('pictures', () => {
  const bytes = pngPicture(1200, 600);
  const images = new Map([
    ['big', { bytes, mediaType: 'image/png' as const, width: 1200, height: 600 }],
    ['small', { bytes, mediaType: 'image/png' as const, width: 100, height: 50 }],
  ]);
  const picture = (attachmentId: string, width: number | null = null) => ({
    type: 'image' as const,
    id: null,
    attachmentId,
    alternativeText: '技术路线 "图"',
    width,
  });

  it('are embedded once, unchanged, with their description, and no wider than the text', () => {
    const docx = openDocx(
      writeDocx(docxInput([picture('big'), picture('big', 300), picture('small')], { images })),
    );
    const media = docx.names.filter((name) => name.startsWith('word/media/'));
    expect(media).toEqual(['word/media/image1.png', 'word/media/image2.png']);
    expect(Buffer.compare(docx.bytes('word/media/image1.png'), bytes)).toBe(0);
    const sizes = descendants(docx.body, 'wp:extent').map(({ attributes }) =>
      [attributes['cx'], attributes['cy']].map((emu) => Math.round(Number(emu) / 9525)),
    );
    expect(sizes).toEqual([
      [597, 299],
      [300, 150],
      [100, 50],
    ]);
    const about = descendants(docx.body, 'wp:docPr').map(({ attributes }) => attributes);
    expect(new Set(about.map(({ id }) => id)).size).toBe(3);
    expect(about.map(({ descr }) => descr)).toEqual(Array(3).fill('技术路线 "图"'));
  });

  it('leave their description where the bytes are missing', () => {
    const docx = openDocx(writeDocx(docxInput([picture('lost')])));
    expect(visibleText(paragraphWith(docx, '技术路线'))).toBe('[技术路线 "图"]');
  });
});

describe('footnotes', () => {
  it('are Word footnotes with both separators', () => {
    const docx = openDocx(
      writeDocx(
        docxInput([
          paragraph([words('一'), { type: 'footnote', text: '注一' }]),
          table([[cell([paragraph([words('b'), { type: 'footnote', text: 'note two\nmore' }])])]]),
        ]),
      ),
    );
    const references = descendants(docx.body, 'w:footnoteReference').map(
      ({ attributes }) => attributes['w:id'],
    );
    const notes = descendants(docx.part('word/footnotes.xml'), 'w:footnote').map((note) => [
      note.attributes['w:id'],
      note.attributes['w:type'],
      descendants(note, 'w:p').map((each) => visibleText(each).trim()),
    ]);
    expect(references).toEqual(['1', '2']);
    expect(notes).toEqual([
      ['-1', 'separator', ['']],
      ['0', 'continuationSeparator', ['']],
      ['1', undefined, ['注一']],
      ['2', undefined, ['note two', 'more']],
    ]);
  });
});

describe('register fields', () => {
  it('show their present value inside a control that names the field', () => {
    const field = (name: string) => ({ type: 'register-field' as const, field: name });
    const docx = openDocx(
      writeDocx(
        docxInput(
          [paragraph([field('assignment.code'), field('assignment.firm.zh'), field('no.such')])],
          { registerValues: registerValues({ 'assignment.code': 'PMI-3 <&>' }) },
        ),
      ),
    );
    const controls = descendants(docx.body, 'w:sdt').map((control) => [
      valueAt(control, 'w:sdtPr', 'w:tag'),
      visibleText(control),
      child(control, 'w:sdtPr', 'w:showingPlcHdr') !== undefined,
    ]);
    expect(controls).toEqual([
      ['dagang:field:assignment.code', 'PMI-3 <&>', false],
      ['dagang:field:assignment.firm.zh', '________', true],
      ['dagang:field:no.such', '{no.such}', false],
    ]);
  });
});

describe('paragraphs', () => {
  it('carry alignment, indent, page breaks and the first-line space of Chinese text', () => {
    const docx = openDocx(
      writeDocx(
        docxInput([
          paragraph('中文正文'),
          paragraph('English text'),
          paragraph('居中', { alignment: 'center' }),
          paragraph('落款', { alignment: 'end' }),
          paragraph('缩进', { indent: 2 }),
          { type: 'page-break' },
          { type: 'quote', id: null, language: null, inlines: [words('引文')] },
        ]),
      ),
    );
    const style = (text: string) => valueAt(paragraphWith(docx, text), 'w:pPr', 'w:pStyle');
    expect(style('中文正文')).toBe('BodyTextFirstIndent');
    expect(style('English text')).toBe('BodyText');
    expect(style('引文')).toBe('Quote');
    expect(valueAt(paragraphWith(docx, '居中'), 'w:pPr', 'w:jc')).toBe('center');
    expect(valueAt(paragraphWith(docx, '落款'), 'w:pPr', 'w:jc')).toBe('right');
    const [indent] = descendants(paragraphWith(docx, '缩进'), 'w:ind');
    expect(indent?.attributes['w:left']).toBe('960');
    const breaks = descendants(docx.body, 'w:br').map(({ attributes }) => attributes['w:type']);
    expect(breaks).toEqual(['page']);
  });

  it('carry the identity of their clause in a hidden bookmark, each once', () => {
    const id = '01JD0000000000000000000001';
    const uuid = '0b8f6c9e-6f0a-4d4e-9f5e-1c2d3e4f5a6b';
    const docx = openDocx(
      writeDocx(
        docxInput([
          paragraph('clause', { id }),
          paragraph('copy', { id }),
          paragraph('uuid', { id: uuid }),
          paragraph('odd', { id: '条款 1' }),
          list('bullet', [item('item', { id: 'item-1' })]),
          { ...table([[cell('cell')]]), id: 'table_1' },
        ]),
      ),
    );
    const starts = descendants(docx.body, 'w:bookmarkStart').map(({ attributes }) => attributes);
    const ends = descendants(docx.body, 'w:bookmarkEnd').map(({ attributes }) => attributes);
    expect(starts.map((start) => start['w:name'])).toEqual([
      `_dagang_${id}`,
      `_dagang_${uuid.replaceAll('-', '')}`,
      '_dagang_item_1',
      '_dagang_table_1',
    ]);
    expect(ends.map((end) => end['w:id'])).toEqual(starts.map((start) => start['w:id']));
    for (const start of starts) expect(start['w:name']).toMatch(/^[A-Za-z0-9_]{1,40}$/);
    expect(descendants(paragraphWith(docx, 'clause'), 'w:bookmarkStart')).toHaveLength(1);
  });
});

/** Each cell as `text columns merge`. */
function shape(body: XmlElement): string[][] {
  return descendants(body, 'w:tr').map((row) =>
    descendants(row, 'w:tc').map((each) =>
      [
        visibleText(each),
        valueAt(each, 'w:tcPr', 'w:gridSpan') ?? '1',
        valueAt(each, 'w:tcPr', 'w:vMerge'),
      ]
        .filter((piece) => piece !== undefined)
        .join(' '),
    ),
  );
}

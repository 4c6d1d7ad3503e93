import { describe, expect, test } from 'vitest';
import type { Inline, Mark } from '#app/domain/documents/document-tree.ts';
import {
  field,
  heading,
  HOSTILE,
  item,
  paragraph,
  passage,
  text,
  unclosed,
  written,
} from '#test/support/reading-form.ts';

const HOSTILE_SHOWN = '&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;';

describe('the reading form', () => {
  test('shows headings one level below the title, with computed labels and an id each', () => {
    const html = written([
      heading(1, '项目背景', 'chinese'),
      heading(2, 'Scope', 'decimal'),
      heading(4, 'Detail', 'none'),
    ]);

    expect(html).toContain(
      '<h2 id="heading-1" class="doc-heading doc-heading-1" lang="zh-CN" data-leaf="0">' +
        '<span class="doc-label" data-aside>一、</span>项目背景</h2>',
    );
    expect(html).toContain('data-aside>1.1 </span>Scope</h3>');
    expect(html).toMatch(/<h5 id="heading-3"[^>]*>Detail<\/h5>/);
  });

  test('names the language of each block: the one set, else the one that it is written in', () => {
    const html = written([
      paragraph([text('ETS 是碳排放权交易体系')]),
      paragraph([text('the national 碳市场 and its registry')]),
      { ...paragraph([text('2026')]), language: 'en' },
      paragraph([text('2026')]),
    ]);

    expect(langs(html)).toEqual(['zh-CN', 'en', 'en', null]);
  });

  test('leaves guidance out of reading and keeps the index of every leaf', () => {
    const blocks = [
      { ...paragraph([text('Write here')]), guidance: true },
      paragraph([]),
      paragraph([text('Own words')]),
    ];

    expect(written(blocks)).toBe('<p class="doc-paragraph" lang="en" data-leaf="2">Own words</p>');
    expect(written(blocks, { guidance: 'shown' })).toContain('data-guidance="yes">Write here</p>');
  });
});

describe('what stands in the text', () => {
  test('gives a table its heads, spans and widths, and a way to scroll it', () => {
    const cell = (words: string, more: object = {}) => ({
      header: false,
      colSpan: 1,
      rowSpan: 1,
      blocks: [paragraph([text(words)])],
      ...more,
    });
    const html = written([
      {
        type: 'table',
        id: null,
        columnWidths: [100, 300],
        rows: [
          { cells: [cell('No.', { header: true }), cell('Name', { header: true })] },
          { cells: [cell('1', { header: true, rowSpan: 2 }), cell('Inception')] },
          { cells: [cell('both', { colSpan: 2 })] },
        ],
      },
    ]);

    expect(html).toContain('tabindex="0" role="group" aria-label="Table"');
    expect(html).toContain('<col style="width:25%"><col style="width:75%">');
    expect(html.match(/<thead>.*<\/thead>/)?.[0].match(/scope="col"/g)).toHaveLength(2);
    expect(html).toContain('scope="rowgroup" rowspan="2"');
    expect(html).toContain('<td class="doc-table-cell" colspan="2">');
  });

  test('does not part a head that reaches into the body', () => {
    const head = { header: true, colSpan: 1, rowSpan: 2, blocks: [] };
    const html = written([
      {
        type: 'table',
        id: null,
        columnWidths: null,
        rows: [{ cells: [head] }, { cells: [{ ...head, header: false, rowSpan: 1 }] }],
      },
    ]);

    expect(html).not.toContain('<thead>');
  });

  test('numbers footnotes and links them both ways', () => {
    const html = written([
      paragraph([text('a'), { type: 'footnote', text: 'First' }, text('b')]),
      paragraph([{ type: 'footnote', text: '第二条' }]),
    ]);

    expect(html).toContain(
      '<a id="footnote-mark-2" href="#footnote-2" aria-label="Footnote 2">2</a>',
    );
    expect(html).toContain('<li id="footnote-1" lang="en">First <a href="#footnote-mark-1"');
    expect(html).toContain('<li id="footnote-2" lang="zh-CN">第二条');
  });

  test('links to web and mail addresses only', () => {
    const link = (href: string): Inline => ({ type: 'link', href, inlines: [text('here')] });
    const html = written([
      paragraph([link('https://example.org/?a=1&b="2"')]),
      paragraph([link('javascript:alert(1)')]),
      paragraph([link('data:text/html,x')]),
    ]);

    expect(html.match(/<a /g)).toHaveLength(1);
    expect(html).toContain('rel="noopener noreferrer"');
    expect(html).not.toContain('javascript:');
  });

  test('shows a picture in its size from our own address', () => {
    const image = { type: 'image' as const, id: null, alternativeText: 'Map "1"', width: 300 };
    const html = written([
      { ...image, attachmentId: 'A1' },
      { ...image, attachmentId: '../x' },
    ]);

    expect(html).toContain(
      '<img src="/attachments/A1" alt="Map &quot;1&quot;" width="300" height="150"',
    );
    expect(html).toContain('src="/attachments/..%2Fx"');
  });

  test('fills register values in, and says where there is none yet', () => {
    const html = written([
      paragraph([field('assignment.code'), field('assignment.firm.en'), field('made.up')]),
    ]);

    expect(html).toContain('<span class="doc-field" data-aside>PMI-3</span>');
    expect(html.match(/<span class="doc-unknown" data-aside>not known yet<\/span>/g)).toHaveLength(
      2,
    );
  });
});

describe('hostile text', () => {
  test('is escaped wherever text can stand', () => {
    const all: Mark[] = ['bold', 'italic', 'underline', 'strikethrough', 'subscript', 'code'];
    const html = written(
      [
        heading(1, HOSTILE, 'none'),
        paragraph([
          { type: 'text', text: HOSTILE, marks: all },
          { type: 'link', href: `https://example.org/${HOSTILE}`, inlines: [text(HOSTILE)] },
          { type: 'footnote', text: HOSTILE },
          field('assignment.title.en'),
        ]),
        { type: 'quote', id: HOSTILE, language: null, inlines: [text(HOSTILE)] },
        { type: 'list', kind: 'check', start: 1, items: [item(HOSTILE)] },
        { type: 'image', id: HOSTILE, attachmentId: HOSTILE, alternativeText: HOSTILE, width: 1 },
      ],
      {
        passages: [
          passage(
            1,
            [
              [0, 0],
              [2, 5],
            ],
            HOSTILE,
          ),
        ],
      },
    );

    expect(html).not.toContain('<script');
    expect(html).not.toContain('\u0000');
    expect(html.split(HOSTILE_SHOWN).length).toBeGreaterThan(8);
    expect(unclosed(html)).toEqual([]);
  });
});

function langs(html: string): (string | null)[] {
  return [...html.matchAll(/<p class="doc-paragraph"(?: lang="([^"]+)")?/g)].map(
    ([, lang]) => lang ?? null,
  );
}

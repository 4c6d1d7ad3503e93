import { describe, expect, test } from 'vitest';
import type { Block, Inline, Mark } from '#app/domain/documents/document-tree.ts';
import { REGISTER_FIELDS, type RegisterValues } from '#app/domain/documents/template.ts';
import { treeToHtml, type CommentPassage } from '#server/content/tree-to-html.ts';

const HOSTILE = `<script>alert(1)</script>"'&\u0000`;
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

  test('escapes hostile text wherever text can stand', () => {
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

    expect(html).not.toMatch(/<script|\u0000/);
    expect(html.split(HOSTILE_SHOWN).length).toBeGreaterThan(8);
    expect(unclosed(html)).toEqual([]);
  });
});

describe('comment passages', () => {
  test('are marked over formatting and end with a numbered link', () => {
    const html = written(
      [
        paragraph([
          text('hold at '),
          { type: 'text', text: 'least two', marks: ['bold'] },
          text(' talks'),
        ]),
      ],
      {
        passages: [
          passage(12, [
            [0, 5],
            [0, 14],
          ]),
        ],
      },
    );

    expect(textOf(html, 12)).toBe('at least ');
    expect(html).toContain(
      '<mark data-comment="12" data-state="open"><strong>least </strong></mark>',
    );
    expect(html).toContain('href="#thread-12" id="passage-12"');
    expect(html.match(/id="passage-12"/g)).toHaveLength(1);
  });

  test('may overlap, nest and span blocks', () => {
    const html = written([paragraph([text('one two three')]), paragraph([text('four five')])], {
      passages: [
        passage(1, [
          [0, 0],
          [0, 7],
        ]),
        passage(2, [
          [0, 4],
          [1, 4],
        ]),
        passage(3, [
          [0, 4],
          [0, 7],
        ]),
      ],
    });

    expect(textOf(html, 1)).toBe('one two');
    expect(textOf(html, 2)).toBe('two threefour');
    expect(textOf(html, 3)).toBe('two');
    expect(unclosed(html)).toEqual([]);
    expect(html.indexOf('id="passage-2"')).toBeGreaterThan(html.indexOf('four'));
  });

  test('never put a link inside a link', () => {
    const html = written(
      [
        paragraph([
          { type: 'link', href: 'https://example.org', inlines: [text('all of it')] },
          text(' after'),
        ]),
      ],
      {
        passages: [
          passage(1, [
            [0, 0],
            [0, 3],
          ]),
        ],
      },
    );

    expect(html).toMatch(/<\/a><sup class="doc-comment"/);
    expect(html).not.toMatch(/<a [^>]*>(?:(?!<\/a>).)*<a /);
  });

  test('keep their link when the place lies past the end of the text', () => {
    const html = written([paragraph([text('short')])], {
      passages: [
        passage(1, [
          [0, 2],
          [0, 99],
        ]),
      ],
    });

    expect(textOf(html, 1)).toBe('ort');
    expect(html).toContain('id="passage-1"');
  });
});

type Change = { passages?: CommentPassage[]; guidance?: 'shown' | 'left-out' };

function written(blocks: Block[], change: Change = {}): string {
  return treeToHtml({
    tree: { blocks },
    registerValues: VALUES,
    passages: [],
    pictures: new Map([['A1', { width: 600, height: 300 }]]),
    picturePath: (id) => `/attachments/${encodeURIComponent(id)}`,
    words: {
      footnotes: 'Footnotes',
      footnote: (number) => `Footnote ${number}`,
      backToText: (number) => `Back from ${number}`,
      table: 'Table',
      checked: 'done',
      unchecked: 'not done',
      valueUnknown: 'not known yet',
    },
    guidance: 'left-out',
    ...change,
  });
}

const VALUES: RegisterValues = {
  ...(Object.fromEntries(REGISTER_FIELDS.map((key) => [key, ''])) as RegisterValues),
  'assignment.code': 'PMI-3',
  'assignment.title.en': HOSTILE,
};

function text(words: string): Inline {
  return { type: 'text', text: words, marks: [] };
}

function field(name: string): Inline {
  return { type: 'register-field', field: name };
}

function paragraph(inlines: Inline[]) {
  const plain = { alignment: 'start', indent: 0, guidance: false } as const;
  return { type: 'paragraph' as const, id: null, language: null, inlines, ...plain };
}

function heading(level: 1 | 2 | 3 | 4, words: string, numbering: 'none' | 'chinese' | 'decimal') {
  const named = { id: null, language: null, sectionKey: null };
  return { type: 'heading' as const, level, numbering, inlines: [text(words)], ...named };
}

function item(words: string) {
  const plain = { id: null, language: null, checked: true, nested: [] };
  return { type: 'list-item' as const, inlines: [text(words)], ...plain };
}

function passage(
  number: number,
  [from, to]: [[number, number], [number, number]],
  label = `Comment ${number}`,
): CommentPassage {
  const point = ([leaf, offset]: [number, number]) => ({ leaf, offset });
  return { number, state: 'open', start: point(from), end: point(to), label };
}

/** The words inside the marks of a comment. */
function textOf(html: string, number: number): string {
  const open: number[] = [];
  let words = '';
  for (const [, tag, plain] of html.matchAll(/(<[^>]*>)|([^<]+)/g)) {
    const marked = tag?.match(/^<mark data-comment="(\d+)"/)?.[1];
    if (marked !== undefined) open.push(Number(marked));
    if (tag === '</mark>') open.pop();
    if (plain !== undefined && open.includes(number)) words += plain;
  }
  return words;
}

/** Tags that are opened and not closed in order. */
function unclosed(html: string): string[] {
  const open: string[] = [];
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    if (name === undefined || ['img', 'br', 'hr', 'col'].includes(name)) continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return [`</${name}>`];
  }
  return open;
}

function langs(html: string): (string | null)[] {
  return [...html.matchAll(/<p class="doc-paragraph"(?: lang="([^"]+)")?/g)].map(
    ([, lang]) => lang ?? null,
  );
}

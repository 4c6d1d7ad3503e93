import { describe, expect, test } from 'vitest';
import { paragraph, passage, text, unclosed, written } from '#test/support/reading-form.ts';

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

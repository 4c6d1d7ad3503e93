import { describe, expect, it } from 'vitest';
import { headingLabels } from '#app/domain/documents/heading-labels.ts';
import type { Heading } from '#app/domain/documents/document-tree.ts';
import { writeDocx } from '#server/docx/write-docx.ts';
import { descendants } from '#test/support/strict-xml.ts';
import { numberLabels, openDocx, paragraphWith, valueAt, visibleText } from './open-docx.ts';
import { docxInput, heading, item, list, paragraph } from './sample-document.ts';

describe('heading numbers', () => {
  it('are Word lists linked to the heading styles', () => {
    const docx = openDocx(writeDocx(docxInput([heading(1, '背景'), heading(2, '目标')])));
    const [chinese, decimal] = descendants(docx.part('word/numbering.xml'), 'w:abstractNum');
    const levels = (definition: typeof chinese) =>
      (definition ? descendants(definition, 'w:lvl') : []).map((level) => [
        valueAt(level, 'w:numFmt'),
        valueAt(level, 'w:lvlText'),
        valueAt(level, 'w:pStyle'),
      ]);
    expect(levels(chinese)).toEqual([
      ['chineseCounting', '%1、', 'Heading1'],
      ['chineseCounting', '（%2）', 'Heading2'],
      ['decimal', '%3.', 'Heading3'],
      ['decimal', '（%4）', 'Heading4'],
    ]);
    expect(levels(decimal).map(([, text]) => text)).toEqual([
      '%1',
      '%1.%2',
      '%1.%2.%3',
      '%1.%2.%3.%4',
    ]);
    for (const [text, style] of [
      ['背景', 'Heading1'],
      ['目标', 'Heading2'],
    ] as const) {
      const properties = paragraphWith(docx, text);
      expect(valueAt(properties, 'w:pPr', 'w:pStyle')).toBe(style);
      expect(descendants(properties, 'w:numPr')).toEqual([]);
    }
  });

  it('belong to the decimal list when the document counts 1, 1.1', () => {
    const docx = openDocx(
      writeDocx(docxInput([heading(1, 'A', 'decimal'), heading(2, 'B', 'decimal')])),
    );
    expect(numberLabels(docx)).toEqual([
      { label: '1', text: 'A' },
      { label: '1.1', text: 'B' },
    ]);
    expect(descendants(docx.body, 'w:numPr')).toEqual([]);
  });

  it('are absent where a heading has none, although its style has one', () => {
    const docx = openDocx(writeDocx(docxInput([heading(1, '附件', 'none'), heading(1, '正文')])));
    expect(valueAt(paragraphWith(docx, '附件'), 'w:pPr', 'w:numPr', 'w:numId')).toBe('0');
    expect(numberLabels(docx)).toEqual([{ label: '一、', text: '正文' }]);
  });

  it.each([
    ['a plain outline', '1z 2z 3z 4z 4z 3z 2z 1z 2z 3z'],
    ['styles in turn', '1z 2d 2d 1z 2d 3d 1d 2z 1z'],
    ['a document that opens with sub-headings', '2d 3d 1d 2d 2z 1z 3d 4z'],
    ['headings without number between', '1z 2n 2z 1n 2z 1z 4d 1d 4d'],
    ['a skipped level', '1d 3d 3d 2d 4d 1d 4d 2d'],
  ])('are those that the editor shows: %s', (_, outline) => {
    const headings = outline.split(' ').map((code, index) => {
      const numbering = { z: 'chinese', d: 'decimal', n: 'none' }[code.charAt(1)];
      return heading(
        Number(code.charAt(0)) as Heading['level'],
        `h${index}`,
        numbering as Heading['numbering'],
      );
    });
    const expected = headingLabels(headings)
      .map((label, index) => ({ label, text: `h${index}` }))
      .filter(({ label }) => label !== '');
    expect(numberLabels(openDocx(writeDocx(docxInput(headings))))).toEqual(expected);
  });
});

describe('lists', () => {
  it('begin again for each ordered list, at its own start, and nest', () => {
    const docx = openDocx(
      writeDocx(
        docxInput([
          list('number', [
            item('a', {
              nested: [list('number', [item('a1'), item('a2')]), list('number', [item('again')])],
            }),
            item('b', { nested: [list('number', [item('b1')])] }),
          ]),
          paragraph('between'),
          list('number', [item('c'), item('d')], 5),
          list('number', [item('e')]),
        ]),
      ),
    );
    const labels = numberLabels(docx).map(({ label, text }) => `${label} ${text}`);
    expect(labels).toEqual([
      '1. a',
      '1) a1',
      '2) a2',
      '1) again',
      '2. b',
      '1) b1',
      '5. c',
      '6. d',
      '1. e',
    ]);
  });

  it('go no deeper than the nine levels that Word knows', () => {
    let innermost = item('level 12');
    for (let level = 11; level >= 1; level -= 1) {
      innermost = item(`level ${level}`, { nested: [list('number', [innermost])] });
    }
    const docx = openDocx(writeDocx(docxInput([list('number', [innermost])])));
    const levels = descendants(docx.body, 'w:ilvl').map(({ attributes }) => attributes['w:val']);
    expect(levels).toHaveLength(12);
    expect(new Set(levels)).toEqual(new Set(['0', '1', '2', '3', '4', '5', '6', '7', '8']));
  });

  it('show ticked and open boxes as text', () => {
    const docx = openDocx(
      writeDocx(
        docxInput([
          list('check', [item('done', { checked: true }), item('open', { checked: null })]),
        ]),
      ),
    );
    expect(visibleText(paragraphWith(docx, 'done'))).toBe('☑\tdone');
    expect(visibleText(paragraphWith(docx, 'open'))).toBe('☐\topen');
  });
});

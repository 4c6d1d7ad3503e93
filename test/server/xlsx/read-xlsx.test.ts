import { describe, expect, it } from 'vitest';
import writeWithAnother from 'write-excel-file/node';
import { readXlsx } from '#server/xlsx/read-xlsx.ts';
import { MAIN, makeWorkbook, sheetOf } from './make-workbook.ts';

async function cellsOf(bytes: Uint8Array) {
  const outcome = await readXlsx(bytes);
  if (!outcome.ok) return outcome.refusal.code;
  return outcome.value[0]?.rows.map(({ cells }) => cells.map(({ kind, value }) => [kind, value]));
}

describe('reading a workbook', () => {
  it('understands what another program writes', async () => {
    const { toBuffer } = writeWithAnother(
      [
        [{ value: '编号' }, { value: 'x', fontWeight: 'bold' }],
        [
          { value: 12.5, type: Number },
          { value: new Date('2026-01-02T00:00:00Z'), type: Date, format: 'yyyy"年"m"月"d"日"' },
          { value: false, type: Boolean },
        ],
      ],
      { sheet: '表 1' },
    );
    expect(await cellsOf(new Uint8Array(await toBuffer()))).toEqual([
      [
        ['text', '编号'],
        ['text', 'x'],
      ],
      [
        ['number', '12.5'],
        ['date', '2026-01-02'],
        ['boolean', 'false'],
      ],
    ]);
  });

  it('tells which cells hold a formula and which rows belong to a merged area', async () => {
    const outcome = await readXlsx(
      makeWorkbook({
        sheet: sheetOf(
          '<row r="2"><c r="B2"><f>1+1</f><v>2</v></c><c r="C2" t="str"><f t="shared" si="0"/><v>x</v></c></row><row r="9"><c r="A9"><v>1</v></c><c r="D9"><f>A1</f></c></row>',
          '<mergeCells count="2"><mergeCell ref="A2:A9"/><mergeCell ref="C9:D9"/></mergeCells>',
        ),
      }),
    );
    expect(outcome.ok && outcome.value[0]?.rows).toEqual([
      {
        number: 2,
        cells: [
          { column: 1, kind: 'number', value: '2', formula: true },
          { column: 2, kind: 'text', value: 'x', formula: true },
        ],
        merged: ['A2:A9'],
      },
      {
        number: 9,
        cells: [
          { column: 0, kind: 'number', value: '1' },
          { column: 3, kind: 'error', value: '', formula: true },
        ],
        merged: ['A2:A9', 'C9:D9'],
      },
    ]);
  });

  it('reads rich text without the readings beside it, prefixed names and inline text', async () => {
    const bytes = makeWorkbook({
      strings: `<x:sst xmlns:x="${MAIN}"><x:si><x:r><x:t>碳</x:t></x:r><x:r><x:t>市场</x:t></x:r><x:rPh sb="0" eb="1"><x:t>tàn</x:t></x:rPh></x:si></x:sst>`,
      sheet: `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="inlineStr"><x:is><x:t>a&amp;b</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
    });
    expect(await cellsOf(bytes)).toEqual([
      [
        ['text', '碳市场'],
        ['text', 'a&b'],
      ],
    ]);
  });
});

describe('numbers and days of a workbook', () => {
  it('are days as the workbook counts them, from 1900 or from 1904', async () => {
    const styles = `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="170" formatCode="[$-804]yyyy\\-mm\\-dd;@"/><numFmt numFmtId="171" formatCode="[Red]#,##0.00&quot;day&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>`;
    const sheet = sheetOf(
      '<row r="1"><c r="A1" s="1"><v>46000</v></c><c r="B1" s="2"><v>46000.5</v></c><c r="C1" s="3"><v>46000</v></c><c r="D1" t="d"><v>2026-01-02T00:00:00</v></c></row>',
    );
    expect(await cellsOf(makeWorkbook({ sheet, styles }))).toEqual([
      [
        ['date', '2025-12-09'],
        ['date', '2025-12-09T12:00:00'],
        ['number', '46000'],
        ['date', '2026-01-02'],
      ],
    ]);
    const workbook = `<workbook xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets><sheet name="a" r:id="s1"/></sheets></workbook>`;
    const later = await cellsOf(makeWorkbook({ sheet, styles, workbook }));
    expect(Array.isArray(later) && later[0]?.[0]).toEqual(['date', '2029-12-10']);
  });

  it('are plain decimals without the noise of binary fractions', async () => {
    const raw = [
      '0.1',
      '12.300000000000001',
      '1.5E+3',
      '1E-3',
      '123456789012',
      '-0',
      '0.30000000000000004',
    ];
    const cells = raw.map((digits) => `<c><v>${digits}</v></c>`).join('');
    const read = await cellsOf(makeWorkbook({ sheet: sheetOf(`<row>${cells}</row>`) }));
    expect(Array.isArray(read) && read[0]?.map(([, value]) => value)).toEqual([
      '0.1',
      '12.3',
      '1500',
      '0.001',
      '123456789012',
      '0',
      '0.3',
    ]);
  });
});

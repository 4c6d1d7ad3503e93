import { strFromU8, unzipSync } from 'fflate';
import readWithAnother from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { WrittenCell } from '#server/xlsx/cell.ts';
import { readXlsx } from '#server/xlsx/read-xlsx.ts';
import { writeXlsx } from '#server/xlsx/write-xlsx.ts';
import { parseStrictXml } from '#test/support/strict-xml.ts';

const text = (value: string): WrittenCell => ({ type: 'text', value });
const sheet = (...rows: WrittenCell[][]) => ({
  name: '登记册 Register',
  columns: (rows[0] ?? []).map((_, index) => ({ header: `列 ${index}`, width: 12 })),
  rows,
});
const EVERYTHING: WrittenCell[] = [
  text('碳排放权交易体系 “ETS” <&>'),
  { type: 'integer', value: 26 },
  { type: 'decimal', value: '-0.125' },
  { type: 'money', minor: 29, currency: 'CNY' },
  { type: 'money', minor: -123456789012, currency: 'USD' },
  { type: 'money', minor: 5000, currency: 'JPY' },
  { type: 'date', value: '2026-02-28' },
  { type: 'instant', value: new Date('2026-11-20T16:30:00Z') },
  { type: 'boolean', value: true },
  null,
  text('after an empty cell'),
];

describe('a written workbook', () => {
  it('gives the same bytes for the same sheets', () => {
    expect(writeXlsx([sheet(EVERYTHING)])).toEqual(writeXlsx([sheet(EVERYTHING)]));
  });

  it('is read back as it was written', async () => {
    const outcome = await readXlsx(writeXlsx([sheet(EVERYTHING)]));
    expect(outcome.ok && outcome.value[0]?.name).toBe('登记册 Register');
    expect(outcome.ok && outcome.value[0]?.rows[1]).toEqual({
      number: 2,
      cells: [
        { column: 0, kind: 'text', value: '碳排放权交易体系 “ETS” <&>' },
        { column: 1, kind: 'number', value: '26' },
        { column: 2, kind: 'number', value: '-0.125' },
        { column: 3, kind: 'number', value: '0.29' },
        { column: 4, kind: 'number', value: '-1234567890.12' },
        { column: 5, kind: 'number', value: '5000' },
        { column: 6, kind: 'date', value: '2026-02-28' },
        { column: 7, kind: 'date', value: '2026-11-21T00:30:00' },
        { column: 8, kind: 'boolean', value: 'true' },
        { column: 10, kind: 'text', value: 'after an empty cell' },
      ],
    });
  });

  it('is understood by a reader of others', async () => {
    const [read] = await readWithAnother(Buffer.from(writeXlsx([sheet(EVERYTHING)])));
    expect(read?.sheet).toBe('登记册 Register');
    expect(read?.data[1]?.slice(0, 7)).toEqual([
      '碳排放权交易体系 “ETS” <&>',
      26,
      -0.125,
      0.29,
      -1234567890.12,
      5000,
      new Date('2026-02-28T00:00:00Z'),
    ]);
    expect(read?.data[1]?.[8]).toBe(true);
  });

  it.each(['=1+1', '+86 10', '-', '@SUM(A1)', '\tx', '\rx', "=cmd|' /C calc'!A0"])(
    'holds %j as text and never as a formula',
    async (value) => {
      const bytes = writeXlsx([sheet([text(value)])]);
      const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
      expect(xml).toContain('<c r="A2" s="2" t="s">');
      expect(xml).not.toContain('<f');
      const outcome = await readXlsx(bytes);
      expect(outcome.ok && outcome.value[0]?.rows[1]?.cells).toEqual([
        { column: 0, kind: 'text', value },
      ]);
    },
  );

  it('keeps characters that XML cannot hold, and words that look like their spelling', async () => {
    const words = ['a\u0000b\u001F', '_x0041_', '\uFFFE', ' edges ', 'line\nline', '_x005F_x0041_'];
    const outcome = await readXlsx(writeXlsx([sheet(words.map(text))]));
    expect(outcome.ok && outcome.value[0]?.rows[1]?.cells.map(({ value }) => value)).toEqual(words);
  });

  it('freezes a bold header and gives each column its width', () => {
    const parts = unzipSync(writeXlsx([sheet(EVERYTHING)]));
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).toContain(
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    );
    expect(xml).toContain('<col min="11" max="11" width="12" customWidth="1"/>');
    expect(xml).toContain('<c r="K1" s="1" t="s">');
  });

  it('consists of well-formed parts', () => {
    for (const part of Object.values(
      unzipSync(writeXlsx([sheet(EVERYTHING), { ...sheet(), name: 'b' }])),
    )) {
      expect(parseStrictXml(strFromU8(part)).name).not.toBe('');
    }
  });

  it('refuses names and texts that no spreadsheet program accepts', () => {
    expect(() => writeXlsx([{ ...sheet(), name: 'a/b' }])).toThrow(RangeError);
    expect(() => writeXlsx([{ ...sheet(), name: 'x'.repeat(32) }])).toThrow(RangeError);
    expect(() => writeXlsx([sheet([text('x'.repeat(32_768))])])).toThrow(RangeError);
    expect(() => writeXlsx([sheet([{ type: 'decimal', value: '1e5' }])])).toThrow(RangeError);
  });
});

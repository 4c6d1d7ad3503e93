import { monitorEventLoopDelay } from 'node:perf_hooks';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '#server/xlsx/read-xlsx.ts';
import { MAIN, makeWorkbook, sheetOf } from './make-workbook.ts';

async function codeOf(bytes: Uint8Array, limits = {}) {
  const outcome = await readXlsx(bytes, limits);
  return outcome.ok ? 'read' : outcome.refusal.code;
}

const good = makeWorkbook({ sheet: sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>') });

describe('a workbook that would hurt is refused with a reason', () => {
  it('knows a good one', async () => {
    expect(await codeOf(good)).toBe('read');
  });

  it('when it is something else with the name of a workbook', async () => {
    expect(await codeOf(new Uint8Array())).toBe('xlsx.empty');
    expect(await codeOf(strToU8('PMI-1;title;method\n'))).toBe('xlsx.not-a-workbook');
    expect(await codeOf(strToU8('%PDF-1.7 '))).toBe('xlsx.not-a-workbook');
    expect(await codeOf(zipSync({ 'word/document.xml': strToU8('<a/>') }))).toBe(
      'xlsx.not-a-workbook',
    );
    const document = `<document xmlns="${MAIN}"/>`;
    expect(await codeOf(makeWorkbook({ sheet: sheetOf(''), workbook: document }))).toBe(
      'xlsx.not-a-workbook',
    );
  });

  it('when it is of the old kind or locked with a password', async () => {
    const compound = new Uint8Array(4096);
    compound.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await codeOf(compound)).toBe('xlsx.old-format');
    compound.set(Buffer.from('EncryptedPackage', 'utf16le'), 1024);
    expect(await codeOf(compound)).toBe('xlsx.encrypted');
  });

  it('when it is cut short, at every tenth of its length', async () => {
    for (let tenth = 1; tenth < 10; tenth += 1) {
      const part = good.slice(0, Math.floor((good.length * tenth) / 10));
      expect(await codeOf(part)).toBe('xlsx.damaged');
    }
  });

  it('when a part is not XML, or is not text at all', async () => {
    expect(await codeOf(makeWorkbook({ sheet: sheetOf('<row>').slice(0, -12) }))).toBe(
      'xlsx.damaged',
    );
    expect(await codeOf(makeWorkbook({ sheet: sheetOf('<row><c><v>&hallo;</v></c></row>') }))).toBe(
      'xlsx.damaged',
    );
    const notText = { 'xl/worksheets/sheet1.xml': new Uint8Array([0x3c, 0xff, 0xfe, 0xfd]) };
    expect(await codeOf(makeWorkbook({ sheet: '', more: notText }))).toBe('xlsx.damaged');
  });
});

describe('a workbook that was made to hurt is refused with a reason', () => {
  it('when it declares entities, whether inside or elsewhere', async () => {
    const laughs = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';
    const elsewhere = '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">';
    for (const declared of [laughs, elsewhere]) {
      expect(await codeOf(makeWorkbook({ sheet: declared + sheetOf('') }))).toBe('xlsx.unsafe');
      expect(await codeOf(makeWorkbook({ sheet: sheetOf(''), strings: `${declared}<sst/>` }))).toBe(
        'xlsx.unsafe',
      );
    }
  });

  it('when it unpacks to more than a table needs', async () => {
    const blank = new Uint8Array(80 * 1024 * 1024).fill(0x20);
    expect(
      await codeOf(makeWorkbook({ sheet: '', more: { 'xl/worksheets/sheet1.xml': blank } })),
    ).toBe('xlsx.bomb');
    expect(
      await codeOf(
        makeWorkbook({ sheet: '', more: { 'xl/sharedStrings.xml': blank.subarray(0, 9_000_000) } }),
      ),
    ).toBe('xlsx.bomb');
    const many = Array.from({ length: 2_100 }, (_, index) => [
      `xl/a${index}.xml`,
      new Uint8Array(),
    ]);
    expect(await codeOf(makeWorkbook({ sheet: sheetOf(''), more: Object.fromEntries(many) }))).toBe(
      'xlsx.bomb',
    );
  });

  it('when it has 100,000 rows, or 201 columns', async () => {
    const row = (_: unknown, index: number) =>
      `<row r="${index + 1}"><c r="A${index + 1}" t="inlineStr"><is><t>PMI-${index}</t></is></c></row>`;
    const rows = Array.from({ length: 100_000 }, row).join('');
    expect(await codeOf(makeWorkbook({ sheet: sheetOf(rows) }))).toBe('xlsx.too-many-rows');
    const wide = sheetOf('<row r="1"><c r="GS1"><v>1</v></c></row>');
    expect(await codeOf(makeWorkbook({ sheet: wide }))).toBe('xlsx.too-many-columns');
  });

  it('when one long text stands in very many cells', async () => {
    const strings = `<sst xmlns="${MAIN}"><si><t>${'x'.repeat(30_000)}</t></si></sst>`;
    const rows = '<row>'.concat('<c t="s"><v>0</v></c>'.repeat(100), '</row>').repeat(100);
    expect(await codeOf(makeWorkbook({ sheet: sheetOf(rows), strings }))).toBe('xlsx.too-large');
  });

  it('when it is larger than a file may be', async () => {
    expect(await codeOf(new Uint8Array(10 * 1024 * 1024 + 1))).toBe('xlsx.too-large');
  });

  it('when reading it takes more time or memory than it may', async () => {
    const many = Array.from(
      { length: 30_000 },
      (_, index) => `<si><t>${index} ${'x'.repeat(900)}</t></si>`,
    );
    const heavy = makeWorkbook({ sheet: sheetOf(''), strings: `<sst>${many.join('')}</sst>` });
    expect(await codeOf(heavy, { heapMegabytes: 16 })).toBe('xlsx.too-heavy');
    expect(await codeOf(heavy, { timeMs: 1 })).toBe('xlsx.too-heavy');
  });

  it('while the others go on: no wait of the event loop for the largest that is allowed', async () => {
    const cells = Array.from({ length: 20 }, (_, index) => `<c><v>${index}.5</v></c>`).join('');
    const bytes = makeWorkbook({ sheet: sheetOf(`<row>${cells}</row>`.repeat(20_000)) });
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const outcome = await readXlsx(bytes);
    delay.disable();
    expect(outcome.ok && outcome.value[0]?.rows.length).toBe(20_000);
    // The promise is 50 ms on a machine that is ours; one that is shared gets room.
    expect(delay.percentile(99) / 1e6).toBeLessThan(250);
  });
});

/**
 * Writes tables as an .xlsx workbook. The same sheets give the same bytes. Words of people are only
 * ever text: a cell that begins like a formula is marked as text for whoever edits it later.
 */
import { strToU8, zipSync } from 'fflate';
import type { WrittenSheet } from './cell.ts';
import { asElementText } from './escape.ts';
import { createSharedStrings } from './shared-strings.ts';
import { writeSheet } from './sheet.ts';
import { STYLES } from './styles.ts';

/** @throws RangeError for a sheet name or a text that no spreadsheet program accepts. */
export function writeXlsx(sheets: readonly WrittenSheet[]): Uint8Array {
  sheets.forEach(demandName);
  const strings = createSharedStrings();
  const written = sheets.map((sheet) => writeSheet(sheet, strings));
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships([`${OFFICE}/officeDocument`, 'xl/workbook.xml']),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relationships(
      ...sheets.map((_, index): Relation => [
        `${OFFICE}/worksheet`,
        `worksheets/sheet${index + 1}.xml`,
      ]),
      [`${OFFICE}/styles`, 'styles.xml'],
      [`${OFFICE}/sharedStrings`, 'sharedStrings.xml'],
    ),
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': strings.toXml(),
  };
  written.forEach((sheet, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheet;
  });
  const files = Object.entries(parts).map(([name, root]) => [name, strToU8(DECLARATION + root)]);
  return zipSync(Object.fromEntries(files), { mtime: EARLIEST_ZIP_DATE, level: 6 });
}

type Relation = [type: string, target: string];

function demandName({ name }: WrittenSheet): void {
  if (/^[^[\]:*?/\\]{1,31}$/.test(name) && !/^'|'$/.test(name)) return;
  throw new RangeError(`No sheet can be named "${name}".`);
}

function workbook(sheets: readonly WrittenSheet[]): string {
  const listed = sheets.map(
    ({ name }, index) =>
      `<sheet name="${asElementText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets></workbook>`;
}

function relationships(...relations: Relation[]): string {
  const listed = relations.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${listed.join('')}</Relationships>`;
}

function contentTypes(sheetCount: number): string {
  const parts = [
    ['xl/workbook.xml', 'sheet.main'],
    ['xl/styles.xml', 'styles'],
    ['xl/sharedStrings.xml', 'sharedStrings'],
    ...Array.from({ length: sheetCount }, (_, index) => [
      `xl/worksheets/sheet${index + 1}.xml`,
      'worksheet',
    ]),
  ];
  const listed = parts.map(
    ([name, kind]) =>
      `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`,
  );
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${listed.join('')}</Types>`;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** Zip stores wall-clock time without zone; made from local parts it is the same everywhere. */
const EARLIEST_ZIP_DATE = new Date(1980, 0, 1);

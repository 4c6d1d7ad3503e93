import { strToU8, zipSync, type Zippable } from 'fflate';

/** A workbook part by part, so that a test can write what no spreadsheet program would. */
export function makeWorkbook(parts: {
  sheet: string;
  strings?: string;
  styles?: string;
  workbook?: string;
  more?: Zippable;
}): Uint8Array {
  const relations = (listed: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${listed}</Relationships>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const text = {
    '_rels/.rels': relations(relation('r', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml':
      parts.workbook ??
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Register" sheetId="1" r:id="s1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('s1', 'worksheet', 'worksheets/sheet1.xml') +
        relation('s2', 'sharedStrings', '/xl/sharedStrings.xml') +
        relation('s3', 'styles', 'styles.xml'),
    ),
    'xl/worksheets/sheet1.xml': parts.sheet,
    'xl/sharedStrings.xml': parts.strings ?? `<sst xmlns="${MAIN}"/>`,
    'xl/styles.xml': parts.styles ?? `<styleSheet xmlns="${MAIN}"/>`,
  };
  const files = Object.entries(text).map(([name, xml]) => [name, strToU8(xml)]);
  return zipSync({ ...(Object.fromEntries(files) as Zippable), ...parts.more });
}

export function sheetOf(rows: string, after = ''): string {
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

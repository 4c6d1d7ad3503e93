import type { Block, Table } from '#app/domain/documents/document-tree.ts';
import { twipsFromPixels } from '../ooxml/units.ts';
import { element, NOTHING, together, valued, type Xml } from '../ooxml/xml.ts';
import { CELL_MARGIN, HEADER_SHADE } from '../parts/table-styles.ts';
import { bookmarked } from './bookmark.ts';
import { layOutTable, type GridCell } from './table-grid.ts';
import type { BlockPlace, Writing } from './writing.ts';

type TableSurroundings = {
  place: BlockPlace;
  writing: Writing;
  /** Writes what stands in a cell; the result ends with a paragraph. */
  writeCell: (blocks: readonly Block[], place: BlockPlace) => Xml;
};

/** Nothing for a table without rows, which Word does not allow. */
export function writeTable(table: Table, surroundings: TableSurroundings): Xml {
  if (table.rows.length === 0) return NOTHING;
  const grid = layOutTable(table);
  const widths = columnWidths(table, grid.columnCount, surroundings.place.width);
  const headerRows = leadingHeaderRows(table);
  const rows = grid.rows.map((cells, index) =>
    element(
      'w:tr',
      {},
      together(
        index < headerRows ? HEADER_ROW : NOTHING,
        ...cells.map((cell) => writeGridCell(cell, widths, surroundings)),
      ),
    ),
  );
  const columns = widths.map((width) => element('w:gridCol', { 'w:w': width }));
  const written = element(
    'w:tbl',
    {},
    together(tableProperties(sum(widths)), element('w:tblGrid', {}, together(...columns)), ...rows),
  );
  return bookmarked(table.id, written, surroundings.writing);
}

function tableProperties(width: number): Xml {
  return element(
    'w:tblPr',
    {},
    together(
      valued('w:tblStyle', 'TableGrid'),
      element('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      element('w:tblLook', { 'w:val': '04A0', 'w:firstRow': 1, 'w:noVBand': 1 }),
    ),
  );
}

function writeGridCell(
  { cell, column, columns, merge }: GridCell,
  widths: readonly number[],
  { writeCell }: TableSurroundings,
): Xml {
  const width = sum(widths.slice(column, column + columns));
  const isHeader = cell?.header === true;
  const properties = together(
    element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
    columns > 1 ? valued('w:gridSpan', columns) : NOTHING,
    merge === 'none' ? NOTHING : valued('w:vMerge', merge === 'begin' ? 'restart' : 'continue'),
    isHeader
      ? element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': HEADER_SHADE })
      : NOTHING,
    isHeader ? valued('w:vAlign', 'center') : NOTHING,
  );
  const content = writeCell(cell?.blocks ?? [], {
    kind: isHeader ? 'header-cell' : 'cell',
    width: Math.max(width - 2 * CELL_MARGIN, NARROWEST_COLUMN),
  });
  return element('w:tc', {}, together(element('w:tcPr', {}, properties), content));
}

/** Rows at the top that hold header cells only; if that were all rows, none would repeat. */
function leadingHeaderRows(table: Table): number {
  const firstOther = table.rows.findIndex(
    ({ cells }) => cells.length === 0 || cells.some(({ header }) => !header),
  );
  return firstOther === -1 ? 0 : firstOther;
}

/** Twips. As drawn in the editor where that fits, else in the same proportions. */
function columnWidths(table: Table, count: number, available: number): number[] {
  const drawn = table.columnWidths;
  const isUsable = drawn?.length === count && drawn.every((width) => width > 0);
  if (!isUsable) return Array.from({ length: count }, () => Math.floor(available / count));
  const twips = drawn.map((width) => Math.max(twipsFromPixels(width), NARROWEST_COLUMN));
  const scale = Math.min(1, available / sum(twips));
  return twips.map((width) => Math.floor(width * scale));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

const NARROWEST_COLUMN = 240;
const HEADER_ROW = element('w:trPr', {}, together(element('w:cantSplit'), element('w:tblHeader')));

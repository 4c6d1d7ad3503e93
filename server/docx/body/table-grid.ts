/** Puts the cells of a table on a grid, as Word wants them: every row holds every column. */
import type { Table, TableCell } from '#app/domain/documents/document-tree.ts';

export type GridCell = {
  /** Null under a merged cell, or where the source row is too short. */
  cell: TableCell | null;
  column: number;
  columns: number;
  merge: 'none' | 'begin' | 'continue';
};
export type TableGrid = { columnCount: number; rows: GridCell[][] };

/** Word opens no table with more columns; what lies beyond joins the last cell of its row. */
export const COLUMNS_MAX = 63;

export function layOutTable(table: Table): TableGrid {
  let above: Carried[] = [];
  const rows = table.rows.map(({ cells }, index) => {
    const rowsLeft = table.rows.length - index;
    const row = layOutRow(cells, above, rowsLeft);
    above = carriedBelow(row, above);
    return row;
  });
  const columnCount = Math.max(1, ...rows.flat().map(({ column, columns }) => column + columns));
  return { columnCount, rows: rows.map((row) => padded(row.map(gridCell), columnCount)) };
}

/** A merged cell that reaches into the next row, and how many rows more. */
type Carried = { column: number; columns: number; rowsLeft: number };
type PlacedCell = GridCell & { rowSpan: number };

function layOutRow(
  cells: readonly TableCell[],
  above: readonly Carried[],
  rowsLeft: number,
): PlacedCell[] {
  const row: PlacedCell[] = above.map(({ column, columns }) => ({
    cell: null,
    column,
    columns,
    merge: 'continue',
    rowSpan: 1,
  }));
  let column = 0;
  for (const cell of cells) {
    column = firstFree(column, above);
    const last = row.filter(({ cell: own }) => own !== null).at(-1);
    if (column >= COLUMNS_MAX && last?.cell) {
      last.cell = { ...last.cell, blocks: [...last.cell.blocks, ...cell.blocks] };
      continue;
    }
    const columns = freeColumns(column, span(cell.colSpan), above);
    const rowSpan = Math.min(span(cell.rowSpan), rowsLeft);
    row.push({ cell, column, columns, merge: rowSpan > 1 ? 'begin' : 'none', rowSpan });
    column += columns;
  }
  return row.sort((left, right) => left.column - right.column);
}

function carriedBelow(row: readonly PlacedCell[], above: readonly Carried[]): Carried[] {
  const begun = row
    .filter(({ rowSpan }) => rowSpan > 1)
    .map(({ column, columns, rowSpan }) => ({ column, columns, rowsLeft: rowSpan - 1 }));
  const still = above
    .filter(({ rowsLeft }) => rowsLeft > 1)
    .map((carried) => ({ ...carried, rowsLeft: carried.rowsLeft - 1 }));
  return [...still, ...begun].sort((left, right) => left.column - right.column);
}

function firstFree(from: number, taken: readonly Carried[]): number {
  const blocking = taken.find(({ column, columns }) => from >= column && from < column + columns);
  return blocking === undefined ? from : firstFree(blocking.column + blocking.columns, taken);
}

/** As many of the wanted columns as are free from `column` on. */
function freeColumns(column: number, wanted: number, taken: readonly Carried[]): number {
  const next = taken.find((carried) => carried.column > column)?.column ?? COLUMNS_MAX;
  return Math.max(1, Math.min(wanted, next - column, COLUMNS_MAX - column));
}

function span(value: number): number {
  return Number.isInteger(value) && value > 1 ? value : 1;
}

function gridCell({ cell, column, columns, merge }: PlacedCell): GridCell {
  return { cell, column, columns, merge };
}

/** Fills the gaps of a row that is shorter than the widest with empty cells. */
function padded(row: readonly GridCell[], columnCount: number): GridCell[] {
  const full: GridCell[] = [];
  let column = 0;
  for (const cell of row) {
    if (cell.column > column) full.push(emptyCell(column, cell.column));
    full.push(cell);
    column = cell.column + cell.columns;
  }
  if (column < columnCount) full.push(emptyCell(column, columnCount));
  return full;
}

function emptyCell(from: number, to: number): GridCell {
  return { cell: null, column: from, columns: to - from, merge: 'none' };
}

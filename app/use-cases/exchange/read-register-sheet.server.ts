import type { ReadRow, ReadSheet } from '#server/xlsx/cell.ts';
import { columnName } from '#server/xlsx/column-name.ts';
import type { GivenRow } from '../../domain/register/import-row.ts';
import { asLookedUp, type RegisterColumn } from '../../domain/register/register-column.ts';
import type { RefusalCode } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { knownHeaders, type ExchangeWords } from './exchange-words.server.ts';
import { inPieces } from './in-pieces.server.ts';

/** `detail` is the header that it is about. */
export type SheetRefusal = { code: RefusalCode; detail?: string };

/** The rows below the headers of the first sheet that holds anything. */
export async function readRegisterSheet(
  sheets: readonly ReadSheet[],
  words: ExchangeWords,
): Promise<Result<GivenRow[], SheetRefusal>> {
  const [header, ...rows] = sheets.find((sheet) => sheet.rows.length > 0)?.rows ?? [];
  if (header === undefined) return refused({ code: 'import.no-header' });
  const columns = readHeader(header, words);
  if (!columns.ok) return columns;
  const filled = rows.filter(({ cells }) => cells.some(isFilled));
  if (filled.length === 0) return refused({ code: 'import.no-rows' });
  if (filled.length > ROWS_MAX) return refused({ code: 'import.too-many-rows' });
  return granted(await inPieces(filled, (row) => givenRow(row, columns.value)));
}

function readHeader(
  header: ReadRow,
  words: ExchangeWords,
): Result<Map<number, RegisterColumn>, SheetRefusal> {
  const isPlain = header.merged === undefined && header.cells.every(({ formula }) => !formula);
  if (!isPlain) return refused({ code: 'import.header-merged' });
  const known = knownHeaders(words);
  const columns = new Map<number, RegisterColumn>();
  const written = header.cells.filter(isFilled);
  // A file without one known header is some other table; naming its first cell would not help.
  if (!written.some(({ value }) => known.get(asLookedUp(value)) === 'code')) {
    return refused({ code: 'import.no-header' });
  }
  for (const { column, value } of written) {
    const meant = known.get(asLookedUp(value));
    const detail = value.trim().slice(0, 80);
    if (meant === undefined) return refused({ code: 'import.header-unknown', detail });
    if ([...columns.values()].includes(meant)) {
      return refused({ code: 'import.header-twice', detail });
    }
    columns.set(column, meant);
  }
  return granted(columns);
}

function givenRow(row: ReadRow, columns: ReadonlyMap<number, RegisterColumn>): GivenRow {
  const cells: { -readonly [Column in RegisterColumn]?: GivenRow['cells'][Column] } = {};
  for (const [at, column] of columns) {
    const cell = row.cells.find((one) => one.column === at);
    cells[column] =
      cell === undefined
        ? { kind: 'text', value: '' }
        : {
            kind: cell.kind,
            value: cell.value.slice(0, CELL_KEPT_MAX),
            ...(cell.formula && { formula: true }),
          };
  }
  const outside = row.cells.find((cell) => !columns.has(cell.column) && isFilled(cell));
  return {
    number: row.number,
    cells,
    ...(row.merged?.[0] !== undefined && { merged: row.merged[0] }),
    ...(outside && { outside: columnName(outside.column) }),
  };
}

function isFilled({ value, formula }: { value: string; formula?: true }): boolean {
  return formula === true || value.trim() !== '';
}

export const ROWS_MAX = 5_000;
/** Longer than anything that is accepted; the rest would only be stored to be refused. */
const CELL_KEPT_MAX = 1_000;

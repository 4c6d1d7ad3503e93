import type { Block, Table, TableCell } from '#app/domain/documents/document-tree.ts';
import { attributes } from './escape-html.ts';

type Row = Table['rows'][number];

/** A table that says what heads what, and scrolls sideways where the screen is narrow. */
export function writeTable(
  table: Table,
  around: { label: string; blocks: (blocks: readonly Block[]) => string },
): string {
  const headRows = leadingHeadRows(table.rows);
  const rows = table.rows.map((row, index) => {
    const place = index < headRows ? 'head' : 'body';
    return `<tr>${row.cells.map((cell) => writeCell(cell, place, around.blocks)).join('')}</tr>`;
  });
  const head = rows.slice(0, headRows).join('');
  const body = rows.slice(headRows).join('');
  const box = attributes({
    class: 'doc-table-scroll',
    tabindex: 0,
    role: 'group',
    'aria-label': around.label,
  });
  return (
    `<div${box}><table class="doc-table">${writeColumns(table.columnWidths)}` +
    (head === '' ? '' : `<thead>${head}</thead>`) +
    (body === '' ? '' : `<tbody>${body}</tbody>`) +
    `</table></div>`
  );
}

/** Rows of heads alone, as long as none of their cells reaches down into the body. */
function leadingHeadRows(rows: readonly Row[]): number {
  const end = rows.findIndex((row) => row.cells.some((cell) => !cell.header));
  const count = end === -1 ? rows.length : end;
  const reachesOut = rows
    .slice(0, count)
    .some((row, index) => row.cells.some((cell) => index + cell.rowSpan > count));
  return reachesOut ? 0 : count;
}

function writeCell(
  cell: TableCell,
  place: 'head' | 'body',
  blocks: (blocks: readonly Block[]) => string,
): string {
  const tag = cell.header ? 'th' : 'td';
  const names = attributes({
    class: cell.header ? 'doc-table-cell doc-table-cell-header' : 'doc-table-cell',
    scope: cell.header ? scopeOf(cell, place) : null,
    colspan: cell.colSpan > 1 ? cell.colSpan : null,
    rowspan: cell.rowSpan > 1 ? cell.rowSpan : null,
  });
  return `<${tag}${names}>${blocks(cell.blocks)}</${tag}>`;
}

function scopeOf(cell: TableCell, place: 'head' | 'body'): string {
  if (place === 'head') return cell.colSpan > 1 ? 'colgroup' : 'col';
  return cell.rowSpan > 1 ? 'rowgroup' : 'row';
}

/** Widths as shares, so that a table never asks for more than the page has. */
function writeColumns(widths: readonly number[] | null): string {
  const sum = widths?.reduce((total, width) => total + width, 0) ?? 0;
  if (widths === null || sum <= 0) return '';
  const columns = widths.map((width) => `<col style="width:${share(width, sum)}%">`);
  return `<colgroup>${columns.join('')}</colgroup>`;
}

function share(width: number, sum: number): number {
  return Math.round((Math.max(0, width) / sum) * 1000) / 10;
}

import { REGISTER_COLUMNS, type RegisterColumn } from '#app/domain/register/register-column.ts';
import type { WrittenCell } from '#server/xlsx/cell.ts';
import { writeXlsx } from '#server/xlsx/write-xlsx.ts';

export type RowWords = { [Column in RegisterColumn]?: WrittenCell | string };

/**
 * A register as somebody might send it: words are text cells, a missing one is empty.
 * @param given.headers in place of the English names of the columns.
 */
export function registerWorkbook(
  rows: readonly RowWords[],
  given: { columns?: readonly RegisterColumn[]; headers?: readonly string[] } = {},
): Uint8Array {
  const columns = given.columns ?? REGISTER_COLUMNS;
  const headers = given.headers ?? columns.map((column) => HEADERS[column]);
  return writeXlsx([
    {
      name: 'Register',
      columns: headers.map((header) => ({ header, width: 12 })),
      rows: rows.map((row) =>
        columns.map((column): WrittenCell => {
          const cell = row[column] ?? null;
          return typeof cell === 'string' ? { type: 'text', value: cell } : cell;
        }),
      ),
    },
  ]);
}

/** A row that adds an individual assignment. */
export function newRow(code: string, more: RowWords = {}): RowWords {
  return {
    code,
    kind: 'INDIVIDUAL',
    component: { type: 'integer', value: 2 },
    titleZh: `数据质量支持 ${code}`,
    titleEn: `Support on data quality ${code}`,
    method: 'INDV',
    review: 'POST',
    plannedAmount: { type: 'money', minor: 12_345_678, currency: 'CNY' },
    plannedCurrency: 'CNY',
    ...more,
  };
}

export const HEADERS: Record<RegisterColumn, string> = {
  code: 'Code',
  kind: 'Kind',
  component: 'Component',
  titleZh: 'Title in Chinese',
  titleEn: 'Title in English',
  method: 'Selection method',
  review: 'Bank review',
  stage: 'Stage',
  holders: 'Held by',
  stepReference: 'STEP number',
  plannedAmount: 'Planned budget',
  plannedCurrency: 'Currency of the budget',
  signedOn: 'Signed on',
  amount: 'Contract amount',
  currency: 'Currency of the contract',
  startsOn: 'Starts on',
  endsOn: 'Ends on',
  nextDeliverable: 'Next deliverable',
  dueOn: 'Due on',
};

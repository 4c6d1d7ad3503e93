import type { CalendarDate } from '#app/domain/shared/calendar-date.ts';

/** What a cell holds when we write it. `null` leaves the cell out. */
export type WrittenCell =
  | { type: 'text'; value: string }
  | { type: 'integer'; value: number }
  /** Digits with an optional sign and point, such as `-12.50`; written as they stand. */
  | { type: 'decimal'; value: string }
  /** Whole minor units (fen, cents) of the currency. */
  | { type: 'money'; minor: number; currency: string }
  | { type: 'date'; value: CalendarDate }
  /** Shown as wall-clock time of the project. */
  | { type: 'instant'; value: Date }
  | { type: 'boolean'; value: boolean }
  | null;

export type WrittenSheet = {
  /** At most 31 characters, none of `[ ] : * ? / \`. */
  name: string;
  /** The header row stays in view; widths are in characters. */
  columns: readonly { header: string; width: number }[];
  rows: readonly (readonly WrittenCell[])[];
};

/** What a cell of somebody's workbook holds. Numbers and dates come as text, so nothing is rounded twice. */
export type ReadCell = {
  /** From 0. */
  column: number;
  kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
  /** A plain decimal, `YYYY-MM-DD` with `THH:MM:SS` when there is a time, `true` or `false`, or text. */
  value: string;
  /** The value was worked out by a formula. */
  formula?: true;
};

export type ReadRow = {
  /** As the spreadsheet program shows it, from 1. */
  number: number;
  cells: ReadCell[];
  /** Merged areas that touch the row, such as `A2:C2`; at most five. */
  merged?: string[];
};

export type ReadSheet = { name: string; rows: ReadRow[] };

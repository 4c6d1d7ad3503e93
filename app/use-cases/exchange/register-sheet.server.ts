import type { WrittenCell, WrittenSheet } from '#server/xlsx/cell.ts';
import { parseAmount } from '../../domain/register/amount.ts';
import {
  ASSIGNMENT_KINDS,
  PROCUREMENT_REVIEWS,
  SELECTION_METHODS,
} from '../../domain/register/assignment.ts';
import {
  REGISTER_COLUMNS,
  type ColumnValues,
  type RegisterColumn,
} from '../../domain/register/register-column.ts';
import { ASSIGNMENT_STAGES } from '../../domain/register/stage.ts';
import type { Locale } from '../../domain/shared/locale.ts';
import type { Translate } from '../../i18n/translator.ts';
import { headerOf, type ExchangeWords } from './exchange-words.server.ts';

/** The register as a table, its words in the language of the reader. */
export function registerSheet(
  rows: readonly ColumnValues[],
  locale: Locale,
  words: ExchangeWords,
): WrittenSheet {
  return {
    name: words[locale]('exchange.sheet.register'),
    columns: REGISTER_COLUMNS.map((column) => ({
      header: headerOf(column, words),
      width: WIDTHS[column] ?? 16,
    })),
    rows: rows.map((values) =>
      REGISTER_COLUMNS.map((column) => cellOf(column, values, words[locale])),
    ),
  };
}

/** The words that the columns of kind, method and review understand, to copy from. */
export function wordsSheet(locale: Locale, words: ExchangeWords): WrittenSheet {
  const lists = [
    { column: 'kind', listed: ASSIGNMENT_KINDS },
    { column: 'method', listed: SELECTION_METHODS },
    { column: 'review', listed: PROCUREMENT_REVIEWS },
  ] as const;
  const longest = Math.max(...lists.map(({ listed }) => listed.length));
  return {
    name: words[locale]('exchange.sheet.words'),
    columns: lists.map(({ column }) => ({ header: headerOf(column, words), width: 24 })),
    rows: Array.from({ length: longest }, (_, index) =>
      lists.map(({ column, listed }): WrittenCell => {
        const code = listed[index];
        return code === undefined
          ? null
          : { type: 'text', value: spelled(column, code, words[locale]) };
      }),
    ),
  };
}

function cellOf(column: RegisterColumn, values: ColumnValues, t: Translate): WrittenCell {
  const value = values[column];
  if (value === null) return null;
  switch (column) {
    case 'component':
      return { type: 'integer', value: Number(value) };
    case 'plannedAmount':
      return money(value, values.plannedCurrency);
    case 'amount':
      return money(value, values.currency);
    case 'signedOn':
    case 'startsOn':
    case 'endsOn':
    case 'dueOn':
      return { type: 'date', value };
    default:
      return { type: 'text', value: spelled(column, value, t) };
  }
}

/** A value as a reader of the language writes it. */
function spelled(column: RegisterColumn, value: string, t: Translate): string {
  const kind = ASSIGNMENT_KINDS.find((code) => column === 'kind' && code === value);
  if (kind !== undefined) return t(`register.kind.${kind}`);
  const stage = ASSIGNMENT_STAGES.find((code) => column === 'stage' && code === value);
  if (stage !== undefined) return t(`register.stage.${stage}`);
  const review = PROCUREMENT_REVIEWS.find((code) => column === 'review' && code === value);
  return review === undefined ? value : t(`exchange.review.short.${review}`);
}

function money(value: string, currency: string | null): WrittenCell {
  if (currency === null) return { type: 'decimal', value };
  const minor = parseAmount(value, currency);
  if (typeof minor === 'string') return { type: 'decimal', value };
  return { type: 'money', minor, currency };
}

const WIDTHS: { readonly [Column in RegisterColumn]?: number } = {
  code: 14,
  component: 12,
  titleZh: 32,
  titleEn: 40,
  method: 12,
  review: 12,
  stage: 26,
  holders: 36,
  nextDeliverable: 36,
  dueOn: 12,
};

import type { AssignmentKind, ProcurementReview, SelectionMethod } from './assignment.ts';
import type { AssignmentStage } from './stage.ts';

/** The columns of the register as a workbook, in their order. */
export const REGISTER_COLUMNS = [
  'code',
  'kind',
  'component',
  'titleZh',
  'titleEn',
  'method',
  'review',
  'stage',
  'holders',
  'stepReference',
  'plannedAmount',
  'plannedCurrency',
  'signedOn',
  'amount',
  'currency',
  'startsOn',
  'endsOn',
  'nextDeliverable',
  'dueOn',
] as const;
export type RegisterColumn = (typeof REGISTER_COLUMNS)[number];

/**
 * What a column holds, in the one spelling that two values are compared by: a code, a number of a
 * component, a text, an amount such as `1500000.29`, a day as `YYYY-MM-DD`; null is empty.
 */
export type ColumnValues = Readonly<Record<RegisterColumn, string | null>>;

/** Columns that an import sets. The others follow from facts that are entered elsewhere. */
export const IMPORTED_COLUMNS = [
  'component',
  'titleZh',
  'titleEn',
  'method',
  'review',
  'stepReference',
  'plannedAmount',
  'plannedCurrency',
] as const satisfies readonly RegisterColumn[];
export type ImportedColumn = (typeof IMPORTED_COLUMNS)[number];

/** What the words in a cell may mean; a word stands in lower case, without spaces at its ends. */
export type Vocabulary = {
  kind: ReadonlyMap<string, AssignmentKind>;
  method: ReadonlyMap<string, SelectionMethod>;
  review: ReadonlyMap<string, ProcurementReview>;
  stage: ReadonlyMap<string, AssignmentStage>;
  /** Numbers of the components there are. */
  components: readonly number[];
};

/** The form in which words of a cell are looked up. */
export function asLookedUp(words: string): string {
  return words.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

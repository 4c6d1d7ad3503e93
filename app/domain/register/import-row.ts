import { amountText, parseAmount } from './amount.ts';
import { isAssignmentCode } from './assignment.ts';
import { readCell, type CellRule, type GivenCell } from './import-cell.ts';
import {
  IMPORTED_COLUMNS,
  REGISTER_COLUMNS,
  type ColumnValues,
  type ImportedColumn,
  type RegisterColumn,
  type Vocabulary,
} from './register-column.ts';
import type { AssignmentStage } from './stage.ts';

/** A row of the file, with the number that the spreadsheet program shows. */
export type GivenRow = {
  number: number;
  cells: { readonly [Column in RegisterColumn]?: GivenCell };
  /** A merged area that touches the row, such as `A2:C2`. */
  merged?: string;
  /** Letter of a column that holds something and has no header. */
  outside?: string;
};

export type RowRule =
  | CellRule
  | 'merged'
  | 'outside'
  | 'code-missing'
  | 'code-twice'
  | 'code-kind'
  | 'kind-missing'
  | 'kind-changed'
  | 'title-missing'
  | 'method-missing'
  | 'method-fixed'
  | 'review-missing'
  | 'stage-new'
  | 'stage-moves'
  | 'amount-missing'
  | 'currency-missing'
  | 'end-before-start'
  | 'signed-after-start'
  | 'contract-facts'
  | 'holder-facts'
  | 'derived';

export type RowProblem = {
  column: RegisterColumn | null;
  rule: RowRule;
  /** What stood there, or what the sentence about the rule names. */
  value: string;
};

export type RowChange = { column: RegisterColumn; before: string | null; after: string | null };

export type RowOutcome = 'NEW' | 'CHANGED' | 'UNCHANGED' | 'REFUSED';

/** What a row would do. */
export type JudgedRow = {
  number: number;
  code: string;
  outcome: RowOutcome;
  changes: RowChange[];
  problems: RowProblem[];
};

/** What an import needs to know of an assignment that is there already. */
export type KnownAssignment = { values: ColumnValues; stage: AssignmentStage };

export type Register = {
  vocabulary: Vocabulary;
  find: (code: string) => KnownAssignment | undefined;
};

/**
 * Judges the rows of one file, handed over in their order; of rows with one code the first may pass
 * and the others are refused.
 */
export function rowJudge(register: Register): (row: GivenRow) => JudgedRow {
  const firstWith = new Map<string, number>();
  return (row) => {
    const judged = judgeRow(row, register);
    const first = firstWith.get(judged.code);
    if (judged.code !== '' && first === undefined) firstWith.set(judged.code, row.number);
    if (first === undefined) return judged;
    const problem: RowProblem = { column: 'code', rule: 'code-twice', value: String(first) };
    return { ...judged, outcome: 'REFUSED', changes: [], problems: [...judged.problems, problem] };
  };
}

function judgeRow(row: GivenRow, register: Register): JudgedRow {
  const { given, problems } = readRow(row, register.vocabulary);
  const { code } = given;
  if (row.cells.code === undefined || code === null) {
    problems.push({ column: 'code', rule: 'code-missing', value: '' });
  }
  const known = code ? register.find(code) : undefined;
  // Without a code nothing can be compared, and more would only be noise.
  if (code) problems.push(...(known ? knownRules(given, known) : newRules(given, problems)));
  problems.push(...moneyRules(given, known), ...dateRules(given));
  const changes = known === undefined ? allOf(given) : changesOf(given, known);
  return {
    number: row.number,
    code: code ?? (row.cells.code?.value ?? '').trim().slice(0, 40),
    outcome: outcomeOf(problems, changes, known),
    changes: problems.length > 0 ? [] : changes,
    problems,
  };
}

function outcomeOf(
  problems: readonly RowProblem[],
  changes: readonly RowChange[],
  known: KnownAssignment | undefined,
): RowOutcome {
  if (problems.length > 0) return 'REFUSED';
  if (known === undefined) return 'NEW';
  return changes.length === 0 ? 'UNCHANGED' : 'CHANGED';
}

/** Columns that the file has; a column that could not be read is left out. */
type Given = { [Column in RegisterColumn]?: string | null };

function readRow(row: GivenRow, vocabulary: Vocabulary) {
  const given: Given = {};
  const problems: RowProblem[] = [];
  if (row.merged !== undefined) {
    problems.push({ column: null, rule: 'merged', value: row.merged });
  }
  if (row.outside !== undefined) {
    problems.push({ column: null, rule: 'outside', value: row.outside });
  }
  for (const column of REGISTER_COLUMNS) {
    const cell = row.cells[column];
    if (cell === undefined) continue;
    const read = readCell(column, cell, vocabulary);
    if ('rule' in read) problems.push({ column, rule: read.rule, value: cell.value.slice(0, 80) });
    else given[column] = read.value;
  }
  return { given, problems };
}

function newRules(given: Given, told: readonly RowProblem[]): RowProblem[] {
  const missing = (column: RegisterColumn, rule: RowRule): RowProblem[] => {
    const isTold = told.some((problem) => problem.column === column);
    return isTold || given[column] ? [] : [{ column, rule, value: '' }];
  };
  const problems = [
    ...missing('kind', 'kind-missing'),
    ...missing('titleZh', 'title-missing'),
    ...missing('titleEn', 'title-missing'),
    ...missing('method', 'method-missing'),
  ];
  const { kind, code, stage } = given;
  if ((kind === 'SUBCONTRACT' || kind === 'INDIVIDUAL') && code && !isAssignmentCode(code, kind)) {
    problems.push({ column: 'code', rule: 'code-kind', value: code });
  }
  if (stage && stage !== 'PLANNED') {
    problems.push({ column: 'stage', rule: 'stage-new', value: stage });
  }
  return [...problems, ...factRules(given, NOTHING)];
}

function knownRules(given: Given, { values, stage }: KnownAssignment): RowProblem[] {
  const problems: RowProblem[] = [];
  const differs = (column: RegisterColumn) =>
    given[column] !== undefined && given[column] !== values[column];
  const emptied = (column: RegisterColumn, rule: RowRule) => {
    if (given[column] === null) problems.push({ column, rule, value: '' });
  };
  if (given.kind && differs('kind')) {
    problems.push({ column: 'kind', rule: 'kind-changed', value: values.kind ?? '' });
  }
  if (given.stage && differs('stage')) {
    problems.push({ column: 'stage', rule: 'stage-moves', value: values.stage ?? '' });
  }
  emptied('titleZh', 'title-missing');
  emptied('titleEn', 'title-missing');
  emptied('method', 'method-missing');
  emptied('review', 'review-missing');
  if (given.method && differs('method') && !BEFORE_PROCUREMENT.has(stage)) {
    problems.push({ column: 'method', rule: 'method-fixed', value: values.method ?? '' });
  }
  return [...problems, ...factRules(given, values)];
}

/** Columns that follow from facts may repeat them, and say nothing else. */
function factRules(given: Given, values: ColumnValues): RowProblem[] {
  return FACT_COLUMNS.flatMap(([column, rule]): RowProblem[] => {
    const said = given[column];
    if (said === undefined || said === null || isSame(column, said, values[column])) return [];
    return [{ column, rule, value: said }];
  });
}

function moneyRules(given: Given, known: KnownAssignment | undefined): RowProblem[] {
  return MONEY.flatMap(([amountColumn, currencyColumn]): RowProblem[] => {
    if (!(amountColumn in given) && !(currencyColumn in given)) return [];
    const said = (column: RegisterColumn) =>
      column in given ? (given[column] ?? null) : (known?.values[column] ?? null);
    const amount = said(amountColumn);
    const currency = said(currencyColumn);
    if (amount === null && currency === null) return [];
    if (amount === null) return [{ column: amountColumn, rule: 'amount-missing', value: '' }];
    if (currency === null) return [{ column: currencyColumn, rule: 'currency-missing', value: '' }];
    const minor = parseAmount(amount, currency);
    return typeof minor === 'string' ? [{ column: amountColumn, rule: minor, value: amount }] : [];
  });
}

function dateRules({ signedOn, startsOn, endsOn }: Given): RowProblem[] {
  const problems: RowProblem[] = [];
  if (signedOn && startsOn && signedOn > startsOn) {
    problems.push({ column: 'signedOn', rule: 'signed-after-start', value: signedOn });
  }
  if (startsOn && endsOn && endsOn <= startsOn) {
    problems.push({ column: 'endsOn', rule: 'end-before-start', value: endsOn });
  }
  return problems;
}

function changesOf(given: Given, { values }: KnownAssignment): RowChange[] {
  return IMPORTED_COLUMNS.flatMap((column): RowChange[] => {
    const after = given[column];
    if (after === undefined || isSame(column, after, values[column])) return [];
    return [{ column, before: values[column], after }];
  });
}

function allOf(given: Given): RowChange[] {
  const columns: readonly RegisterColumn[] = ['kind', ...IMPORTED_COLUMNS];
  return columns.flatMap((column): RowChange[] => {
    const after = given[column] ?? (column === 'review' ? 'PRIOR' : null);
    return after === null ? [] : [{ column, before: null, after }];
  });
}

/** Amounts are the same when they are worth the same: 1.5 and 1.50. */
function isSame(column: RegisterColumn, left: string | null, right: string | null): boolean {
  if (column !== 'plannedAmount' && column !== 'amount') return left === right;
  return withoutZeros(left) === withoutZeros(right);
}

function withoutZeros(amount: string | null): string | null {
  return amount?.includes('.') ? amount.replace(/\.?0+$/, '') : amount;
}

/** The values of a row that is new, or of an assignment with the row's changes, ready to be kept. */
export function imported(
  changes: readonly RowChange[],
  before: ColumnValues | null,
): Record<ImportedColumn, string | null> & { planned: { minor: number; currency: string } | null } {
  const after = { ...(before ?? NOTHING) };
  for (const change of changes) after[change.column] = change.after;
  const { plannedAmount, plannedCurrency } = after;
  if (plannedAmount === null || plannedCurrency === null) return { ...after, planned: null };
  const minor = parseAmount(plannedAmount, plannedCurrency);
  if (typeof minor === 'string') throw new RangeError(`${plannedAmount} was not judged.`);
  const planned = { minor, currency: plannedCurrency };
  return { ...after, plannedAmount: amountText(planned), planned };
}

const FACT_COLUMNS: readonly (readonly [RegisterColumn, RowRule])[] = [
  ['holders', 'holder-facts'],
  ['signedOn', 'contract-facts'],
  ['amount', 'contract-facts'],
  ['currency', 'contract-facts'],
  ['startsOn', 'contract-facts'],
  ['endsOn', 'contract-facts'],
  ['nextDeliverable', 'derived'],
  ['dueOn', 'derived'],
];
const MONEY = [
  ['plannedAmount', 'plannedCurrency'],
  ['amount', 'currency'],
] as const;
/** Until here nothing has been done by the method yet. */
const BEFORE_PROCUREMENT: ReadonlySet<AssignmentStage> = new Set([
  'PLANNED',
  'TOR_DRAFT',
  'TOR_REVIEW',
  'TOR_CLEARED',
]);
const NOTHING = Object.fromEntries(REGISTER_COLUMNS.map((column) => [column, null])) as Record<
  RegisterColumn,
  null
>;

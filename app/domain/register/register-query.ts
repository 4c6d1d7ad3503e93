import {
  ASSIGNMENT_KINDS,
  PROCUREMENT_REVIEWS,
  SELECTION_METHODS,
  type AssignmentKind,
  type ProcurementReview,
  type SelectionMethod,
} from './assignment.ts';
import { ASSIGNMENT_STAGES, BOARD_PHASES, type AssignmentStage, type BoardPhase } from './stage.ts';

export const SORT_COLUMNS = [
  'code',
  'title',
  'component',
  'stage',
  'method',
  'review',
  'holder',
  'step',
  'due',
  'comments',
  'signed',
  'amount',
  'planned',
] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

export const GROUPINGS = ['component', 'stage', 'method', 'holder'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** `late`: past its date and not handed in; `soon`: due within `SOON_DAYS`. */
export const DUE_FILTERS = ['late', 'soon'] as const;
export type DueFilter = (typeof DUE_FILTERS)[number];

/** Calendar days ahead that count as soon. */
export const SOON_DAYS = 10;

/** Which rows the register shows and in which order. It lives in the address of the page. */
export type RegisterQuery = {
  text: string;
  /** Number of a component, `none` for rows without one, null for all. */
  component: number | 'none' | null;
  stage: AssignmentStage | null;
  phase: BoardPhase | null;
  method: SelectionMethod | null;
  kind: AssignmentKind | null;
  review: ProcurementReview | null;
  /** Key of the organisation or person that holds it. */
  holder: string | null;
  due: DueFilter | null;
  /** Only what the reader has a role on or holds. */
  mine: boolean;
  /** Only what waits for an answer of the Bank. */
  waiting: boolean;
  sort: SortColumn;
  direction: 'ascending' | 'descending';
  group: Grouping | null;
  /** From 1; a page has `ROWS_A_PAGE` rows. */
  page: number;
};

export const ROWS_A_PAGE = 200;

export const WHOLE_REGISTER: RegisterQuery = {
  text: '',
  component: null,
  stage: null,
  phase: null,
  method: null,
  kind: null,
  review: null,
  holder: null,
  due: null,
  mine: false,
  waiting: false,
  sort: 'code',
  direction: 'ascending',
  group: null,
  page: 1,
};

export type ReadRegisterQuery = {
  query: RegisterQuery;
  /** Names of what the address asks for and the register does not know, in their order there. */
  ignored: string[];
};

/** Reads the address strictly: what is not understood changes nothing and is named. */
export function readRegisterQuery(parameters: URLSearchParams): ReadRegisterQuery {
  const query: RegisterQuery = { ...WHOLE_REGISTER };
  const ignored = new Set<string>();
  const seen = new Set<string>();
  for (const [name, value] of parameters) {
    if (NOT_OF_THE_QUERY.has(name)) continue;
    const read = READERS[name];
    // A form without scripts sends empty choices too.
    if (value === '' && read !== undefined) continue;
    const found = seen.has(name) ? undefined : read?.(value);
    seen.add(name);
    if (found === undefined) ignored.add(name.slice(0, 40));
    else Object.assign(query, found);
  }
  return { query, ignored: [...ignored].slice(0, 5) };
}

/** The address part that asks for `query`; what is usual is left out. */
export function registerSearch(query: RegisterQuery): string {
  const parameters = new URLSearchParams();
  const set = (name: string, value: string | number | null) => {
    if (value !== null && value !== '') parameters.set(name, String(value));
  };
  set('q', query.text);
  for (const name of CHOICES) set(name, query[name]);
  if (query.mine) set('mine', 1);
  if (query.waiting) set('waiting', 'bank');
  if (query.sort !== 'code') set('sort', query.sort);
  if (query.direction === 'descending') set('dir', 'desc');
  set('group', query.group);
  if (query.page > 1) set('page', query.page);
  return parameters.size === 0 ? '' : `?${parameters.toString()}`;
}

/** Whether the query leaves any row out. */
export function isFiltered(query: RegisterQuery): boolean {
  return (
    query.text !== '' || query.mine || query.waiting || CHOICES.some((name) => query[name] !== null)
  );
}

const CHOICES = [
  'component',
  'stage',
  'phase',
  'method',
  'kind',
  'review',
  'holder',
  'due',
] as const;

/** Belongs to the page around the rows: the row being edited, what was just done, the framework's. */
const NOT_OF_THE_QUERY = new Set(['edit', 'changed', 'index', '_data']);

type Reader = (value: string) => Partial<RegisterQuery> | undefined;

const READERS: Readonly<Record<string, Reader | undefined>> = Object.assign(
  Object.create(null) as Record<string, Reader>,
  {
    q: (value: string) => {
      const text = value.trim();
      return text.length > 100 || CONTROL.test(text) ? undefined : { text };
    },
    component: (value: string) => {
      if (value === 'none') return { component: 'none' as const };
      return /^[1-4]$/.test(value) ? { component: Number(value) } : undefined;
    },
    stage: oneOf(ASSIGNMENT_STAGES, (stage) => ({ stage })),
    phase: oneOf(BOARD_PHASES, (phase) => ({ phase })),
    method: oneOf(SELECTION_METHODS, (method) => ({ method })),
    kind: oneOf(ASSIGNMENT_KINDS, (kind) => ({ kind })),
    review: oneOf(PROCUREMENT_REVIEWS, (review) => ({ review })),
    holder: (value: string) => (/^[0-9A-Z]{26}$/.test(value) ? { holder: value } : undefined),
    due: oneOf(DUE_FILTERS, (due) => ({ due })),
    mine: oneOf(['1'], () => ({ mine: true })),
    waiting: oneOf(['bank'], () => ({ waiting: true })),
    sort: oneOf(SORT_COLUMNS, (sort) => ({ sort })),
    dir: (value: string) => {
      if (value === 'asc') return { direction: 'ascending' as const };
      return value === 'desc' ? { direction: 'descending' as const } : undefined;
    },
    group: oneOf(GROUPINGS, (group) => ({ group })),
    page: (value: string) => (/^[1-9]\d{0,4}$/.test(value) ? { page: Number(value) } : undefined),
  },
);

// eslint-disable-next-line no-control-regex -- these are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/;

function oneOf<Value extends string>(
  values: readonly Value[],
  found: (value: Value) => Partial<RegisterQuery>,
): Reader {
  return (value) => {
    const known = values.find((one) => one === value);
    return known === undefined ? undefined : found(known);
  };
}

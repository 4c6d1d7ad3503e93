import { ASSIGNMENT_STAGES, BOARD_PHASES, type BoardPhase } from '../../domain/register/stage.ts';
import { inLocale, type Locale } from '../../domain/shared/locale.ts';
import { collator } from '../../i18n/format.ts';
import type { AssignmentView } from '../../use-cases/register/assignment-views.ts';

export const SORT_COLUMNS = ['code', 'title', 'component', 'stage', 'due'] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

/** Which assignments the table shows and in which order. It lives in the address of the page. */
export type RegisterQuery = {
  text: string;
  /** Number of a component, or null for all. */
  component: number | null;
  phase: BoardPhase | null;
  mine: boolean;
  late: boolean;
  sort: SortColumn;
  direction: 'ascending' | 'descending';
};

export function parseRegisterQuery(parameters: URLSearchParams): RegisterQuery {
  const component = Number(parameters.get('component'));
  return {
    text: (parameters.get('q') ?? '').trim().slice(0, 100),
    component: Number.isInteger(component) && component > 0 ? component : null,
    phase: BOARD_PHASES.find((phase) => phase === parameters.get('phase')) ?? null,
    mine: parameters.has('mine'),
    late: parameters.has('late'),
    sort: SORT_COLUMNS.find((column) => column === parameters.get('sort')) ?? 'code',
    direction: parameters.get('dir') === 'desc' ? 'descending' : 'ascending',
  };
}

/** The address part that asks for `query`; what is usual is left out. */
export function registerSearch(query: RegisterQuery): string {
  const parameters = new URLSearchParams();
  if (query.text !== '') parameters.set('q', query.text);
  if (query.component !== null) parameters.set('component', String(query.component));
  if (query.phase !== null) parameters.set('phase', query.phase);
  if (query.mine) parameters.set('mine', '1');
  if (query.late) parameters.set('late', '1');
  if (query.sort !== 'code') parameters.set('sort', query.sort);
  if (query.direction === 'descending') parameters.set('dir', 'desc');
  return parameters.size === 0 ? '' : `?${parameters.toString()}`;
}

export function isFiltered(query: RegisterQuery): boolean {
  return (
    query.text !== '' ||
    query.component !== null ||
    query.phase !== null ||
    query.mine ||
    query.late
  );
}

/** The assignments that match, ordered as a reader of `locale` expects. */
export function selectAssignments(
  assignments: readonly AssignmentView[],
  query: RegisterQuery,
  locale: Locale,
): AssignmentView[] {
  const { compare } = collator(locale);
  const key = sortKey(query.sort, locale);
  const sign = query.direction === 'ascending' ? 1 : -1;
  return assignments
    .filter((assignment) => matches(assignment, query))
    .sort((left, right) => sign * compare(key(left), key(right)) || compare(left.code, right.code));
}

function matches(assignment: AssignmentView, query: RegisterQuery): boolean {
  const { code, title, component, phase, myRoles, nextDeliverable } = assignment;
  const words = `${code} ${title.zh} ${title.en}`.normalize('NFKC').toLowerCase();
  return (
    words.includes(query.text.normalize('NFKC').toLowerCase()) &&
    (query.component === null || component?.no === query.component) &&
    (query.phase === null || phase === query.phase) &&
    (!query.mine || myRoles.length > 0) &&
    (!query.late || (nextDeliverable?.daysOverdue ?? 0) > 0)
  );
}

function sortKey(column: SortColumn, locale: Locale): (assignment: AssignmentView) => string {
  switch (column) {
    case 'code':
      return ({ code }) => code;
    case 'title':
      return ({ title }) => inLocale(title, locale);
    case 'component':
      return ({ component }) => String(component?.no ?? 9);
    case 'stage':
      return ({ stage }) => String(ASSIGNMENT_STAGES.indexOf(stage));
    case 'due':
      return ({ nextDeliverable }) => nextDeliverable?.dueOn ?? '9999';
  }
}

/** The register read slowly: all rows in memory, one after the other. What the fast one must equal. */
import type { Person } from '#app/domain/people/person.ts';
import { assignmentNumber } from '#app/domain/register/assignment.ts';
import { daysOverdue } from '#app/domain/register/deliverable-state.ts';
import { SOON_DAYS, type RegisterQuery } from '#app/domain/register/register-query.ts';
import { ASSIGNMENT_STAGES } from '#app/domain/register/stage.ts';
import { addDays, calendarDateAt } from '#app/domain/shared/calendar-date.ts';
import type { AssignmentView } from '#app/use-cases/register/assignment-views.ts';
import { registerOverview } from '#app/use-cases/register/register-overview.server.ts';
import type { AssignmentRecord } from '#db/queries/assignments.ts';

const NOW = new Date();
const TODAY = calendarDateAt(NOW);

export type Slow = { actor: Person; view: AssignmentView; record: AssignmentRecord };

export async function slowRows(
  actor: Person,
  records: readonly AssignmentRecord[],
): Promise<Slow[]> {
  const { assignments } = await registerOverview(actor, NOW);
  return assignments.map((view) => ({
    actor,
    view,
    record: records.find(({ id }) => id === view.id) as AssignmentRecord,
  }));
}

export function matchesSlowly(row: Slow, asked: RegisterQuery): boolean {
  const { view, record } = row;
  const next = view.nextDeliverable;
  const late = next !== null && daysOverdue(next, TODAY) > 0;
  const soon =
    next?.dueOn != null && next.dueOn >= TODAY && next.dueOn <= addDays(TODAY, SOON_DAYS);
  const words = `${view.code} ${view.title.zh} ${view.title.en}`.normalize('NFKC').toLowerCase();
  return (
    words.includes(asked.text.normalize('NFKC').toLowerCase()) &&
    (asked.component === null || (view.component?.no ?? 'none') === asked.component) &&
    (asked.stage === null || view.stage === asked.stage) &&
    (asked.phase === null || view.phase === asked.phase) &&
    (asked.method === null || view.method === asked.method) &&
    (asked.kind === null || view.kind === asked.kind) &&
    (asked.review === null || record.review === asked.review) &&
    (asked.due !== 'late' || late) &&
    (asked.due !== 'soon' || soon) &&
    (!asked.mine || isMine(row))
  );
}

/** With a role, held by the person or the person's organisation, or invited to. */
function isMine({ actor, view, record }: Slow): boolean {
  const { holderOrganisationIds, holderPersonIds, invitedPersonIds } = record.standing;
  return (
    view.myRoles.length > 0 ||
    holderPersonIds.includes(actor.id) ||
    invitedPersonIds.includes(actor.id) ||
    actor.memberships.some(({ organisationId }) => holderOrganisationIds.includes(organisationId))
  );
}

export function inSlowOrder(rows: readonly Slow[], asked: RegisterQuery): Slow[] {
  const groupKey = ({ view }: Slow): number | string => {
    if (asked.group === 'component') return view.component?.no ?? 9;
    if (asked.group === 'stage') return ASSIGNMENT_STAGES.indexOf(view.stage);
    return asked.group === 'method' ? view.method : '';
  };
  const sortKey = ({ view, record }: Slow): number | string | null => {
    switch (asked.sort) {
      case 'component':
        return view.component?.no ?? null;
      case 'stage':
        return ASSIGNMENT_STAGES.indexOf(view.stage);
      case 'method':
        return view.method;
      case 'review':
        return record.review;
      case 'due':
        return view.nextDeliverable?.dueOn ?? null;
      default:
        return assignmentNumber(view.code);
    }
  };
  const sign = asked.direction === 'ascending' ? 1 : -1;
  return [...rows].sort(
    (left, right) =>
      compare(groupKey(left), groupKey(right), 1) ||
      compare(sortKey(left), sortKey(right), sign) ||
      compare(assignmentNumber(left.view.code), assignmentNumber(right.view.code), 1) ||
      compare(left.view.code, right.view.code, 1),
  );
}

/** What is not known stands last in both directions. */
function compare(left: number | string | null, right: number | string | null, sign: number) {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  return left < right ? -sign : sign;
}

/** Turns register records into what pages show to one person. */
import type { AssignmentRecord } from '#db/queries/assignments.ts';
import type { DeliverableRecord } from '#db/queries/deliverables.ts';
import {
  daysOverdue,
  deliverableState,
  isOwed,
  isUnderReview,
} from '../../domain/register/deliverable-state.ts';
import { boardPhase } from '../../domain/register/stage.ts';
import type { Person } from '../../domain/people/person.ts';
import type { CalendarDate } from '../../domain/shared/calendar-date.ts';
import type { AssignmentView, DeliverableView } from './assignment-views.ts';

type Context = {
  actor: Person;
  today: CalendarDate;
  /** Deliverables of this assignment, by number. */
  deliverables: DeliverableRecord[];
  openThreads: number;
};

export function assignmentView(record: AssignmentRecord, context: Context): AssignmentView {
  const deliverables = context.deliverables.map((row) => deliverableView(row, context.today));
  const underReview = deliverables.some(
    ({ state }) => isUnderReview(state) || state === 'RETURNED',
  );
  return {
    id: record.id,
    code: record.code,
    kind: record.kind,
    title: record.title,
    titleIsAssumed: record.titleIsAssumed,
    component: record.component,
    componentIsAssumed: record.componentIsAssumed,
    stage: record.stage,
    phase: boardPhase(record.stage, underReview ? 'yes' : 'no'),
    method: record.method,
    holders: record.holders.map((holder) => holder.name),
    myRoles: record.roles
      .filter((role) => role.personId === context.actor.id)
      .map((role) => role.role),
    nextDeliverable: nextDeliverable(deliverables),
    openThreads: context.openThreads,
    isDemo: record.isDemo,
  };
}

export function deliverableView(row: DeliverableRecord, today: CalendarDate): DeliverableView {
  const state = deliverableState(row.acceptedBy, row.latest);
  return {
    id: row.id,
    no: row.no,
    kind: row.kind,
    title: row.title,
    dueOn: row.dueOn,
    state,
    daysOverdue: daysOverdue({ dueOn: row.dueOn, state }, today),
    returnReason: state === 'RETURNED' ? (row.latest?.reason ?? null) : null,
  };
}

function nextDeliverable(deliverables: DeliverableView[]): DeliverableView | null {
  const waiting = deliverables.filter(({ state }) => isOwed(state));
  return (
    waiting.sort((left, right) => (left.dueOn ?? '9999').localeCompare(right.dueOn ?? '9999'))[0] ??
    null
  );
}

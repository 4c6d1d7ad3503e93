import { database } from '#db/connection.ts';
import { findAssignments, type AssignmentRecord } from '#db/queries/assignments.ts';
import { findDeliverables } from '#db/queries/deliverables.ts';
import { may, type Resource } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import type { CalendarDate } from '../../domain/shared/calendar-date.ts';
import { assignmentView } from './assignment-view.server.ts';
import type { AssignmentFrame, AssignmentTab } from './assignment-views.ts';

/** What stands around every page of one assignment; null when it does not exist for the person. */
export async function assignmentFrame(query: {
  actor: Person;
  code: string;
  today: CalendarDate;
}): Promise<AssignmentFrame | null> {
  const { actor, code, today } = query;
  const db = database();
  const [record] = await findAssignments(db, { code });
  if (record === undefined || !may(actor, 'read', { type: 'assignment', ...record.standing })) {
    return null;
  }
  const deliverables = await findDeliverables(db, [record.id]);
  return frameOf(record, { actor, today, deliverables });
}

/** The same for a page that has loaded the assignment and its deliverables already. */
export function frameOf(
  record: AssignmentRecord,
  context: Omit<Parameters<typeof assignmentView>[1], 'openThreads'>,
): AssignmentFrame {
  const view = assignmentView(record, { ...context, openThreads: 0 });
  return {
    code: view.code,
    kind: view.kind,
    title: view.title,
    titleIsAssumed: view.titleIsAssumed,
    holders: view.holders,
    stage: view.stage,
    nextDeliverable: view.nextDeliverable,
    deliverableCount: context.deliverables.length,
    tabs: TABS.filter(({ of }) =>
      may(context.actor, 'read', { type: of, ...record.standing } as Resource),
    ).map(({ tab }) => tab),
  };
}

/** In the order in which they are shown, each with what one must be able to read. */
const TABS: readonly { tab: AssignmentTab; of: Exclude<Resource['type'], 'document'> }[] = [
  { tab: 'overview', of: 'assignment' },
  { tab: 'procurement', of: 'procurement' },
  { tab: 'deliverables', of: 'deliverable' },
  { tab: 'contract', of: 'contract' },
  { tab: 'commitments', of: 'commitment' },
  { tab: 'links', of: 'record-link' },
  { tab: 'activity', of: 'assignment' },
];

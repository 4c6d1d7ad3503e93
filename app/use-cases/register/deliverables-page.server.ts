import { database } from '#db/connection.ts';
import { findCalendar } from '#db/queries/calendar.ts';
import { findDeliverablePayments } from '#db/queries/deliverable-payments.ts';
import { findDeliverables } from '#db/queries/deliverables.ts';
import { findMilestones } from '#db/queries/milestones.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import { calendarDateAt } from '../../domain/shared/calendar-date.ts';
import { frameOf } from './assignment-frame.server.ts';
import { deliverableRow, milestoneRow, uncoveredUntil } from './deliverable-rows.server.ts';
import type { DeliverablesPage } from './deliverable-views.ts';
import { readableAssignment } from './held-deliverable.server.ts';

/** Deliverables and milestones of an assignment; null when they do not exist for the person. */
export async function deliverablesPage(query: {
  actor: Person;
  code: string;
  now: Date;
}): Promise<DeliverablesPage | null> {
  const { actor, code, now } = query;
  const db = database();
  const assignment = await readableAssignment(db, actor, code);
  if (assignment === null) return null;
  const { id, standing } = assignment;
  const [calendar, deliverables, milestones, payments] = await Promise.all([
    findCalendar(db),
    findDeliverables(db, [id]),
    findMilestones(db, [id]),
    may(actor, 'read', { type: 'contract', ...standing }) ? findDeliverablePayments(db, id) : [],
  ]);
  const today = calendarDateAt(now);
  const day = { calendar, today };
  return {
    frame: frameOf(assignment, { actor, today, deliverables }),
    deliverables: deliverables.map((record) => deliverableRow(record, payments, day)),
    milestones: milestones.map((record) => milestoneRow(record, day)),
    mayEdit: may(actor, 'edit', { type: 'deliverable', ...standing }),
    today,
    uncoveredYears: uncoveredUntil([...deliverables, ...milestones], day),
  };
}

import { database } from '#db/connection.ts';
import { countOpenThreads, findAssignments, findComponents } from '#db/queries/assignments.ts';
import { findDeliverables } from '#db/queries/deliverables.ts';
import { findDocumentsOf } from '#db/queries/documents.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import { assignmentNumber } from '../../domain/register/assignment.ts';
import { calendarDateAt } from '../../domain/shared/calendar-date.ts';
import { assignmentView } from './assignment-view.server.ts';
import type { RegisterOverview } from './assignment-views.ts';
import { asResource } from '../documents/readable-document.server.ts';

/** Every assignment that the person may see, PMI-2 before PMI-10. */
export async function registerOverview(actor: Person, now: Date): Promise<RegisterOverview> {
  const db = database();
  const records = (await findAssignments(db))
    .filter((record) => may(actor, 'read', { type: 'assignment', ...record.standing }))
    .sort((left, right) => assignmentNumber(left.code) - assignmentNumber(right.code));
  const ids = records.map((record) => record.id);
  const [components, deliverables, documents, open] = await Promise.all([
    findComponents(db),
    findDeliverables(db, ids),
    findDocumentsOf(db, ids),
    countOpenThreads(
      db,
      actor.memberships.map((membership) => membership.organisationId),
    ),
  ]);
  const today = calendarDateAt(now);
  return {
    components,
    today,
    assignments: records.map((record) =>
      assignmentView(record, {
        actor,
        today,
        deliverables: deliverables.filter((row) => row.assignmentId === record.id),
        openThreads: documents
          .filter((row) => row.assignmentId === record.id)
          .filter((row) => may(actor, 'read', { ...asResource(row), ...record.standing }))
          .reduce((sum, row) => sum + (open.get(row.id) ?? 0), 0),
      }),
    ),
  };
}

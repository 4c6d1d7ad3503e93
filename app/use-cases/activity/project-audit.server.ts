import { database } from '#db/connection.ts';
import { findAssignments } from '#db/queries/assignments.ts';
import { findEvents } from '#db/queries/audit-events.ts';
import { findHiddenThreads } from '#db/queries/threads.ts';
import { AUDIT_SUBJECTS } from '../../domain/activity/audit-action.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import type { ActivityPage } from './activity-views.ts';
import { eventView, pageOf } from './assignment-activity.server.ts';
import { seesValues } from './event-readers.server.ts';

/**
 * Everything that was recorded in the project, the newest first; null when hidden. Values are told
 * as far as the reader may see the record itself, and lanes of others are not told of at all.
 */
export async function projectAudit(query: {
  actor: Person;
  before: number | null;
  limit: number;
}): Promise<ActivityPage | null> {
  const { actor, before, limit } = query;
  if (!may(actor, 'read', { type: 'audit' })) return null;
  const db = database();
  const organisationIds = actor.memberships.map(({ organisationId }) => organisationId);
  const events = await findEvents(db, {
    subjects: AUDIT_SUBJECTS,
    hiddenThreads: await findHiddenThreads(db, organisationIds),
    ...(before !== null && { before }),
    limit: limit + 1,
  });
  const ids = [...new Set(events.flatMap(({ assignmentId }) => assignmentId ?? []))];
  const assignments = ids.length === 0 ? [] : await findAssignments(db, { ids });
  const standings = new Map(assignments.map(({ id, standing }) => [id, standing]));
  return pageOf(
    events.map((event) => {
      const standing = standings.get(event.assignmentId ?? '');
      const isTold = standing === undefined || seesValues(actor, event, standing);
      return eventView(event, isTold ? 'told' : 'kept-back');
    }),
    limit,
  );
}

import { database } from '#db/connection.ts';
import { findAssignments, type AssignmentRecord } from '#db/queries/assignments.ts';
import { findEvents, type EventRecord } from '#db/queries/audit-events.ts';
import { eventChanges } from '../../domain/activity/event-changes.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import { linkableRecords } from '../models/linkable-records.server.ts';
import type { ActivityPage, EventView } from './activity-views.ts';
import { seesValues, toldSubjects } from './event-readers.server.ts';

const EVENTS_PER_PAGE = 100;

/** What happened on one assignment, the newest first; null when it does not exist for the person. */
export async function assignmentActivity(query: {
  actor: Person;
  code: string;
  /** Only what came before this event. */
  before: number | null;
  limit?: number;
}): Promise<ActivityPage | null> {
  const { actor, code, before, limit = EVENTS_PER_PAGE } = query;
  const db = database();
  const [assignment] = await findAssignments(db, { code });
  if (assignment === undefined) return null;
  const { standing } = assignment;
  if (!may(actor, 'read', { type: 'assignment', ...standing })) return null;
  const events = await findEvents(db, {
    assignmentId: assignment.id,
    subjects: toldSubjects(actor, standing),
    only: await toldTexts(actor, assignment),
    ...(before !== null && { before }),
    limit: limit + 1,
  });
  return pageOf(
    events.map((event) =>
      eventView(event, seesValues(actor, event, standing) ? 'told' : 'kept-back'),
    ),
    limit,
  );
}

/** One event more than fits says that there is another page. */
export function pageOf(events: EventView[], limit: number): ActivityPage {
  const shown = events.slice(0, limit);
  return { events: shown, next: events.length > limit ? (shown.at(-1)?.seq ?? null) : null };
}

/** @param values whether the reader is told what was set, or only that something was. */
export function eventView(event: EventRecord, values: 'told' | 'kept-back'): EventView {
  const { seq, at, actorName, action, subjectType, subjectId, assignmentCode, details } = event;
  return {
    seq,
    at: at.toISOString(),
    by: actorName,
    action,
    subjectType,
    subjectId,
    assignmentCode,
    changes: values === 'told' ? eventChanges(details) : [],
  };
}

async function toldTexts(actor: Person, assignment: AssignmentRecord) {
  const records = await linkableRecords(actor, [assignment]);
  const idsOf = (type: string) =>
    records.filter((record) => record.type === type).map(({ id }) => id);
  return { documentIds: idsOf('document'), threadIds: idsOf('thread') };
}

import { database } from '#db/connection.ts';
import { findComponents } from '#db/queries/assignments.ts';
import { findCalendar } from '#db/queries/calendar.ts';
import {
  findTimelineAssignments,
  findTimelineMarks,
  type TimelineFilter,
  type TimelineMark,
  type TimelineReader,
} from '#db/queries/timeline.ts';
import type { Calendar } from '../../domain/calendar/working-days.ts';
import type { Person } from '../../domain/people/person.ts';
import { reachOf } from '../../domain/people/reach.ts';
import { addDays, calendarDateAt } from '../../domain/shared/calendar-date.ts';
import type { TimelineMarkView, TimelinePage } from './timeline-views.ts';

const ROWS_A_PAGE = 200;

/** Contracts with all their dates, as far as the person may see them. */
export async function timelinePage(query: {
  actor: Person;
  component: number | null;
  mine: boolean;
  /** `next` of the page before; what is no such thing begins at the beginning. */
  after: string | null;
  now: Date;
}): Promise<TimelinePage> {
  const { actor, component, mine, now } = query;
  const db = database();
  const reader = readerOf(actor);
  const after = positionOf(query.after);
  const [calendar, components, found] = await Promise.all([
    findCalendar(db),
    findComponents(db),
    findTimelineAssignments(db, reader, { component, mine, after, limit: ROWS_A_PAGE + 1 }),
  ]);
  const shown = found.slice(0, ROWS_A_PAGE);
  const last = shown.at(-1);
  const marks = await findTimelineMarks(
    db,
    reader,
    shown.map(({ id }) => id),
  );
  const marksOf = byAssignment(marks);
  return {
    rows: shown.map(({ id, code, title }) => ({
      code,
      title,
      marks: marksOf.get(id) ?? [],
    })),
    components: components.map(({ no, name }) => ({ no, name })),
    component,
    mine,
    today: calendarDateAt(now),
    holidays: holidaysOf(calendar),
    next: found.length > ROWS_A_PAGE && last !== undefined ? `${last.number}.${last.code}` : null,
    isFirst: after === null,
  };
}

function byAssignment(marks: readonly TimelineMark[]): Map<string, TimelineMarkView[]> {
  const found = new Map<string, TimelineMarkView[]>();
  for (const { assignmentId, ...mark } of marks) {
    const before = found.get(assignmentId);
    if (before === undefined) found.set(assignmentId, [mark]);
    else before.push(mark);
  }
  return found;
}

function readerOf(actor: Person): TimelineReader {
  return {
    personId: actor.id,
    organisationIds: actor.memberships.map(({ organisationId }) => organisationId),
    assignments: reachOf(actor, 'read', { type: 'assignment' }),
    procurement: reachOf(actor, 'read', { type: 'procurement' }),
    contracts: reachOf(actor, 'read', { type: 'contract' }),
    deliverables: reachOf(actor, 'read', { type: 'deliverable' }),
  };
}

/** Days off by the calendar, those that follow each other together. */
function holidaysOf(calendar: Calendar): TimelinePage['holidays'] {
  const runs: TimelinePage['holidays'] = [];
  const free = [...calendar.days].filter(([, isWorking]) => !isWorking).map(([date]) => date);
  for (const date of free.sort()) {
    const last = runs.at(-1);
    if (last !== undefined && addDays(last.to, 1) === date) last.to = date;
    else runs.push({ from: date, to: date });
  }
  return runs;
}

function positionOf(text: string | null): TimelineFilter['after'] {
  const [, number, code] = /^(\d{1,6})\.([A-Z0-9-]{1,40})$/.exec(text ?? '') ?? [];
  return number === undefined || code === undefined ? null : { number: Number(number), code };
}

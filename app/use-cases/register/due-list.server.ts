import { database } from '#db/connection.ts';
import { findCalendar } from '#db/queries/calendar.ts';
import { findDueItems, type DueRecord } from '#db/queries/due-list.ts';
import type { DuePage, DueReader } from '#db/queries/due-sources.ts';
import {
  addWorkingDays,
  uncoveredYears,
  workingDaysBetween,
  type Calendar,
} from '../../domain/calendar/working-days.ts';
import { acceptingSideOf } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import { reachesNothing, reachOf } from '../../domain/people/reach.ts';
import { DUE_PARTS, dueGroup, SOON_WORKING_DAYS } from '../../domain/register/due-item.ts';
import {
  calendarDateAt,
  isCalendarDate,
  type CalendarDate,
} from '../../domain/shared/calendar-date.ts';
import type { DueList, DueRow } from './due-views.ts';

export const DUE_ROWS_A_PAGE = 200;

type Question = {
  actor: Person;
  /** Only what the actor does, or all that the actor may see; null takes what suits the actor. */
  show: 'mine' | 'all' | null;
  /** `next` of the page before; null, and what is no such thing, begins at the beginning. */
  after: string | null;
  now: Date;
};

/** What is due for a person, and what waits for the person's decision. */
export async function dueList(question: Question): Promise<DueList> {
  const { actor, now } = question;
  const db = database();
  const reader = readerOf(actor);
  const hasActs = [reader.submit, reader.edit, reader.accept, reader.decide].some(
    (reach) => !reachesNothing(reach),
  );
  const show = question.show ?? (hasActs ? 'mine' : 'all');
  const after = positionOf(question.after);
  const [calendar, found] = await Promise.all([
    findCalendar(db),
    findDueItems(
      db,
      { ...reader, read: show === 'all' ? reader.read : null },
      { after, limit: DUE_ROWS_A_PAGE + 1 },
    ),
  ]);
  const records = found.slice(0, DUE_ROWS_A_PAGE);
  const last = records.at(-1);
  const today = calendarDateAt(now);
  return {
    rows: rowsOf(records, { calendar, today }),
    show,
    next: found.length > DUE_ROWS_A_PAGE && last !== undefined ? positionText(last) : null,
    isFirst: after === null,
  };
}

function readerOf(actor: Person): DueReader {
  const side = acceptingSideOf(actor);
  return {
    read: reachOf(actor, 'read', { type: 'deliverable' }),
    submit: reachOf(actor, 'submit', { type: 'deliverable' }),
    edit: reachOf(actor, 'edit', { type: 'deliverable' }),
    accept: reachOf(actor, 'accept', { type: 'deliverable' }),
    side,
    decide: reachOf(actor, 'decide', { type: 'no-objection' }),
  };
}

function rowsOf(
  records: readonly DueRecord[],
  { calendar, today }: { calendar: Calendar; today: CalendarDate },
): DueRow[] {
  const soonUntil = addWorkingDays(calendar, today, SOON_WORKING_DAYS);
  return records.map(({ part, onDay: _onDay, since, ...record }) => ({
    ...record,
    group: dueGroup(
      { part: DUE_PARTS[part] ?? 'UNDATED', dueOn: record.dueOn },
      { today, soonUntil },
    ),
    workingDays: record.dueOn === null ? null : workingDaysBetween(calendar, today, record.dueOn),
    isUncovered: record.dueOn !== null && uncoveredYears(calendar, today, record.dueOn).length > 0,
    since: since === null ? null : calendarDateAt(since),
  }));
}

function positionText({ part, onDay, id }: DueRecord): string {
  return `${String(part)}.${onDay}.${id}`;
}

function positionOf(text: string | null): DuePage['after'] {
  const [part, on, id] = (text ?? '').split('.');
  if (part === undefined || !/^[012]$/.test(part) || id === undefined) return null;
  if (on === undefined || (on !== UNDATED && !isCalendarDate(on))) return null;
  return { part: Number(part), on, id };
}

/** What rows without a day are sorted by. */
const UNDATED = '9999-12-31';

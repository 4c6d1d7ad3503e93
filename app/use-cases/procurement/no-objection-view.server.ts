import type { NoObjectionRecord } from '#db/queries/no-objections.ts';
import { workingDaysBetween, type Calendar } from '../../domain/calendar/working-days.ts';
import type { CalendarDate } from '../../domain/shared/calendar-date.ts';
import type { NoObjectionView } from './procurement-views.ts';

export function noObjectionView(
  record: NoObjectionRecord,
  { calendar, today }: { calendar: Calendar; today: CalendarDate },
): NoObjectionView {
  const isWaiting = record.state === 'PENDING' && record.dueOn !== null;
  return {
    id: record.id,
    no: record.no,
    subject: record.subject,
    document: record.document,
    versionNo: record.versionNo,
    latestVersionNo: record.latestVersionNo,
    note: record.note,
    dueOn: record.dueOn,
    daysLeft:
      isWaiting && record.dueOn !== null ? workingDaysBetween(calendar, today, record.dueOn) : null,
    requestedBy: record.requestedBy,
    requestedAt: record.requestedAt.toISOString(),
    state: record.state,
    decision:
      record.decision === null
        ? null
        : { ...record.decision, decidedAt: record.decision.decidedAt.toISOString() },
  };
}

import { inTransaction } from '#db/connection.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { removeOverride, saveOverride } from '#db/queries/calendar.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import { isCalendarDate, type CalendarDate } from '../../domain/shared/calendar-date.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';

type Override = {
  actor: Person;
  date: CalendarDate;
  /** What the day is from now on; `PUBLISHED` takes an earlier override back. */
  is: 'WORKING' | 'FREE' | 'PUBLISHED';
  reason: string;
  now: Date;
};

/** Says of one day whether it is worked, against or beyond the published calendar. */
export async function overrideDay(
  override: Override,
): Promise<Result<{ date: CalendarDate }, Refusal>> {
  const { actor, date, is, now } = override;
  const reason = override.reason.trim();
  if (!may(actor, 'read', { type: 'rules' })) return refused({ code: 'not-found' });
  if (!may(actor, 'edit', { type: 'rules' })) return refused({ code: 'not-allowed' });
  if (!isCalendarDate(date)) return refused({ code: 'date.invalid' });
  if (is !== 'PUBLISHED' && reason === '') return refused({ code: 'reason.missing' });
  if (reason.length > 500) return refused({ code: 'reason.too-long' });
  return await inTransaction<Result<{ date: CalendarDate }, Refusal>>(async (tx) => {
    const before =
      is === 'PUBLISHED'
        ? await removeOverride(tx, date)
        : await saveOverride(tx, {
            date,
            isWorking: is === 'WORKING',
            reason,
            enteredBy: actor.id,
            enteredAt: now,
          });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'calendar-day.overridden',
      subjectType: 'calendar-day',
      subjectId: date,
      details: { before, after: is === 'PUBLISHED' ? null : { is, reason } },
    });
    return granted({ date });
  });
}

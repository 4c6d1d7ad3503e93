/** Turns rows about deliverables and milestones into what pages show on one day. */
import type { DeliverablePaymentRecord } from '#db/queries/deliverable-payments.ts';
import type { DeliverableRecord } from '#db/queries/deliverables.ts';
import type { MilestoneRecord } from '#db/queries/milestones.ts';
import {
  uncoveredYears,
  workingDaysBetween,
  type Calendar,
} from '../../domain/calendar/working-days.ts';
import { paymentState } from '../../domain/contract/payment-state.ts';
import { daysOverdue, deliverableState } from '../../domain/register/deliverable-state.ts';
import { milestoneDaysLate, milestoneState } from '../../domain/register/milestone.ts';
import type { CalendarDate } from '../../domain/shared/calendar-date.ts';
import type { DeliverableRow, DueFactsView, MilestoneRow } from './deliverable-views.ts';

export type Day = { calendar: Calendar; today: CalendarDate };

export function deliverableRow(
  record: DeliverableRecord,
  payments: readonly DeliverablePaymentRecord[],
  day: Day,
): DeliverableRow {
  const { no, kind, title, dueOn, acceptedBy, dueRule } = record;
  const state = deliverableState(acceptedBy, record.latest);
  return {
    no,
    kind,
    title,
    state,
    acceptedBy,
    dueRule,
    ...dueFacts(dueOn, day, daysOverdue({ dueOn, state }, day.today)),
    payments: payments
      .filter(({ deliverableId }) => deliverableId === record.id)
      .map(({ amountMinor, currency, events }) => ({
        amountMinor,
        currency,
        state: paymentState({ deliverable: state, events }),
      })),
  };
}

export function milestoneRow(record: MilestoneRecord, day: Day): MilestoneRow {
  const { no, type, title, dueOn, latest } = record;
  const state = milestoneState(latest?.result ?? null);
  return {
    no,
    type,
    title,
    state,
    occurredOn: latest?.occurredOn ?? null,
    note: latest?.note ?? '',
    ...dueFacts(dueOn, day, milestoneDaysLate({ dueOn, state }, day.today)),
  };
}

/** Years between today and the furthest of these days whose holidays are not known. */
export function uncoveredUntil(
  rows: readonly { dueOn: CalendarDate | null }[],
  { calendar, today }: Day,
): number[] {
  const last = rows.reduce(
    (latest, { dueOn }) => ((dueOn ?? '') > latest ? (dueOn ?? '') : latest),
    '',
  );
  return last === '' ? [] : uncoveredYears(calendar, today, last);
}

function dueFacts(dueOn: CalendarDate | null, day: Day, daysLate: number): DueFactsView {
  return {
    dueOn,
    workingDays: dueOn === null ? null : workingDaysBetween(day.calendar, day.today, dueOn),
    isLate: daysLate > 0,
  };
}

import type { CalendarDate } from '../shared/calendar-date.ts';
import type { RefusalCode } from '../shared/refusal-code.ts';

export type ContractPeriod = {
  signedOn: CalendarDate;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
};

/** A year of an individual consultant, where no procurement rule says otherwise. */
export const INDIVIDUAL_MONTHS = 12;

/**
 * The same day `months` later, or the last day of that month where it is shorter: one year after
 * 29 February is 28 February.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const target = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(
    Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0),
  ).getUTCDate();
  target.setUTCDate(Math.min(day, lastDay));
  return target.toISOString().slice(0, 10);
}

/** When the contract of an individual consultant ends: `months` after it was signed (I11). */
export function individualEnd(signedOn: CalendarDate, months = INDIVIDUAL_MONTHS): CalendarDate {
  return addMonths(signedOn, months);
}

type Surroundings = {
  today: CalendarDate;
  /** The day of the last move of the assignment, or null when it never moved. */
  lastMovedOn: CalendarDate | null;
};

/** Why these dates cannot be, by field; empty when they can. No date lies before its cause. */
export function periodRefusals(
  { signedOn, startsOn, endsOn }: ContractPeriod,
  { today, lastMovedOn }: Surroundings,
): Partial<Record<keyof ContractPeriod, RefusalCode>> {
  const refusals: Partial<Record<keyof ContractPeriod, RefusalCode>> = {};
  if (signedOn > today) refusals.signedOn = 'contract.signed-in-future';
  else if (lastMovedOn !== null && signedOn < lastMovedOn) {
    refusals.signedOn = 'contract.signed-too-early';
  }
  if (startsOn < signedOn) refusals.startsOn = 'contract.starts-too-early';
  if (endsOn <= startsOn) refusals.endsOn = 'contract.ends-too-early';
  return refusals;
}

/** Whether the text is a day that the calendar has: not 30 February. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** What the due list asks somebody to do; `WATCH` is for what others have to do. */
export const DUE_ACTS = [
  'ACCEPT',
  'DECIDE_TIME',
  'NO_OBJECTION',
  'INVOICE',
  'SUBMIT',
  'RESUBMIT',
  'RECORD_RESULT',
  'SET_DATE',
  'WATCH',
] as const;
export type DueAct = (typeof DUE_ACTS)[number];

/** Working days ahead that count as soon. */
export const SOON_WORKING_DAYS = 10;

export const DUE_GROUPS = ['DECIDE', 'LATE', 'SOON', 'LATER', 'UNDATED'] as const;
export type DueGroup = (typeof DUE_GROUPS)[number];

/** Where a row stands in the list: what waits for a decision first, then by its date. */
export function dueGroup(
  item: { part: DuePart; dueOn: string | null },
  { today, soonUntil }: { today: string; soonUntil: string },
): DueGroup {
  if (item.part === 'DECISION') return 'DECIDE';
  if (item.dueOn === null) return 'UNDATED';
  if (item.dueOn < today) return 'LATE';
  return item.dueOn <= soonUntil ? 'SOON' : 'LATER';
}

/** The three parts of the list, in its order; each is sorted by a date of its own. */
export const DUE_PARTS = ['DECISION', 'DATED', 'UNDATED'] as const;
export type DuePart = (typeof DUE_PARTS)[number];

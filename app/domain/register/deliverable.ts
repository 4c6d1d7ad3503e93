export const DELIVERABLE_KINDS = [
  'INCEPTION',
  'INTERIM',
  'FINAL',
  'TOR',
  'PROPOSAL_REVIEW',
  'ASSESSMENT',
  'PROGRESS',
  'TRAVEL',
  'MEETING_SUMMARY',
] as const;
export type DeliverableKind = (typeof DELIVERABLE_KINDS)[number];

/** What sets the due date; the first two leave it open until the PMO names a day. */
export const DUE_RULES = ['PMO_ARRANGEMENT', 'PROJECT_PROGRESS', 'FIXED_DATE'] as const;
export type DueRule = (typeof DUE_RULES)[number];

/** Who has to accept a deliverable. `BOTH` needs two acceptances by different people (I10). */
export const ACCEPTED_BY = ['PMO', 'BANK', 'BOTH'] as const;
export type AcceptedBy = (typeof ACCEPTED_BY)[number];

/** The side that accepts or returns. */
export const ACCEPTING_SIDES = ['PMO', 'BANK'] as const;
export type AcceptingSide = (typeof ACCEPTING_SIDES)[number];

export const TIME_DECISIONS = ['GRANTED', 'REFUSED'] as const;
export type TimeDecision = (typeof TIME_DECISIONS)[number];

/** What can happen to a deliverable; each is a fact with an author and a time. */
export const DELIVERABLE_EVENTS = ['SUBMITTED', 'RETURNED', 'ACCEPTED'] as const;
export type DeliverableEvent = (typeof DELIVERABLE_EVENTS)[number];

/** Where it stands; follows from the events, see deliverable-state.ts. */
export const DELIVERABLE_STATES = [
  'EXPECTED',
  'SUBMITTED',
  'RETURNED',
  /** Accepted by the project office; it still waits for the Bank. */
  'PMO_ACCEPTED',
  'ACCEPTED',
] as const;
export type DeliverableState = (typeof DELIVERABLE_STATES)[number];

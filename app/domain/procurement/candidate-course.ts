/** What may happen to a candidate, and when; where it stands follows from its latest event. */
import type { SelectionMethod } from '../register/assignment.ts';
import type { AssignmentStage } from '../register/stage.ts';
import type { CandidateEvent } from './candidate.ts';

const NEXT: Record<CandidateEvent, readonly CandidateEvent[]> = {
  INTERESTED: ['LISTED', 'REJECTED'],
  LISTED: ['INVITED', 'SELECTED', 'REJECTED'],
  INVITED: ['PROPOSED', 'SELECTED', 'REJECTED'],
  PROPOSED: ['EVALUATED', 'SELECTED', 'REJECTED'],
  EVALUATED: ['SELECTED', 'REJECTED'],
  SELECTED: ['REJECTED'],
  REJECTED: ['LISTED'],
};

/** Stages on which candidates are looked for and judged. */
const OPEN: readonly AssignmentStage[] = [
  'TOR_CLEARED',
  'ADVERTISED',
  'LIMITED',
  'INVITED',
  'SHORTLISTED',
  'QUALIFIED',
  'ONE_INVITED',
  'RFP_ISSUED',
  'PROPOSALS_RECEIVED',
  'TECH_EVALUATED',
  'COMBINED_EVALUATED',
  'COMPARED',
  'NEGOTIATION',
];

/** Stages on which each event has its cause; null for all that are open. */
const STAGES_OF: Record<CandidateEvent, readonly AssignmentStage[] | null> = {
  INTERESTED: null,
  LISTED: null,
  // The one of a direct selection or of a comparison of qualifications, and those on a shortlist.
  INVITED: ['TOR_CLEARED', 'QUALIFIED', 'ONE_INVITED', 'INVITED', 'SHORTLISTED', 'RFP_ISSUED'],
  PROPOSED: ['ONE_INVITED', 'INVITED', 'RFP_ISSUED', 'PROPOSALS_RECEIVED'],
  EVALUATED: ['PROPOSALS_RECEIVED', 'TECH_EVALUATED'],
  // Which of these is the step before negotiation depends on the method.
  SELECTED: ['COMPARED', 'ONE_INVITED', 'INVITED', 'TECH_EVALUATED', 'COMBINED_EVALUATED'],
  REJECTED: null,
};

/** Whether candidates may be added and moved while an assignment stands on `stage`. */
export function areCandidatesOpen(stage: AssignmentStage): boolean {
  return OPEN.includes(stage);
}

/** The events that may come next for a candidate whose latest is `present`. */
export function candidateMoves(present: CandidateEvent, stage: AssignmentStage): CandidateEvent[] {
  if (!areCandidatesOpen(stage)) return [];
  return NEXT[present].filter((event) => STAGES_OF[event]?.includes(stage) ?? true);
}

/**
 * What must have happened to a candidate before it can be selected: a proposal where proposals are
 * asked for, an invitation where one is invited, and nothing where individuals are compared.
 */
export function eventBeforeSelection(method: SelectionMethod): CandidateEvent | null {
  if (method === 'INDV') return null;
  return method === 'CQS' || method === 'CDS' ? 'INVITED' : 'PROPOSED';
}

type Judged = { events: readonly CandidateEvent[]; isScored: boolean };

/**
 * Whether a candidate counts as compared: it was listed, and if it was turned away, then not before
 * anybody judged it. Naming somebody and striking the name again compares nothing.
 */
export function isCompared({ events, isScored }: Judged): boolean {
  if (!events.includes('LISTED')) return false;
  return events.at(-1) !== 'REJECTED' || isScored;
}

export const CANDIDATE_KINDS = ['FIRM', 'PERSON'] as const;
export type CandidateKind = (typeof CANDIDATE_KINDS)[number];

/** What can happen to a candidate; where it stands follows from the latest event. */
export const CANDIDATE_EVENTS = [
  'INTERESTED',
  'LISTED',
  'INVITED',
  'PROPOSED',
  'EVALUATED',
  'SELECTED',
  'REJECTED',
] as const;
export type CandidateEvent = (typeof CANDIDATE_EVENTS)[number];

/** A criterion that must be met, or one that gives points. */
export const CRITERION_KINDS = ['MANDATORY', 'PREFERRED'] as const;
export type CriterionKind = (typeof CRITERION_KINDS)[number];

/** Whether the firm as such is judged, or the people it names. */
export const CRITERION_SUBJECTS = ['CANDIDATE', 'KEY_EXPERT'] as const;
export type CriterionSubject = (typeof CRITERION_SUBJECTS)[number];

/** When a criterion is judged. */
export const EVALUATION_PHASES = ['SHORTLIST', 'PROPOSAL'] as const;
export type EvaluationPhase = (typeof EVALUATION_PHASES)[number];

/** What an evaluator says of ties to one candidate before scoring it. */
export const CONFLICT_DECLARATIONS = ['NONE', 'CONFLICT'] as const;
export type ConflictDeclaration = (typeof CONFLICT_DECLARATIONS)[number];

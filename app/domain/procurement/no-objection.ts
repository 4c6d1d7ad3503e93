/** What the Bank is asked not to object to. */
export const NO_OBJECTION_SUBJECTS = [
  'TOR',
  'SHORTLIST',
  'RFP',
  'TECHNICAL_EVALUATION',
  'COMBINED_EVALUATION',
  'CONTRACT',
  'AMENDMENT',
] as const;
export type NoObjectionSubject = (typeof NO_OBJECTION_SUBJECTS)[number];

export const NO_OBJECTION_DECISIONS = ['GRANTED', 'COMMENTS', 'REFUSED'] as const;
export type NoObjectionDecision = (typeof NO_OBJECTION_DECISIONS)[number];

/** `VOID`: the document has a later version than the one that was asked about (I06). */
export type NoObjectionState = 'PENDING' | NoObjectionDecision | 'VOID';

export type NoObjectionFacts = {
  decision: NoObjectionDecision | null;
  /** Number of the version that was asked about, and of the latest version of that document. */
  versionNo: number;
  latestVersionNo: number;
};

/** Derived, never stored: a later version of the document voids request and decision alike. */
export function noObjectionState(facts: NoObjectionFacts): NoObjectionState {
  if (facts.latestVersionNo > facts.versionNo) return 'VOID';
  return facts.decision ?? 'PENDING';
}

/** The comparison table: who meets what must be met, and how many points each one has. */
import type { CriterionKind } from './candidate.ts';
import { compareFractions, fraction, plus, times, ZERO, type Fraction } from './fraction.ts';

export type JudgedCriterion = {
  id: string;
  kind: CriterionKind;
  /** Most points of a preferred criterion; null for a mandatory one. */
  maxPoints: number | null;
};

export type Score = {
  candidateId: string;
  criterionId: string;
  evaluatorId: string;
  /** Hundredths of a point; 1 or 0 for a mandatory criterion. */
  hundredths: number;
};

/** `OPEN`: somebody still has to judge; `DISPUTED`: the evaluators do not agree. */
export type MandatoryState = 'MET' | 'NOT_MET' | 'DISPUTED' | 'OPEN';

export type ComparedCandidate = {
  candidateId: string;
  mandatory: MandatoryState;
  /** Mandatory criteria that are met, of how many. */
  met: number;
  /** Mean of the evaluators for each preferred criterion, added up, of 100 in all. */
  technical: Fraction;
  /** Preferred criteria that nobody has judged. */
  unjudged: number;
  /** 1 for the best of those that meet every mandatory criterion; equals share a rank. */
  rank: number | null;
  isTied: boolean;
};

/** The candidates in the order given, each judged over all evaluators. */
export function compareCandidates(
  candidateIds: readonly string[],
  judged: { criteria: readonly JudgedCriterion[]; scores: readonly Score[] },
): ComparedCandidate[] {
  const rows = candidateIds.map((candidateId) => {
    const mine = judged.scores.filter((score) => score.candidateId === candidateId);
    return {
      candidateId,
      ...mandatoryOf(mine, judged.criteria),
      ...pointsOf(mine, judged.criteria),
    };
  });
  const eligible = rows.filter(({ mandatory }) => mandatory === 'MET');
  const ranks = ranked(eligible, (left, right) =>
    compareFractions(right.technical, left.technical),
  );
  return rows.map((row) => ({ ...row, ...(ranks.get(row.candidateId) ?? UNRANKED) }));
}

export type Rank = { rank: number | null; isTied: boolean };
export const UNRANKED: Rank = { rank: null, isTied: false };

/** 1, 1, 3: equals share the better rank. `order` sorts the best first. */
export function ranked<Row extends { candidateId: string }>(
  rows: readonly Row[],
  order: (left: Row, right: Row) => number,
): Map<string, Rank> {
  return new Map(
    rows.map((row) => [
      row.candidateId,
      {
        rank: 1 + rows.filter((other) => order(other, row) < 0).length,
        isTied: rows.some((other) => other !== row && order(other, row) === 0),
      },
    ]),
  );
}

function mandatoryOf(mine: readonly Score[], criteria: readonly JudgedCriterion[]) {
  const states = criteria
    .filter(({ kind }) => kind === 'MANDATORY')
    .map(({ id }) => stateOf(mine.filter(({ criterionId }) => criterionId === id)));
  const worst = (['OPEN', 'DISPUTED', 'NOT_MET'] as const).findLast((state) =>
    states.includes(state),
  );
  return {
    mandatory: worst ?? ('MET' as const),
    met: states.filter((state) => state === 'MET').length,
  };
}

function stateOf(scores: readonly Score[]): MandatoryState {
  if (scores.length === 0) return 'OPEN';
  const met = scores.filter(({ hundredths }) => hundredths > 0).length;
  if (met === 0) return 'NOT_MET';
  return met === scores.length ? 'MET' : 'DISPUTED';
}

function pointsOf(mine: readonly Score[], criteria: readonly JudgedCriterion[]) {
  const preferred = criteria.filter(({ kind }) => kind === 'PREFERRED');
  const most = preferred.reduce((sum, { maxPoints }) => sum + (maxPoints ?? 0), 0);
  let points = ZERO;
  let unjudged = 0;
  for (const { id } of preferred) {
    const scores = mine.filter(({ criterionId }) => criterionId === id);
    if (scores.length === 0) unjudged += 1;
    else {
      const sum = scores.reduce((total, { hundredths }) => total + hundredths, 0);
      points = plus(points, fraction(sum, scores.length * 100));
    }
  }
  return {
    technical: most === 0 ? ZERO : times(points, fraction(100, most)),
    unjudged,
  };
}

/**
 * Technical and financial together, by method. The financial score of a price is 100 × lowest ÷
 * price, as the Bank's regulations reckon it; all arithmetic is exact.
 */
import type { SelectionMethod } from '../register/assignment.ts';
import { ranked, UNRANKED, type ComparedCandidate, type Rank } from './comparison.ts';
import { compareFractions, fraction, plus, times, type Fraction } from './fraction.ts';

export type Price = { candidateId: string; amountMinor: number; currency: string };

export type CombinationRules = {
  method: SelectionMethod;
  /** Percent of the combined score that the technical score makes. */
  technicalWeight: number;
  /** Points of 100 below which a proposal is not opened; null for none. */
  technicalMinimum: number | null;
  /** What may be spent, for selection under a fixed budget; null where none is set. */
  budget: { amountMinor: number; currency: string } | null;
};

/** Why a candidate has no place: null when it has one. */
export type Exclusion = 'MANDATORY' | 'BELOW_MINIMUM' | 'NO_PRICE' | 'OVER_BUDGET' | 'CURRENCY';

export type CombinedCandidate = Rank & {
  candidateId: string;
  financial: Fraction | null;
  /** What is ranked, best first: points; for least cost the financial score. */
  combined: Fraction | null;
  exclusion: Exclusion | null;
};

/** Every candidate with its place in the order in which they are asked to negotiate. */
export function combineScores(
  compared: readonly ComparedCandidate[],
  prices: readonly Price[],
  rules: CombinationRules,
): CombinedCandidate[] {
  const priced = compared.map((candidate) => ({
    candidate,
    price: prices.find(({ candidateId }) => candidateId === candidate.candidateId) ?? null,
  }));
  const currency = rules.budget?.currency ?? prices[0]?.currency ?? null;
  const judged = priced.map((row) => ({ ...row, exclusion: exclusionOf(row, rules, currency) }));
  const amounts = judged.flatMap(({ price, exclusion }) =>
    exclusion === null && price !== null ? [price.amountMinor] : [],
  );
  const lowest = amounts.length === 0 ? null : Math.min(...amounts);
  const rows = judged.map(({ candidate, price, exclusion }) => {
    const isIn = exclusion === null;
    const financial =
      isIn && price !== null && lowest !== null
        ? fraction(BigInt(lowest) * 100n, price.amountMinor)
        : null;
    return {
      candidateId: candidate.candidateId,
      exclusion,
      financial,
      combined: isIn ? combinedOf(candidate.technical, financial, rules) : null,
    };
  });
  const inOrder = rows.flatMap(({ candidateId, combined }) =>
    combined === null ? [] : [{ candidateId, combined }],
  );
  const ranks = ranked(inOrder, (left, right) => compareFractions(right.combined, left.combined));
  return rows.map((row) => ({ ...row, ...(ranks.get(row.candidateId) ?? UNRANKED) }));
}

/** Methods that look at the price before they choose. */
export function isPriceDecisive(method: SelectionMethod): boolean {
  return method === 'QCBS' || method === 'FBS' || method === 'LCS';
}

function exclusionOf(
  { candidate, price }: { candidate: ComparedCandidate; price: Price | null },
  { method, technicalMinimum, budget }: CombinationRules,
  currency: string | null,
): Exclusion | null {
  if (candidate.mandatory !== 'MET') return 'MANDATORY';
  const isBelow =
    technicalMinimum !== null &&
    compareFractions(candidate.technical, fraction(technicalMinimum)) < 0;
  if (isBelow) return 'BELOW_MINIMUM';
  if (!isPriceDecisive(method)) return null;
  if (price === null) return 'NO_PRICE';
  if (price.currency !== currency) return 'CURRENCY';
  const isOver = method === 'FBS' && budget !== null && price.amountMinor > budget.amountMinor;
  return isOver ? 'OVER_BUDGET' : null;
}

function combinedOf(
  technical: Fraction,
  financial: Fraction | null,
  { method, technicalWeight }: CombinationRules,
): Fraction | null {
  if (method === 'LCS') return financial;
  if (method !== 'QCBS' || financial === null) return technical;
  return plus(
    times(technical, fraction(technicalWeight, 100)),
    times(financial, fraction(100 - technicalWeight, 100)),
  );
}

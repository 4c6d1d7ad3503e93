import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combineScores, type CombinationRules } from '#app/domain/procurement/combined-score.ts';
import {
  compareCandidates,
  type ComparedCandidate,
  type Score,
} from '#app/domain/procurement/comparison.ts';
import { fraction, inHundredths } from '#app/domain/procurement/fraction.ts';

const CRITERIA = [
  { id: 'must', kind: 'MANDATORY', maxPoints: null },
  { id: 'first', kind: 'PREFERRED', maxPoints: 60 },
  { id: 'second', kind: 'PREFERRED', maxPoints: 40 },
] as const;

describe('the comparison of candidates', () => {
  it('takes the mean of the evaluators for each criterion', () => {
    const [row] = compareCandidates(['a'], {
      criteria: CRITERIA,
      scores: [...given('a', 'x', [1, 5000, 3000]), ...given('a', 'y', [1, 5001, 3000])],
    });
    expect(row?.mandatory).toBe('MET');
    expect(inHundredths(row?.technical ?? fraction(0))).toBe(8001);
  });

  it('ranks only whoever meets every mandatory criterion, and says why others are not', () => {
    const rows = compareCandidates(['a', 'b', 'c', 'd'], {
      criteria: CRITERIA,
      scores: [
        ...given('a', 'x', [1, 3000, 3000]),
        ...given('b', 'x', [0, 6000, 4000]),
        ...given('c', 'x', [1, 5000, 3000]),
        ...given('c', 'y', [0, 5000, 3000]),
      ],
    });
    expect(rows.map(({ mandatory, rank }) => [mandatory, rank])).toEqual([
      ['MET', 1],
      ['NOT_MET', null],
      ['DISPUTED', null],
      ['OPEN', null],
    ]);
  });

  it('lets equals share a place and skips the next one', () => {
    const rows = compareCandidates(['a', 'b', 'c'], {
      criteria: CRITERIA,
      scores: [
        ...given('a', 'x', [1, 1000, 0]),
        ...given('b', 'x', [1, 5000, 1000]),
        ...given('c', 'x', [1, 3000, 3000]),
      ],
    });
    expect(rows.map(({ rank, isTied }) => [rank, isTied])).toEqual([
      [3, false],
      [1, true],
      [1, true],
    ]);
  });

  it('does not depend on the order of candidates or scores', () => {
    const points = fc.array(fc.tuple(fc.nat(1), fc.nat(6000), fc.nat(4000)), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(points, (all) => {
        const ids = all.map((_, index) => `c${index}`);
        const scores = all.flatMap((row, index) => given(`c${index}`, 'x', row));
        const there = compareCandidates(ids, { criteria: CRITERIA, scores });
        const back = compareCandidates(ids.toReversed(), {
          criteria: CRITERIA,
          scores: scores.toReversed(),
        });
        expect(back.toReversed()).toEqual(there);
      }),
    );
  });
});

describe('the combined score', () => {
  it('weighs 100 × lowest ÷ price with the technical score', () => {
    const rows = combineScores([candidate('a', 90), candidate('b', 80)], prices(200, 100), QCBS);
    // 90 × 0.8 + 50 × 0.2 and 80 × 0.8 + 100 × 0.2
    expect(rows.map(({ combined }) => inHundredths(combined ?? fraction(0)))).toEqual([8200, 8400]);
    expect(rows.map(({ rank }) => rank)).toEqual([2, 1]);
  });

  it('opens no price below the minimum score', () => {
    const rows = combineScores([candidate('a', 90), candidate('b', 69)], prices(200, 100), QCBS);
    expect(rows[1]).toMatchObject({ exclusion: 'BELOW_MINIMUM', rank: null });
    expect(inHundredths(rows[0]?.financial ?? fraction(0))).toBe(10000);
  });

  it('takes the cheapest for least cost and the best within the budget for a fixed one', () => {
    const compared = [candidate('a', 90), candidate('b', 80), candidate('c', 75)];
    const least = combineScores(compared, prices(300, 200, 250), { ...QCBS, method: 'LCS' });
    expect(least.map(({ rank }) => rank)).toEqual([3, 1, 2]);
    const budget = { amountMinor: 260, currency: 'CNY' };
    const fixed = combineScores(compared, prices(300, 200, 250), {
      ...QCBS,
      method: 'FBS',
      budget,
    });
    expect(fixed.map(({ rank, exclusion }) => [rank, exclusion])).toEqual([
      [null, 'OVER_BUDGET'],
      [1, null],
      [2, null],
    ]);
  });

  it('looks at no price for quality alone', () => {
    const rows = combineScores([candidate('a', 90), candidate('b', 95)], [], {
      ...QCBS,
      method: 'QBS',
    });
    expect(rows.map(({ rank }) => rank)).toEqual([2, 1]);
  });

  it('keeps amounts in different currencies apart', () => {
    const [first, second] = prices(200, 100);
    const rows = combineScores(
      [candidate('a', 90), candidate('b', 80)],
      [first, { ...second, currency: 'USD' }],
      QCBS,
    );
    expect(rows[1]?.exclusion).toBe('CURRENCY');
  });

  it('stays between 0 and 100, and a lower price never makes a place worse', () => {
    const offer = fc.tuple(
      fc.integer({ min: 7000, max: 10000 }),
      fc.integer({ min: 1, max: 1e12 }),
    );
    fc.assert(
      fc.property(
        fc.array(offer, { minLength: 2, maxLength: 6 }),
        fc.nat(100),
        (offers, weight) => {
          const rules = { ...QCBS, technicalWeight: weight };
          const compared = offers.map(([points], index) => candidate(`c${index}`, points, 100));
          const amounts = offers.map(([, price]) => price);
          const before = combineScores(compared, pricesOf(amounts), rules);
          for (const { combined } of before) {
            const points = inHundredths(combined ?? fraction(0));
            expect(points).toBeGreaterThanOrEqual(0);
            expect(points).toBeLessThanOrEqual(10000);
          }
          const [first = 1, ...others] = amounts;
          const cheaper = combineScores(
            compared,
            pricesOf([Math.max(1, Math.floor(first / 2)), ...others]),
            rules,
          );
          expect(cheaper[0]?.rank).toBeLessThanOrEqual(before[0]?.rank ?? 0);
        },
      ),
    );
  });
});

const QCBS: CombinationRules = {
  method: 'QCBS',
  technicalWeight: 80,
  technicalMinimum: 70,
  budget: null,
};

function given(candidateId: string, evaluatorId: string, hundredths: readonly number[]): Score[] {
  return CRITERIA.map(({ id }, index) => ({
    candidateId,
    criterionId: id,
    evaluatorId,
    hundredths: hundredths[index] ?? 0,
  }));
}

function candidate(candidateId: string, points: number, under = 1): ComparedCandidate {
  return {
    candidateId,
    mandatory: 'MET',
    met: 1,
    technical: fraction(points, under),
    unjudged: 0,
    rank: null,
    isTied: false,
  };
}

function prices<Amounts extends number[]>(...amounts: Amounts) {
  return amounts.map((amountMinor, index) => ({
    candidateId: 'abc'[index] ?? '',
    amountMinor,
    currency: 'CNY',
  })) as {
    [Index in keyof Amounts]: { candidateId: string; amountMinor: number; currency: string };
  };
}

function pricesOf(amounts: readonly number[]) {
  return amounts.map((amountMinor, index) => ({
    candidateId: `c${index}`,
    amountMinor,
    currency: 'CNY',
  }));
}

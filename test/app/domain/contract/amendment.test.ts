import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  amendmentGaps,
  contractAmount,
  contractEnd,
  isEffective,
  type Amendment,
} from '#app/domain/contract/amendment.ts';
import { AMENDMENT_KINDS, CONTRACT_PARTIES } from '#app/domain/contract/contract.ts';
import { addDays } from '#app/domain/shared/calendar-date.ts';

const EXTENSION: Amendment = {
  no: 1,
  kind: 'EXTENSION',
  newEndsOn: '2027-12-31',
  amountChangeMinor: null,
  hasEvaluation: true,
  agreedBy: ['CLIENT', 'CONSULTANT'],
};

const amendments: fc.Arbitrary<Amendment[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...AMENDMENT_KINDS),
      days: fc.integer({ min: 1, max: 900 }),
      amountChangeMinor: fc.option(fc.integer({ min: -1000, max: 1000 })),
      hasEvaluation: fc.boolean(),
      agreedBy: fc.subarray([...CONTRACT_PARTIES]),
    }),
    { maxLength: 6 },
  )
  .map((drawn) =>
    drawn.map(({ days, ...rest }, index) => {
      const isOfTime = rest.kind === 'EXTENSION' || rest.kind === 'RENEWAL';
      return { ...rest, no: index + 1, newEndsOn: isOfTime ? addDays('2027-01-01', days) : null };
    }),
  );

describe('[I11] the end of a contract', () => {
  test('is that of the signature unless an amendment has evaluation and both agreements', () => {
    fc.assert(
      fc.property(amendments, (all) => {
        const holding = all.filter(
          ({ newEndsOn, hasEvaluation, agreedBy }) =>
            newEndsOn !== null && hasEvaluation && agreedBy.length === 2,
        );

        expect(contractEnd('2027-01-01', all)).toBe(holding.at(-1)?.newEndsOn ?? '2027-01-01');
      }),
    );
  });

  test.each([
    ['the evaluation', { hasEvaluation: false }],
    ['the agreement of the client', { agreedBy: ['CONSULTANT'] }],
    ['the agreement of the consultant', { agreedBy: ['CLIENT'] }],
  ] as const)('does not move without %s', (_what, change) => {
    expect(contractEnd('2027-01-01', [{ ...EXTENSION, ...change }])).toBe('2027-01-01');
  });
});

test('a variation needs both parties and no evaluation', () => {
  const scope: Amendment = {
    ...EXTENSION,
    kind: 'SCOPE',
    newEndsOn: null,
    hasEvaluation: false,
  };

  expect(isEffective(scope)).toBe(true);
  expect(amendmentGaps({ ...scope, agreedBy: [] })).toEqual(['CLIENT', 'CONSULTANT']);
});

test('an extension says what it waits for', () => {
  expect(amendmentGaps({ ...EXTENSION, hasEvaluation: false, agreedBy: ['CLIENT'] })).toEqual([
    'EVALUATION',
    'CONSULTANT',
  ]);
});

test('the amount is what was signed and every change that took effect, in any order', () => {
  fc.assert(
    fc.property(amendments, fc.nat(1_000_000), (all, signedMinor) => {
      const changes = all
        .filter((amendment) => isEffective(amendment))
        .map(({ amountChangeMinor }) => amountChangeMinor ?? 0);

      expect(contractAmount(signedMinor, all)).toBe(
        changes.reduce((sum, change) => sum + change, signedMinor),
      );
      expect(contractAmount(signedMinor, all.toReversed())).toBe(contractAmount(signedMinor, all));
    }),
  );
});

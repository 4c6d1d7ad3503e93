import { expect, test } from 'vitest';
import { closingGaps, type ContractFacts } from '#app/domain/contract/closing-gaps.ts';

const SETTLED: ContractFacts = {
  amountMinor: 300,
  deliverables: [{ no: 1, isAcceptedByAll: true }],
  payments: [
    { no: 1, amountMinor: 100, state: 'RELEASED' },
    { no: 2, amountMinor: 200, state: 'RELEASED' },
  ],
  amendments: [],
  commitments: [{ no: 1, result: 'NOT_MET' }],
};

test('nothing is missing where all is accepted, judged and paid, also what was not met', () => {
  expect(closingGaps(SETTLED, 'COMPLETED')).toEqual([]);
  expect(closingGaps(SETTLED, 'CLOSED')).toEqual([]);
});

test('completing asks for the work, closing for the money too', () => {
  const open: ContractFacts = {
    ...SETTLED,
    deliverables: [...SETTLED.deliverables, { no: 2, isAcceptedByAll: false }],
    payments: [
      { no: 1, amountMinor: 100, state: 'RELEASED' },
      { no: 2, amountMinor: 150, state: 'HELD' },
    ],
    amendments: [
      {
        no: 1,
        kind: 'SCOPE',
        newEndsOn: null,
        amountChangeMinor: null,
        hasEvaluation: false,
        agreedBy: ['CLIENT'],
      },
    ],
    commitments: [
      { no: 1, result: null },
      { no: 2, result: 'NOT_DUE' },
      { no: 3, result: 'MET' },
    ],
  };
  const work = [
    { code: 'deliverables-not-accepted', nos: [2] },
    { code: 'commitments-not-checked', nos: [1, 2] },
  ];

  expect(closingGaps(open, 'COMPLETED')).toEqual(work);
  expect(closingGaps(open, 'CLOSED')).toEqual([
    ...work,
    { code: 'amendments-not-agreed', nos: [1] },
    { code: 'payments-not-released', nos: [2] },
    { code: 'schedule-not-adding-up', nos: [2] },
  ]);
});

test('a schedule that was wholly paid and still misses the amount keeps the contract open', () => {
  expect(closingGaps({ ...SETTLED, amountMinor: 301 }, 'CLOSED')).toEqual([
    { code: 'schedule-not-adding-up', nos: [] },
  ]);
});

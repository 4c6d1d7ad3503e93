import { expect, test } from 'vitest';
import { assignmentNumber, isAssignmentCode } from '#app/domain/register/assignment.ts';

test('[I01] sub-contracts are PMI-1 to PMI-26 and nothing else', () => {
  const accepted = Array.from({ length: 101 }, (_, number) => `PMI-${number}`).filter((code) =>
    isAssignmentCode(code, 'SUBCONTRACT'),
  );

  expect(accepted).toEqual(Array.from({ length: 26 }, (_, index) => `PMI-${index + 1}`));
});

test.each(['PMI-03', 'PMI-', 'pmi-3', 'PMI-3-ICS', ' PMI-3', 'PMI-3\n', 'PMI-3.0', 'PMI-³', ''])(
  '[I01] %j is no code of a sub-contract',
  (code) => {
    expect(isAssignmentCode(code, 'SUBCONTRACT')).toBe(false);
  },
);

test.each([
  ['PMI-30-ICS', true],
  ['PMI-30', true],
  ['PMI-3', true],
  ['PMI-100-ICS', true],
  ['PMI-0-ICS', false],
  ['PMI-030-ICS', false],
  ['PMI-30-ics', false],
  ['PMI-30-ICS-2', false],
  ['PMI--ICS', false],
])('[I01] for an individual, %s is a code: %s', (code, accepted) => {
  expect(isAssignmentCode(code, 'INDIVIDUAL')).toBe(accepted);
});

test('codes sort by the number inside them', () => {
  const codes = ['PMI-10', 'PMI-30-ICS', 'PMI-2', 'PMI-26'];

  expect(codes.sort((left, right) => assignmentNumber(left) - assignmentNumber(right))).toEqual([
    'PMI-2',
    'PMI-10',
    'PMI-26',
    'PMI-30-ICS',
  ]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignmentNumber, isAssignmentCode } from '#app/domain/register/assignment.ts';
import {
  DEMO_ASSIGNMENTS,
  EXPERT_KEY_COORDINATIONS,
  EXPERT_LEADS,
} from '#db/seed/demo-register.ts';

const number = fc.integer({ min: -50, max: 5_000 });

test('[I01] a sub-contract takes a number from 1 to 26 and an individual assignment any', () => {
  fc.assert(
    fc.property(number, (n) => {
      expect(isAssignmentCode(`PMI-${n}`, 'SUBCONTRACT')).toBe(n >= 1 && n <= 26);
      expect(isAssignmentCode(`PMI-${n}`, 'INDIVIDUAL')).toBe(n >= 1);
      expect(isAssignmentCode(`PMI-${n}-ICS`, 'INDIVIDUAL')).toBe(n >= 1);
      expect(isAssignmentCode(`PMI-${n}-ICS`, 'SUBCONTRACT')).toBe(false);
    }),
  );
});

test('[I01] nothing but the two shapes is a code', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      if (!isAssignmentCode(text, 'INDIVIDUAL')) return;
      expect([`PMI-${assignmentNumber(text)}`, `PMI-${assignmentNumber(text)}-ICS`]).toContain(
        text,
      );
    }),
  );
});

test('[I02] the expert leads 15, coordinates three of them, and contributes to the other 11', () => {
  const all = DEMO_ASSIGNMENTS.map((row) => row.number);

  expect(EXPERT_LEADS).toEqual([2, 3, 4, 5, 6, 7, 9, 10, 13, 17, 20, 21, 24, 25, 26]);
  expect(EXPERT_LEADS).toHaveLength(15);
  expect(EXPERT_KEY_COORDINATIONS).toEqual([3, 4, 17]);
  expect(EXPERT_KEY_COORDINATIONS.filter((one) => !EXPERT_LEADS.includes(one))).toEqual([]);
  expect(all.filter((one) => !EXPERT_LEADS.includes(one))).toHaveLength(11);
});

test('[I03] each of the 26 is in one of four components or in none, never in two', () => {
  const numbers = DEMO_ASSIGNMENTS.map((row) => row.number).sort((left, right) => left - right);

  expect(numbers).toEqual(Array.from({ length: 26 }, (_, index) => index + 1));
  expect(
    DEMO_ASSIGNMENTS.filter(
      ({ component }) => component !== null && ![1, 2, 3, 4].includes(component),
    ),
  ).toEqual([]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  latestChecks,
  needsEvidence,
  reachedOfTarget,
  standingChecks,
  totalsOf,
} from '#app/domain/contract/commitment-sheet.ts';
import { COMMITMENT_RESULTS } from '#app/domain/contract/contract.ts';

const COMMITMENTS = ['a', 'b', 'c'];
const DELIVERABLES = ['1', '2', '3'];
const checks = fc
  .array(
    fc.record({
      commitmentId: fc.constantFrom(...COMMITMENTS),
      deliverableId: fc.constantFrom(...DELIVERABLES),
      result: fc.constantFrom(...COMMITMENT_RESULTS),
      minute: fc.nat(3),
    }),
    { maxLength: 30 },
  )
  .map((drawn) =>
    drawn.map(({ minute, ...check }, index) => ({
      ...check,
      id: String(index).padStart(3, '0'),
      reachedValue: null,
      checkedAt: new Date(Date.UTC(2026, 0, 1, 0, minute)),
    })),
  );

test('the latest check holds at each deliverable, in whatever order they come', () => {
  fc.assert(
    fc.property(checks, (drawn) => {
      const at = latestChecks(drawn);
      const reversed = latestChecks(drawn.toReversed());

      for (const commitment of COMMITMENTS) {
        for (const deliverable of DELIVERABLES) {
          const own = drawn.filter(
            ({ commitmentId, deliverableId }) =>
              commitmentId === commitment && deliverableId === deliverable,
          );
          const held = at(commitment, deliverable);
          expect(held === null).toBe(own.length === 0);
          expect(own.every(({ checkedAt }) => held !== null && checkedAt <= held.checkedAt)).toBe(
            true,
          );
          expect(reversed(commitment, deliverable)).toBe(held);
        }
      }
    }),
  );
});

test('a commitment stands as at the last deliverable where it was checked; totals count each once', () => {
  fc.assert(
    fc.property(checks, (drawn) => {
      const standing = standingChecks(COMMITMENTS, DELIVERABLES, drawn);
      const totals = totalsOf(standing.values());

      expect(Object.values(totals).reduce((sum, count) => sum + count, 0)).toBe(3);
      for (const [commitment, check] of standing) {
        const later = drawn.filter(
          ({ commitmentId, deliverableId }) =>
            commitmentId === commitment && deliverableId > (check?.deliverableId ?? ''),
        );
        expect(later).toEqual([]);
      }
    }),
  );
});

test('what was reached is told against the target, where there is one', () => {
  expect(reachedOfTarget({ reachedValue: '3' }, '5')).toBe(60);
  expect(reachedOfTarget({ reachedValue: null }, '5')).toBeNull();
  expect(reachedOfTarget({ reachedValue: '3' }, null)).toBeNull();
  expect(reachedOfTarget(null, '5')).toBeNull();
});

test('only what counts in favour of the consultant needs evidence', () => {
  expect(COMMITMENT_RESULTS.filter(needsEvidence)).toEqual(['MET', 'PARTLY_MET']);
});

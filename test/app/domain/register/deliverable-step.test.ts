import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deliverableState, isOwed } from '#app/domain/register/deliverable-state.ts';
import { stepRefusal, type DeliverableStep } from '#app/domain/register/deliverable-step.ts';
import {
  ACCEPTED_BY,
  ACCEPTING_SIDES,
  DELIVERABLE_KINDS,
  type AcceptedBy,
} from '#app/domain/register/deliverable.ts';
import { DOCUMENT_OF_DELIVERABLE } from '#app/domain/register/document-of-deliverable.ts';
import { answerRefusal, nextSubmissionNo } from '#app/domain/register/submission.ts';

const PERSONS = ['wang', 'chen', 'moreau', 'reed'];

const anyStep: fc.Arbitrary<DeliverableStep> = fc.oneof(
  fc.record({ event: fc.constant('SUBMITTED' as const), personId: fc.constantFrom(...PERSONS) }),
  fc.record({
    event: fc.constantFrom('RETURNED' as const, 'ACCEPTED' as const),
    side: fc.constantFrom(...ACCEPTING_SIDES),
    personId: fc.constantFrom(...PERSONS),
  }),
);

describe('whatever people try, one after the other', () => {
  test('[I10] nothing is accepted without every acceptance, each by another person', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ACCEPTED_BY), fc.array(anyStep), (acceptedBy, tried) => {
        const { taken, state } = run(acceptedBy, tried);
        const sinceSubmitted = taken.slice(
          taken.findLastIndex(({ event }) => event === 'SUBMITTED') + 1,
        );
        const acceptances = sinceSubmitted.filter(({ event }) => event === 'ACCEPTED');
        const sides = acceptances.flatMap((step) => (step.event === 'ACCEPTED' ? step.side : []));
        const wanted = acceptedBy === 'BOTH' ? ['PMO', 'BANK'] : [acceptedBy];

        expect(state === 'ACCEPTED').toBe(wanted.every((side) => sides.some((s) => s === side)));
        expect(new Set(acceptances.map(({ personId }) => personId)).size).toBe(acceptances.length);
      }),
    );
  });

  test('[I09] submissions are numbered 1, 2, 3, … without gaps', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ACCEPTED_BY), fc.array(anyStep), (acceptedBy, tried) => {
        const submissions: { no: number }[] = [];
        for (const { event } of run(acceptedBy, tried).taken) {
          if (event === 'SUBMITTED') submissions.push({ no: nextSubmissionNo(submissions) });
        }

        expect(submissions.map(({ no }) => no)).toEqual(submissions.map((_, index) => index + 1));
      }),
    );
  });

  test('what is accepted stays accepted, and nothing is judged before it is handed in', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ACCEPTED_BY), fc.array(anyStep), (acceptedBy, tried) => {
        const { taken } = run(acceptedBy, tried);
        taken.forEach((step, index) => {
          const before = stateAfter(acceptedBy, taken.slice(0, index));
          expect(before).not.toBe('ACCEPTED');
          expect(isOwed(before)).toBe(step.event === 'SUBMITTED');
        });
      }),
    );
  });
});

test('who may not is told why', () => {
  const submitted = { acceptedBy: 'BOTH', state: 'SUBMITTED', acceptedByPersons: [] } as const;
  const bank = { event: 'ACCEPTED', side: 'BANK', personId: 'moreau' } as const;

  expect(stepRefusal(submitted, bank)).toBe('deliverable.other-side');
  expect(stepRefusal(submitted, { event: 'SUBMITTED', personId: 'wang' })).toBe(
    'deliverable.not-owed',
  );
  expect(stepRefusal({ ...submitted, state: 'EXPECTED' }, bank)).toBe(
    'deliverable.not-under-review',
  );
  const first = {
    acceptedBy: 'BOTH',
    state: 'PMO_ACCEPTED',
    acceptedByPersons: ['moreau'],
  } as const;
  expect(stepRefusal(first, bank)).toBe('deliverable.same-person');
  expect(stepRefusal({ ...first, acceptedBy: 'PMO', state: 'SUBMITTED' }, bank)).toBe(
    'deliverable.other-side',
  );
});

test('[I08] a return is answered by a later version of the same text, whatever came before', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(50), fc.boolean(), (returned, next, isSame) => {
      const refusal = answerRefusal(
        { documentId: 'report', versionNo: returned },
        { documentId: isSame ? 'report' : 'other', versionNo: next },
      );

      expect(refusal === null).toBe(isSame && next > returned);
    }),
  );
  expect(answerRefusal(null, { documentId: 'report', versionNo: 1 })).toBeNull();
});

test('[I12] a journey is reported by a travel report, a meeting by its summary', () => {
  expect(DOCUMENT_OF_DELIVERABLE.TRAVEL).toBe('TRAVEL_REPORT');
  expect(DOCUMENT_OF_DELIVERABLE.MEETING_SUMMARY).toBe('MEETING_SUMMARY');
  const kinds = DELIVERABLE_KINDS.map((kind) => DOCUMENT_OF_DELIVERABLE[kind]);
  expect(new Set(kinds).size).toBe(DELIVERABLE_KINDS.length);
});

/** Does what the rules let through and leaves out the rest. */
function run(acceptedBy: AcceptedBy, tried: readonly DeliverableStep[]) {
  const taken: DeliverableStep[] = [];
  for (const step of tried) {
    const begun = taken.findLastIndex(({ event }) => event !== 'ACCEPTED');
    const standing = {
      acceptedBy,
      state: stateAfter(acceptedBy, taken),
      acceptedByPersons: taken.slice(begun + 1).map(({ personId }) => personId),
    };
    if (stepRefusal(standing, step) === null) taken.push(step);
  }
  return { taken, state: stateAfter(acceptedBy, taken) };
}

function stateAfter(acceptedBy: AcceptedBy, taken: readonly DeliverableStep[]) {
  const last = taken.at(-1);
  if (last === undefined) return deliverableState(acceptedBy, null);
  const side = last.event === 'SUBMITTED' ? null : last.side;
  return deliverableState(acceptedBy, { event: last.event, side });
}

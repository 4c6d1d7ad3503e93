import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PAYMENT_EVENTS, type PaymentEvent } from '#app/domain/contract/contract.ts';
import { acceptedAt } from '#app/domain/contract/deliverable-acceptance.ts';
import { mayHappen, paymentState } from '#app/domain/contract/payment-state.ts';
import {
  ACCEPTING_SIDES,
  DELIVERABLE_EVENTS,
  ACCEPTED_BY,
} from '#app/domain/register/deliverable.ts';

describe('a payment', () => {
  test.each([
    ['EXPECTED', false, [], 'SCHEDULED'],
    ['SUBMITTED', false, [], 'HELD'],
    ['RETURNED', false, [], 'HELD'],
    ['ACCEPTED', false, [], 'HELD'],
    ['ACCEPTED', true, [], 'PAYABLE'],
    ['ACCEPTED', true, ['INVOICED'], 'INVOICED'],
    ['ACCEPTED', true, ['INVOICED', 'RELEASED'], 'RELEASED'],
    ['ACCEPTED', true, ['RELEASED'], 'RELEASED'],
    ['RETURNED', false, ['INVOICED'], 'HELD'],
    ['RETURNED', false, ['RELEASED'], 'RELEASED'],
  ] as const)(
    'for a deliverable %s, accepted by all %s, after %j is %s',
    (state, isAcceptedByAll, events, expected) => {
      expect(paymentState({ deliverable: { state, isAcceptedByAll }, events })).toBe(expected);
    },
  );

  test('is never invoiced or released before its deliverable is accepted by all', () => {
    const states = fc.constantFrom('EXPECTED', 'SUBMITTED', 'RETURNED', 'ACCEPTED');
    fc.assert(
      fc.property(
        states,
        fc.boolean(),
        fc.array(fc.constantFrom(...PAYMENT_EVENTS)),
        (state, isAcceptedByAll, wishes) => {
          const deliverable = { state, isAcceptedByAll } as const;
          const happened: PaymentEvent[] = [];
          for (const event of wishes) {
            if (mayHappen(event, paymentState({ deliverable, events: happened })))
              happened.push(event);
          }

          if (!isAcceptedByAll) expect(happened).toEqual([]);
          expect(new Set(happened).size).toBe(happened.length);
          expect(happened.indexOf('INVOICED')).toBeLessThanOrEqual(0);
        },
      ),
    );
  });
});

describe('the acceptance of a deliverable', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
  const histories = fc
    .array(
      fc.record({
        event: fc.constantFrom(...DELIVERABLE_EVENTS),
        side: fc.constantFrom(...ACCEPTING_SIDES),
        personId: fc.constantFrom('one', 'two'),
      }),
      { maxLength: 8 },
    )
    .map((drawn) =>
      drawn.map((event, index) => ({
        ...event,
        side: event.event === 'SUBMITTED' ? null : event.side,
        at: at(index),
      })),
    );

  test('[I10] by both sides takes two different people after the last submission', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const last = events.findLastIndex(({ event }) => event !== 'ACCEPTED');
        const since = events.slice(last + 1);
        const pairs = since.flatMap((one) =>
          since.filter(
            (other) =>
              one.side === 'PMO' && other.side === 'BANK' && one.personId !== other.personId,
          ),
        );

        expect(acceptedAt('BOTH', events) !== null).toBe(pairs.length > 0);
      }),
    );
  });

  test('by one side is that of this side, at the time it gave it', () => {
    const submitted = { event: 'SUBMITTED', side: null, personId: 'firm', at: at(0) } as const;
    const byBank = { event: 'ACCEPTED', side: 'BANK', personId: 'lead', at: at(1) } as const;

    expect(acceptedAt('BANK', [submitted, byBank])).toEqual(at(1));
    expect(acceptedAt('PMO', [submitted, byBank])).toBeNull();
  });

  test.each(ACCEPTED_BY)('of whom it needs (%s), nothing is left after a return', (acceptedBy) => {
    fc.assert(
      fc.property(histories, (events) => {
        const returned = { event: 'RETURNED', side: 'PMO', personId: 'one', at: at(60) } as const;

        expect(acceptedAt(acceptedBy, [...events, returned])).toBeNull();
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PAYMENT_EVENTS, type PaymentEvent } from '#app/domain/contract/contract.ts';
import { mayHappen, paymentState } from '#app/domain/contract/payment-state.ts';
import { DELIVERABLE_STATES } from '#app/domain/register/deliverable.ts';

describe('a payment', () => {
  test.each([
    ['EXPECTED', [], 'SCHEDULED'],
    ['SUBMITTED', [], 'HELD'],
    ['RETURNED', [], 'HELD'],
    ['PMO_ACCEPTED', [], 'HELD'],
    ['ACCEPTED', [], 'PAYABLE'],
    ['ACCEPTED', ['INVOICED'], 'INVOICED'],
    ['ACCEPTED', ['INVOICED', 'RELEASED'], 'RELEASED'],
    ['ACCEPTED', ['RELEASED'], 'RELEASED'],
    ['RETURNED', ['INVOICED'], 'HELD'],
    ['RETURNED', ['RELEASED'], 'RELEASED'],
  ] as const)('whose deliverable is %s, after %j, is %s', (deliverable, events, expected) => {
    expect(paymentState({ deliverable, events })).toBe(expected);
  });

  test('is never invoiced or released before its deliverable is accepted by all', () => {
    const deliverables = fc.constantFrom(...DELIVERABLE_STATES);
    const wishes = fc.array(fc.constantFrom(...PAYMENT_EVENTS));
    fc.assert(
      fc.property(deliverables, wishes, (deliverable, wished) => {
        const happened: PaymentEvent[] = [];
        for (const event of wished) {
          const state = paymentState({ deliverable, events: happened });
          if (mayHappen(event, state)) happened.push(event);
        }

        if (deliverable !== 'ACCEPTED') expect(happened).toEqual([]);
        expect(new Set(happened).size).toBe(happened.length);
        expect(happened.indexOf('INVOICED')).toBeLessThanOrEqual(0);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidateMoves, isCompared } from '#app/domain/procurement/candidate-course.ts';
import { CANDIDATE_EVENTS } from '#app/domain/procurement/candidate.ts';
import { noObjectionState } from '#app/domain/procurement/no-objection.ts';
import { ruleOn, type ProcurementRule } from '#app/domain/procurement/procurement-rule.ts';
import { addDays } from '#app/domain/shared/calendar-date.ts';
import { ASSIGNMENT_STAGES } from '#app/domain/register/stage.ts';

describe('a procurement rule', () => {
  const asked = { name: 'candidates.minimum', method: 'INDV', date: '2026-05-01' } as const;

  it('is the value that holds on the day', () => {
    const rules = [
      rule({ value: 3, effectiveTo: '2026-04-30' }),
      rule({ value: 4, effectiveFrom: '2026-05-01' }),
    ];
    expect(ruleOn(rules, asked)?.value).toBe(4);
    expect(ruleOn(rules, { ...asked, date: '2026-04-30' })?.value).toBe(3);
    expect(ruleOn(rules, { ...asked, date: '2019-12-31' })).toBeNull();
  });

  it('is that of the method before that of all methods', () => {
    const rules = [
      rule({ value: 5, method: null, effectiveFrom: '2026-01-01' }),
      rule({ value: 3 }),
    ];
    expect(ruleOn(rules, asked)?.value).toBe(3);
    expect(ruleOn(rules, { ...asked, method: 'CQS' })?.value).toBe(5);
  });

  it('has one value on every day of a row of values, each ending the day before the next', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(2000), { minLength: 1, maxLength: 8 }),
        fc.nat(2500),
        (days, at) => {
          const starts = days.toSorted((left, right) => left - right);
          const rules = starts.map((start, index) => {
            const next = starts[index + 1];
            return rule({
              value: index + 1,
              effectiveFrom: addDays('2020-01-01', start),
              effectiveTo: next === undefined ? null : addDays('2020-01-01', next - 1),
            });
          });
          const date = addDays('2020-01-01', at);
          const expected = starts.filter((start) => start <= at).length;
          expect(ruleOn(rules, { ...asked, date })?.value ?? 0).toBe(expected);
        },
      ),
    );
  });
});

describe('a candidate', () => {
  it('[I04] does not count as compared when struck off before anybody judged it', () => {
    expect(isCompared({ events: ['INTERESTED'], isScored: false })).toBe(false);
    expect(isCompared({ events: ['INTERESTED', 'LISTED'], isScored: false })).toBe(true);
    const struck = ['INTERESTED', 'LISTED', 'REJECTED'] as const;
    expect(isCompared({ events: struck, isScored: false })).toBe(false);
    expect(isCompared({ events: struck, isScored: true })).toBe(true);
  });

  it('is not moved before the terms of reference are cleared or after the signature', () => {
    for (const stage of ['PLANNED', 'TOR_REVIEW', 'SIGNED', 'CLOSED', 'CANCELLED'] as const) {
      for (const event of CANDIDATE_EVENTS) expect(candidateMoves(event, stage)).toEqual([]);
    }
  });

  it('is selected on the steps before negotiation only', () => {
    const stages = ASSIGNMENT_STAGES.filter((stage) =>
      CANDIDATE_EVENTS.some((event) => candidateMoves(event, stage).includes('SELECTED')),
    );
    expect(stages.sort()).toEqual(
      ['COMBINED_EVALUATED', 'COMPARED', 'INVITED', 'ONE_INVITED', 'TECH_EVALUATED'].sort(),
    );
  });
});

describe('a no-objection', () => {
  it('[I06] is void as soon as the document has a later version, whatever was decided', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(null, 'GRANTED' as const, 'COMMENTS' as const, 'REFUSED' as const),
        fc.integer({ min: 1, max: 50 }),
        fc.nat(5),
        (decision, versionNo, later) => {
          const state = noObjectionState({
            decision,
            versionNo,
            latestVersionNo: versionNo + later,
          });
          expect(state).toBe(later > 0 ? 'VOID' : (decision ?? 'PENDING'));
        },
      ),
    );
  });
});

function rule(given: Partial<ProcurementRule>): ProcurementRule {
  return {
    id: 'id',
    name: 'candidates.minimum',
    method: 'INDV',
    value: 3,
    effectiveFrom: '2020-01-01',
    effectiveTo: null,
    source: { zh: '出处', en: 'Source' },
    isConfirmed: true,
    ...given,
  };
}

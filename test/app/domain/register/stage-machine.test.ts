import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SELECTION_METHODS } from '#app/domain/register/assignment.ts';
import { unmetDemands, type StageFacts } from '#app/domain/register/stage-demands.ts';
import {
  choosingStep,
  courseIndex,
  COURSES,
  FINAL_STAGES,
  isBeforeSigned,
  moveKind,
  movesFrom,
} from '#app/domain/register/stage-machine.ts';
import { ASSIGNMENT_STAGES } from '#app/domain/register/stage.ts';

const method = fc.constantFrom(...SELECTION_METHODS);
const stage = fc.constantFrom(...ASSIGNMENT_STAGES);

describe('the courses of the methods', () => {
  it('begin planned, end closed and name no stage twice', () => {
    for (const course of Object.values(COURSES)) {
      const stages = course.flat();
      expect(course[0]).toEqual(['PLANNED']);
      expect(course.at(-1)).toEqual(['CLOSED']);
      expect(new Set(stages).size).toBe(stages.length);
    }
  });

  it.each([
    ['QCBS', ['COMBINED_EVALUATED']],
    ['QBS', ['TECH_EVALUATED']],
    ['CQS', ['ONE_INVITED']],
    ['CDS', ['INVITED']],
    ['INDV', ['COMPARED']],
  ] as const)('%s chooses at %j', (of, step) => {
    expect(choosingStep(of)).toEqual(step);
  });

  it('reach from planned every stage that they have, by forward moves alone', () => {
    fc.assert(
      fc.property(method, (of) => {
        const reached = new Set(['PLANNED']);
        const open = [...reached] as (typeof ASSIGNMENT_STAGES)[number][];
        for (const from of open) {
          for (const { to, kind } of movesFrom(of, from)) {
            if (kind !== 'FORWARD' || reached.has(to)) continue;
            reached.add(to);
            open.push(to);
          }
        }
        expect([...reached].sort()).toEqual(COURSES[of].flat().sort());
      }),
    );
  });
});

describe('moves between stages', () => {
  it('go one step at a time, and nothing leaves what has ended', () => {
    fc.assert(
      fc.property(method, stage, stage, (of, from, to) => {
        const kind = moveKind(of, { from, to });
        const distance = courseIndex(of, to) - courseIndex(of, from);
        if (FINAL_STAGES.includes(from)) expect(kind).toBeNull();
        if (kind === 'FORWARD') expect(distance).toBe(1);
        if (kind === 'BACK') expect(distance).toBe(-1);
        if (kind === 'FORWARD' || kind === 'BACK') {
          expect(courseIndex(of, from)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('cancel before the signature only, terminate after it only', () => {
    fc.assert(
      fc.property(method, stage, (of, from) => {
        const kinds = movesFrom(of, from).map(({ kind }) => kind);
        if (isBeforeSigned(from)) expect(kinds).toContain('CANCEL');
        else expect(kinds).not.toContain('CANCEL');
        expect(kinds.includes('TERMINATE')).toBe(from === 'SIGNED' || from === 'IMPLEMENTING');
      }),
    );
  });

  it('never lead back over a signature', () => {
    for (const of of SELECTION_METHODS) {
      expect(movesFrom(of, 'SIGNED').map(({ kind }) => kind)).not.toContain('BACK');
    }
  });

  it('lead back from review to draft, and from negotiation to the step before', () => {
    for (const of of SELECTION_METHODS) {
      expect(moveKind(of, { from: 'TOR_REVIEW', to: 'TOR_DRAFT' })).toBe('BACK');
      for (const to of choosingStep(of)) {
        expect(moveKind(of, { from: 'NEGOTIATION', to })).toBe('BACK');
      }
    }
  });
});

describe('what a stage demands', () => {
  it('[I04] compares as many candidates as the rule says, whatever the number', () => {
    fc.assert(
      fc.property(fc.nat(10), fc.nat(10), (compared, fewest) => {
        const facts = { ...NOTHING, fewest, candidates: { ...NOTHING.candidates, compared } };
        const unmet = unmetDemands('COMPARED', facts);
        expect(unmet.includes('stage.candidates-few')).toBe(compared < fewest);
      }),
    );
  });

  it('[I05] sends no terms of reference to review without their sections', () => {
    expect(unmetDemands('TOR_REVIEW', NOTHING)).toEqual(['stage.tor-missing']);
    expect(unmetDemands('TOR_REVIEW', { ...NOTHING, tor: 'incomplete' })).toEqual([
      'stage.tor-sections',
    ]);
    expect(unmetDemands('TOR_REVIEW', { ...NOTHING, tor: 'complete' })).toEqual([]);
  });

  it('asks for the no-objection under prior review only', () => {
    expect(unmetDemands('TOR_CLEARED', NOTHING)).toEqual(['stage.no-objection-tor']);
    expect(unmetDemands('TOR_CLEARED', { ...NOTHING, review: 'POST' })).toEqual([]);
    expect(unmetDemands('TOR_CLEARED', { ...NOTHING, granted: ['TOR'] })).toEqual([]);
    expect(unmetDemands('TOR_CLEARED', { ...NOTHING, granted: ['RFP'] })).not.toEqual([]);
  });

  it('asks for exactly one selected candidate before negotiation', () => {
    for (const selected of [0, 1, 2]) {
      const facts = { ...NOTHING, candidates: { ...NOTHING.candidates, selected } };
      expect(unmetDemands('NEGOTIATION', facts)).toEqual(
        selected === 1 ? [] : ['stage.none-selected'],
      );
    }
  });
});

const NOTHING: StageFacts = {
  review: 'PRIOR',
  tor: 'none',
  granted: [],
  candidates: { compared: 0, unscored: 0, invited: 0, proposed: 0, unpriced: 0, selected: 0 },
  fewest: null,
  most: null,
  hasContract: false,
  openDeliverables: 0,
  unreleasedPayments: 0,
};

import { describe, expect, it } from 'vitest';
import { compileReleases } from '#server/ocds/compile-releases.ts';
import { releasesOf } from '#server/ocds/releases-of.ts';
import { sampleProcess } from './sample-process.ts';

describe('the releases of a process', () => {
  it('are one for each tag it has reached, oldest first', () => {
    expect(
      releasesOf(sampleProcess()).map(({ tag, date }) => `${date.slice(0, 10)} ${tag.join()}`),
    ).toEqual([
      '2026-01-05 planning',
      '2026-02-10 tender',
      '2026-04-01 award',
      '2026-04-15 contract',
      '2026-07-15 implementation',
      '2026-08-01 contractAmendment',
      '2026-09-01 contractAmendment',
      '2026-10-01 contractTermination',
    ]);
  });

  it('are only the planning when nothing else has been reached', () => {
    const planned = { ...sampleProcess(), tender: null, awards: [], contracts: [] };
    expect(releasesOf(planned).map(({ tag }) => tag)).toEqual([['planning']]);
  });

  it('have the same ids for the same words, and others for other words', () => {
    const before = releasesOf(sampleProcess());
    expect(releasesOf(sampleProcess())).toEqual(before);
    const process = sampleProcess();
    process.planning.budget = { minor: 1, currency: 'CNY' };
    const after = releasesOf(process);
    expect(after[0]?.id).not.toBe(before[0]?.id);
    expect(after.slice(1).map(({ id }) => id)).toEqual(before.slice(1).map(({ id }) => id));
    expect(new Set(before.map(({ id }) => id)).size).toBe(before.length);
  });

  it('give amounts as decimals that are right to the last fen', () => {
    const [planning, , , , paid] = releasesOf(sampleProcess());
    expect(planning).toHaveProperty('planning.budget.amount', {
      amount: 1500000.29,
      currency: 'CNY',
    });
    expect(paid).toHaveProperty('contracts.0.implementation.transactions.0.value.amount', 0.29);
    const process = sampleProcess();
    process.planning.budget = { minor: 500, currency: 'JPY' };
    expect(releasesOf(process)[0]).toHaveProperty('planning.budget.amount.amount', 500);
  });

  it('leave out what is not known', () => {
    const process = sampleProcess();
    process.planning.budget = null;
    expect(releasesOf(process)[0]).not.toHaveProperty('planning.budget.amount');
    expect(JSON.stringify(releasesOf(process))).not.toMatch(/null|\[\]/);
  });

  it('compile to what the contract has come to', () => {
    const compiled = compileReleases(releasesOf(sampleProcess()));
    expect(compiled).toMatchObject({
      id: 'ocds-test00-PMI-9-2026-10-01T02:00:00.000Z',
      tag: ['compiled'],
      contracts: [
        {
          status: 'terminated',
          value: { amount: 1500000, currency: 'CNY' },
          period: { endDate: '2027-09-30T23:59:59+08:00' },
          amendments: [{ id: 'a1' }, { id: 'a2' }],
          milestones: [{ id: 'd1', status: 'met' }],
          implementation: { transactions: [{ id: 'p1' }] },
        },
      ],
    });
  });
});

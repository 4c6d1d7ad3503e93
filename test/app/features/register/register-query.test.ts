import { describe, expect, it } from 'vitest';
import {
  parseRegisterQuery,
  registerSearch,
  selectAssignments,
} from '#app/features/register/register-query.ts';
import type { AssignmentView } from '#app/use-cases/register/assignment-views.ts';

const PMI_2 = assignment({ code: 'PMI-2', title: { zh: '配额方案', en: 'Allocation plan' } });
const PMI_3 = assignment({
  code: 'PMI-3',
  title: { zh: '碳税研究', en: 'Carbon tax' },
  component: { id: 'c2', no: 2, name: { zh: '二', en: 'Two' } },
  myRoles: ['TOR_LEAD'],
});
const PMI_10 = assignment({
  code: 'PMI-10',
  title: { zh: '核查监督', en: 'Verifier supervision' },
  stage: 'IMPLEMENTING',
  phase: 'RUNNING',
  nextDeliverable: {
    id: 'd',
    no: 1,
    kind: 'INTERIM',
    title: { zh: '中期报告', en: 'Interim report' },
    dueOn: '2026-11-01',
    state: 'EXPECTED',
    daysOverdue: 3,
    returnReason: null,
  },
});
const ALL = [PMI_10, PMI_3, PMI_2];

describe('the register table', () => {
  it.each([
    ['', ['PMI-2', 'PMI-3', 'PMI-10']],
    ['dir=desc', ['PMI-10', 'PMI-3', 'PMI-2']],
    ['q=碳税', ['PMI-3']],
    ['q=SUPERVISION', ['PMI-10']],
    ['q=ｐｍｉ-10', ['PMI-10']],
    ['component=2', ['PMI-3']],
    ['phase=RUNNING', ['PMI-10']],
    ['mine=1', ['PMI-3']],
    ['late=1', ['PMI-10']],
    ['sort=due', ['PMI-10', 'PMI-2', 'PMI-3']],
    ['sort=stage&dir=desc', ['PMI-10', 'PMI-2', 'PMI-3']],
    ['q=nothing like it', []],
  ])('shows for ?%s', (search, codes) => {
    expect(codesFor(search, 'en')).toEqual(codes);
  });

  it('orders titles as the reader of the language expects', () => {
    expect(codesFor('sort=title', 'en')).toEqual(['PMI-2', 'PMI-3', 'PMI-10']);
    expect(codesFor('sort=title', 'zh-CN')).toEqual(['PMI-10', 'PMI-2', 'PMI-3']);
  });

  it('shows everything when the address asks for nonsense', () => {
    expect(codesFor('component=-1&phase=x&sort=__proto__&dir=1', 'en')).toHaveLength(3);
  });

  it('writes back the address that it was read from', () => {
    const search = '?q=%E7%A2%B3&component=2&phase=RUNNING&mine=1&late=1&sort=due&dir=desc';
    expect(registerSearch(parseRegisterQuery(new URLSearchParams(search)))).toBe(search);
    expect(registerSearch(parseRegisterQuery(new URLSearchParams('')))).toBe('');
  });
});

function codesFor(search: string, locale: 'en' | 'zh-CN'): string[] {
  const query = parseRegisterQuery(new URLSearchParams(search));
  return selectAssignments(ALL, query, locale).map(({ code }) => code);
}

function assignment(own: Partial<AssignmentView>): AssignmentView {
  return {
    id: own.code ?? '',
    code: '',
    kind: 'SUBCONTRACT',
    title: { zh: '', en: '' },
    titleIsAssumed: true,
    component: null,
    componentIsAssumed: true,
    stage: 'PLANNED',
    phase: 'TOR_DRAFT',
    method: 'QCBS',
    holders: [],
    myRoles: [],
    nextDeliverable: null,
    openThreads: 0,
    isDemo: true,
    ...own,
  };
}

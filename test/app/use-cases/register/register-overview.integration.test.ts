import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assignmentPage } from '#app/use-cases/register/assignment-page.server.ts';
import { registerOverview } from '#app/use-cases/register/register-overview.server.ts';
import { raiseComment } from '#app/use-cases/review/raise-comment.server.ts';
import { DEMO_ACCOUNTS } from '#db/seed/demo-people.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';

let project: DemoProject;

beforeAll(async () => {
  project = await demoProject();
});

afterAll(async () => {
  await project.close();
});

const SUBCONTRACTS = Array.from({ length: 26 }, (_, index) => `PMI-${index + 1}`);
const ALL = [...SUBCONTRACTS, 'PMI-30-ICS'];

describe('the register shows', () => {
  test.each([
    ['admin@demo.test', ALL],
    ['pmo@demo.test', ALL],
    ['expert@demo.test', ALL],
    ['lead@bank.demo.test', ALL],
    ['reviewer@bank.demo.test', ALL],
    ['observer@demo.test', ALL],
    ['firm-a@demo.test', ['PMI-3', 'PMI-17']],
    ['firm-a2@demo.test', ['PMI-3', 'PMI-17']],
    ['firm-b@demo.test', ['PMI-4']],
    ['external@demo.test', ['PMI-17']],
  ])('%s exactly what concerns the account, by number', async (email, codes) => {
    const overview = await registerOverview(await project.person(email), NOW);

    expect(overview.assignments.map(({ code }) => code)).toEqual(codes);
  });

  test('the expert the 15 that they lead, the 3 they coordinate and the 11 they contribute to', async () => {
    const { assignments } = await registerOverview(await project.person('expert@demo.test'), NOW);

    const withRole = (wanted: string) =>
      assignments.filter(({ myRoles }) => myRoles.some((role) => role === wanted)).map(codeOf);
    expect(withRole('TOR_LEAD')).toEqual(
      [2, 3, 4, 5, 6, 7, 9, 10, 13, 17, 20, 21, 24, 25, 26].map((number) => `PMI-${number}`),
    );
    expect(withRole('KEY_COORDINATOR')).toEqual(['PMI-3', 'PMI-4', 'PMI-17']);
    expect(withRole('TOR_CONTRIBUTOR')).toEqual(
      [1, 8, 11, 12, 14, 15, 16, 18, 19, 22, 23].map((number) => `PMI-${number}`),
    );
  });

  test('every sub-contract in one of four components, and what is assumed as assumed', async () => {
    const overview = await registerOverview(await project.person('pmo@demo.test'), NOW);

    expect(overview.components.map(({ no }) => no)).toEqual([1, 2, 3, 4]);
    const subContracts = overview.assignments.filter(({ kind }) => kind === 'SUBCONTRACT');
    expect(subContracts.filter(({ component }) => component === null)).toEqual([]);
    expect(
      subContracts.filter((row) => !row.titleIsAssumed || !row.componentIsAssumed || !row.isDemo),
    ).toEqual([]);
  });

  test('something in each column of the board, one report late and one returned', async () => {
    const { assignments } = await registerOverview(await project.person('pmo@demo.test'), NOW);

    expect(new Set(assignments.map(({ phase }) => phase)).size).toBe(6);
    const next = assignments.map(({ code, nextDeliverable }) => ({ code, ...nextDeliverable }));
    const late = next.filter((row) => row.state === 'EXPECTED' && (row.daysOverdue ?? 0) > 0);
    expect(late.map(codeOf)).toEqual(['PMI-12']);
    const returned = next.filter(({ state }) => state === 'RETURNED');
    expect(returned.map(codeOf)).toEqual(['PMI-17']);
    expect(returned[0]?.returnReason).not.toBe('');
  });
});

describe('the number of open threads', () => {
  test('counts only what its reader could open', async () => {
    const reviewer = await project.person('reviewer@bank.demo.test');
    const documentId = await documentOn('PMI-2', reviewer.email);
    const before = await openOn('PMI-2');

    await raiseComment({
      actor: reviewer,
      documentId,
      type: 'NOTE',
      body: 'For the Bank alone.',
      anchor: { quote: 'Consultant names one contact', prefix: '', suffix: '' },
      suggestedText: null,
      visibility: 'INSTITUTION',
      now: NOW,
    });

    const after = await openOn('PMI-2');
    expect(before['pmo@demo.test']).toBe(3);
    const changed = Object.keys(after).filter((email) => after[email] !== before[email]);
    expect(changed.sort()).toEqual(['lead@bank.demo.test', 'reviewer@bank.demo.test']);
  });

  test('is told to nobody who may not see the assignment', async () => {
    const told = await openOn('PMI-17');

    expect(told['external@demo.test']).toBe(2);
    expect(told['firm-b@demo.test']).toBeUndefined();
  });
});

describe('the page of an assignment', () => {
  test('is the same nothing for a foreign code and for a made-up one', async () => {
    const firmB = await project.person('firm-b@demo.test');

    for (const code of ['PMI-3', 'PMI-17', 'PMI-99', '', 'pmi-4', "PMI-4' or true"]) {
      expect(await assignmentPage({ actor: firmB, code, now: NOW })).toBeNull();
    }
    expect(await assignmentPage({ actor: firmB, code: 'PMI-4', now: NOW })).not.toBeNull();
  });

  test('lists only documents that its reader may open', async () => {
    const documentId = await documentOn('PMI-17', 'external@demo.test');
    expect(documentId).not.toBe('');

    const seen = await project.person('external@demo.test');
    const page = await assignmentPage({ actor: seen, code: 'PMI-17', now: NOW });
    expect(page?.documents.map(({ kind }) => kind)).toEqual(['INTERIM_REPORT']);
    expect(page?.mayStart).toEqual([]);
    expect(page?.mayEdit).toBe(false);
  });

  test('offers to start what the role writes', async () => {
    const offered = async (email: string) => {
      const page = await assignmentPage({
        actor: await project.person(email),
        code: 'PMI-3',
        now: NOW,
      });
      return page?.mayStart.map(({ kind }) => kind);
    };

    expect(await offered('firm-a@demo.test')).toEqual([
      'PROPOSAL',
      'INCEPTION_REPORT',
      'INTERIM_REPORT',
      'FINAL_REPORT',
    ]);
    expect(await offered('expert@demo.test')).toContain('TOR');
    expect(await offered('reviewer@bank.demo.test')).toEqual([]);
    expect(await offered('observer@demo.test')).toEqual([]);
  });
});

const NOW = new Date();

function codeOf({ code }: { code: string }): string {
  return code;
}

async function documentOn(code: string, email: string): Promise<string> {
  const page = await assignmentPage({ actor: await project.person(email), code, now: NOW });
  return page?.documents[0]?.id ?? '';
}

/** What each account is told of the open threads of one assignment. */
async function openOn(code: string): Promise<Record<string, number>> {
  const told: Record<string, number> = {};
  for (const { email } of DEMO_ACCOUNTS) {
    const { assignments } = await registerOverview(await project.person(email), NOW);
    const row = assignments.find((assignment) => assignment.code === code);
    if (row !== undefined) told[email] = row.openThreads;
  }
  return told;
}

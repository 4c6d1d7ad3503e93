import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, calendarDateAt } from '#app/domain/shared/calendar-date.ts';
import { agreeToAmendment } from '#app/use-cases/contract/agree-to-amendment.server.ts';
import { contractPage } from '#app/use-cases/contract/contract-page.server.ts';
import {
  proposeAmendment,
  type Proposal,
} from '#app/use-cases/contract/propose-amendment.server.ts';
import { DEMO_ACCOUNTS } from '#db/seed/demo-people.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { auditOf, contractOf, frozenVersion } from './contract-scene.ts';

let project: DemoProject;
const now = new Date();
const later = addDays(calendarDateAt(now), 900);

beforeAll(async () => {
  project = await demoProject();
});

afterAll(async () => {
  await project.close();
});

describe('[I11] an extension', () => {
  test('moves the end only with an evaluation and the agreement of both parties', async () => {
    const signedEnd = (await contractOf('PMI-4')).endsOn;
    const evaluationVersionId = await evaluationOf('PMI-4');

    expect(await propose('PMI-4', { evaluationVersionId: null })).toEqual(
      refusal('amendment.evaluation-missing', 'evaluationVersionId'),
    );
    const proposed = await propose('PMI-4', { evaluationVersionId });
    expect(proposed).toEqual({ ok: true, value: { code: 'PMI-4', no: 1 } });
    expect(await endOf('PMI-4')).toBe(signedEnd);

    expect((await agree('pmo@demo.test', 'PMI-4')).ok).toBe(true);
    expect(await endOf('PMI-4')).toBe(signedEnd);
    expect(await agree('pmo@demo.test', 'PMI-4')).toEqual(refusal('amendment.agreed'));

    expect((await agree('firm-b@demo.test', 'PMI-4')).ok).toBe(true);
    expect(await endOf('PMI-4')).toBe(later);
    expect(
      (await auditOf('PMI-4', 'amendment.agreed')).map(({ details }) => details),
    ).toMatchObject([
      { party: 'CLIENT', before: { endsOn: signedEnd }, after: { endsOn: signedEnd } },
      { party: 'CONSULTANT', before: { endsOn: signedEnd }, after: { endsOn: later } },
    ]);
    expect(await auditOf('PMI-4', 'amendment.proposed')).toMatchObject([
      { subjectType: 'amendment', details: { after: { kind: 'EXTENSION', newEndsOn: later } } },
    ]);
  });

  test('of the expert cannot rest on the expert’s own evaluation', async () => {
    const expert = await project.person('expert@demo.test');
    const own = await frozenVersion('PMI-30-ICS', { kind: 'ASSESSMENT', by: expert });

    expect(await propose('PMI-30-ICS', { evaluationVersionId: own })).toEqual(
      refusal('amendment.evaluation-own', 'evaluationVersionId'),
    );
    const evaluationVersionId = await evaluationOf('PMI-30-ICS');
    await propose('PMI-30-ICS', { kind: 'RENEWAL', evaluationVersionId });
    await agree('pmo@demo.test', 'PMI-30-ICS');
    await agree('expert@demo.test', 'PMI-30-ICS');
    expect(await endOf('PMI-30-ICS')).toBe(later);
  });

  test('that another one has overtaken no longer takes effect', async () => {
    const evaluationVersionId = await evaluationOf('PMI-4');
    const days = [addDays(later, 1), addDays(later, 2)];
    for (const newEndsOn of days) await propose('PMI-4', { evaluationVersionId, newEndsOn });
    for (const email of ['pmo@demo.test', 'firm-b@demo.test']) await agree(email, 'PMI-4', 3);

    await agree('pmo@demo.test', 'PMI-4', 2);
    expect(await agree('firm-b@demo.test', 'PMI-4', 2)).toEqual(refusal('amendment.end-not-later'));
    expect(await endOf('PMI-4')).toBe(days[1]);
    expect(await propose('PMI-4', { evaluationVersionId, newEndsOn: days[0] ?? null })).toEqual(
      refusal('amendment.end-not-later', 'newEndsOn'),
    );
  });
});

describe('a variation', () => {
  test('of the price changes the amount and tells which payments must be adapted', async () => {
    const before = (await contractOf('PMI-17')).amountMinor;

    expect((await agree('firm-a@demo.test', 'PMI-17')).ok).toBe(true);

    const contract = await pageOf('PMI-17');
    expect(contract?.amountMinor).toBe(before + 1_717_100);
    expect(contract?.gap).toEqual({ gapMinor: 1_717_100, adaptable: [2, 3] });
  });

  test.each<[string, Partial<Proposal>, string, string]>([
    ['more time without its day', { newEndsOn: null }, 'amendment.end-missing', 'newEndsOn'],
    [
      'no change of the price',
      { kind: 'PRICE', amountChangeMinor: null },
      'amendment.change-missing',
      'amountChange',
    ],
    [
      'more than the whole amount taken away',
      { kind: 'PRICE', amountChangeMinor: -1_000_000_000 },
      'amendment.amount',
      'amountChange',
    ],
    ['no reason', { reason: '  ' }, 'reason.missing', 'reason'],
    [
      'a text that is no amendment',
      { kind: 'SCOPE', documentVersionId: 'made-up' },
      'version.unknown',
      'documentVersionId',
    ],
  ])('with %s is refused', async (...[, change, code, field]) => {
    expect(await propose('PMI-12', change)).toEqual(refusal(code, field));
    expect((await contractOf('PMI-12')).amendments).toEqual([]);
  });
});

describe('who may do it', () => {
  test.each(DEMO_ACCOUNTS.map(({ email }) => email))('%s proposes by role', async (email) => {
    const answer = await propose('PMI-4', { actor: await project.person(email), reason: '' });

    expect(answer.ok ? 'proposed' : answer.refusal.code).toBe(MAY_PROPOSE[email] ?? 'not-allowed');
  });

  test.each(DEMO_ACCOUNTS.map(({ email }) => email))('%s agrees by role', async (email) => {
    const answer = await agreeToAmendment({
      actor: await project.person(email),
      code: 'PMI-4',
      amendmentId: 'made-up',
      now,
    });

    expect(answer.ok ? 'agreed' : answer.refusal.code).toBe(MAY_AGREE[email] ?? 'not-allowed');
  });

  test('an amendment of another contract is not found, and a made-up contract neither', async () => {
    const other = (await contractOf('PMI-17')).amendments[0]?.id ?? '';
    const actor = await project.person('firm-b@demo.test');

    const foreign = await agreeToAmendment({ actor, code: 'PMI-17', amendmentId: other, now });

    expect(foreign).toEqual(refusal('not-found'));
    expect(await agreeToAmendment({ actor, code: 'PMI-99', amendmentId: other, now })).toEqual(
      foreign,
    );
    expect(await agreeToAmendment({ actor, code: 'PMI-4', amendmentId: other, now })).toEqual(
      foreign,
    );
  });
});

const HIDDEN = {
  'admin@demo.test': 'not-found',
  'firm-a@demo.test': 'not-found',
  'firm-a2@demo.test': 'not-found',
  'external@demo.test': 'not-found',
};
const MAY_PROPOSE: Record<string, string> = { ...HIDDEN, 'pmo@demo.test': 'reason.missing' };
/** Who is let in finds no such amendment. */
const MAY_AGREE: Record<string, string> = {
  ...HIDDEN,
  'pmo@demo.test': 'not-found',
  'firm-b@demo.test': 'not-found',
};

async function propose(code: string, change: Partial<Proposal>) {
  return await proposeAmendment({
    actor: await project.person('pmo@demo.test'),
    code,
    kind: 'EXTENSION',
    newEndsOn: later,
    amountChangeMinor: null,
    reason: '更多现场工作',
    evaluationVersionId: null,
    documentVersionId: null,
    now,
    ...change,
  });
}

async function agree(email: string, code: string, no = 1) {
  const amendmentId = (await contractOf(code)).amendments[no - 1]?.id ?? '';
  return await agreeToAmendment({ actor: await project.person(email), code, amendmentId, now });
}

async function evaluationOf(code: string): Promise<string> {
  return await frozenVersion(code, {
    kind: 'ASSESSMENT',
    by: await project.person('pmo@demo.test'),
  });
}

async function pageOf(code: string) {
  const actor = await project.person('pmo@demo.test');
  return (await contractPage({ actor, code, now }))?.contract;
}

async function endOf(code: string) {
  return (await pageOf(code))?.endsOn;
}

function refusal(code: string, field?: string) {
  return {
    ok: false,
    refusal: { code, ...(field !== undefined && { fields: { [field]: code } }) },
  };
}

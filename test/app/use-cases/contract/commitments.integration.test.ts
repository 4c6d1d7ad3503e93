import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkCommitment, type Check } from '#app/use-cases/contract/check-commitment.server.ts';
import { commitmentSheet } from '#app/use-cases/contract/commitment-sheet.server.ts';
import {
  recordCommitment,
  type NewCommitment,
} from '#app/use-cases/contract/record-commitment.server.ts';
import { freezeVersion } from '#app/use-cases/documents/freeze-version.server.ts';
import { startDocument } from '#app/use-cases/documents/start-document.server.ts';
import { DEMO_ACCOUNTS } from '#db/seed/demo-people.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { auditOf, deliverablesOf, frozenVersion } from './contract-scene.ts';

let project: DemoProject;
const now = new Date();

beforeAll(async () => {
  project = await demoProject();
});

afterAll(async () => {
  await project.close();
});

describe('a commitment', () => {
  test('is taken with an exact target and stands unchecked on the sheet', async () => {
    expect(await record('PMI-22', { target: '１２．５０', unit: ' 份 ' })).toEqual({
      ok: true,
      value: { code: 'PMI-22', no: 1 },
    });
    expect(await record('PMI-22', { target: '', unit: '' })).toMatchObject({ value: { no: 2 } });

    const sheet = await sheetOf('pmo@demo.test', 'PMI-22');
    expect(sheet?.commitments).toMatchObject([
      { no: 1, targetValue: '12.5', unit: '份', cells: [null, null, null] },
      { no: 2, targetValue: null, unit: null },
    ]);
    expect(sheet?.totals).toMatchObject({ UNCHECKED: 2, MET: 0 });
    expect(await auditOf('PMI-22', 'commitment.recorded')).toMatchObject([
      { subjectType: 'commitment', details: { after: { no: 1, targetValue: '12.5' } } },
      { details: { after: { no: 2 } } },
    ]);
  });

  test.each<[string, Partial<NewCommitment>, string, string]>([
    ['no Chinese', { text: { zh: ' ', en: 'A' } }, 'commitment.text-missing', 'textZh'],
    ['no English', { text: { zh: '甲', en: '' } }, 'commitment.text-missing', 'textEn'],
    ['a target in words', { target: 'five' }, 'commitment.target-malformed', 'target'],
    ['a target without unit', { target: '5', unit: '' }, 'commitment.unit-missing', 'unit'],
    [
      'a version that there is not',
      { documentVersionId: 'made-up' },
      'version.unknown',
      'documentVersionId',
    ],
  ])('with %s is refused', async (...[, change, code, field]) => {
    expect(await record('PMI-8', change)).toEqual(refusal(code, field));
    expect((await sheetOf('pmo@demo.test', 'PMI-8'))?.commitments).toEqual([]);
  });

  test('is bound to a frozen proposal of the same contract, and its quote stands there', async () => {
    const actor = await project.person('firm-a@demo.test');
    const started = await startDocument({
      actor,
      code: 'PMI-17',
      kind: 'PROPOSAL',
      templateKey: null,
      title: 'Proposal 建议书',
      now,
    });
    if (!started.ok) throw new Error(started.refusal.code);
    const frozen = await freezeVersion({ actor, ...started.value, reason: '', now });
    if (!frozen.ok) throw new Error(frozen.refusal.code);
    const documentVersionId = frozen.value.versionId;

    expect(await record('PMI-17', { documentVersionId, quote: 'never written there' })).toEqual(
      refusal('quote.not-found', 'quote'),
    );
    expect(await record('PMI-12', { documentVersionId })).toEqual(
      refusal('version.unknown', 'documentVersionId'),
    );
    expect((await record('PMI-17', { documentVersionId, quote: '技术\n路线' })).ok).toBe(true);
    const last = (await sheetOf('pmo@demo.test', 'PMI-17'))?.commitments.at(-1);
    expect(last).toMatchObject({ source: { kind: 'PROPOSAL', no: 1 }, quote: '技术\n路线' });
    // The observer may read commitments, but no proposals.
    const seen = (await sheetOf('observer@demo.test', 'PMI-17'))?.commitments.at(-1);
    expect(seen?.source).toBeNull();
  });
});

describe('a check', () => {
  test('counts what was reached of the target; a later one holds, the earlier one stays', async () => {
    await record('PMI-12', { target: '3', unit: '份' });
    const [inception] = await deliverablesOf('PMI-12');
    const deliverableId = inception?.id ?? '';

    expect(await check('PMI-12', { result: 'PARTLY_MET', evidence: ' ' })).toEqual(
      refusal('commitment.evidence-missing', 'evidence'),
    );
    expect((await check('PMI-12', { result: 'NOT_DUE', evidence: '' })).ok).toBe(true);
    const answer = await check('PMI-12', { result: 'PARTLY_MET', reached: '２', evidence: '表 1' });
    expect(answer.ok).toBe(true);

    const sheet = await sheetOf('expert@demo.test', 'PMI-12');
    const [commitment] = sheet?.commitments ?? [];
    expect(commitment?.cells[0]).toMatchObject({
      result: 'PARTLY_MET',
      reachedValue: '2',
      percent: 66,
      evidence: '表 1',
    });
    expect(commitment?.history.map(({ result }) => result)).toEqual(['PARTLY_MET', 'NOT_DUE']);
    expect(sheet?.totals.PARTLY_MET).toBe(1);
    expect(
      (await auditOf('PMI-12', 'commitment.checked')).map(({ details }) => details),
    ).toMatchObject([
      { before: null, after: { deliverableId, result: 'NOT_DUE' } },
      { before: { result: 'NOT_DUE' }, after: { result: 'PARTLY_MET', reachedValue: '2' } },
    ]);
  });

  test.each<[string, Partial<Check>, string, string | undefined]>([
    [
      'a deliverable of another contract',
      { deliverableId: 'made-up' },
      'form.invalid',
      'deliverableId',
    ],
    ['a result in words', { reached: 'most' }, 'commitment.target-malformed', 'reached'],
    [
      'a version that there is not',
      { documentVersionId: 'x' },
      'version.unknown',
      'documentVersionId',
    ],
    ['a commitment that there is not', { commitmentNo: 99 }, 'not-found', undefined],
  ])('with %s is refused', async (...[, change, code, field]) => {
    expect(await check('PMI-4', change)).toEqual(refusal(code, field));
  });

  test('may rest on any frozen text of the contract', async () => {
    const by = await project.person('pmo@demo.test');
    const documentVersionId = await frozenVersion('PMI-4', { kind: 'INTERIM_REPORT', by });

    expect((await check('PMI-4', { documentVersionId })).ok).toBe(true);
  });
});

describe('who may do it', () => {
  test.each(DEMO_ACCOUNTS.map(({ email }) => email))('%s records by role', async (email) => {
    const answer = await record('PMI-4', {
      actor: await project.person(email),
      text: { zh: '', en: '' },
    });

    expect(answer.ok ? 'recorded' : answer.refusal.code).toBe(RECORDING[email] ?? 'not-allowed');
  });

  test.each(DEMO_ACCOUNTS.map(({ email }) => email))('%s checks by role', async (email) => {
    const answer = await check('PMI-4', { actor: await project.person(email), evidence: '' });

    expect(answer.ok ? 'checked' : answer.refusal.code).toBe(CHECKING[email] ?? 'not-allowed');
  });

  test.each(DEMO_ACCOUNTS.map(({ email }) => email))('%s reads by role', async (email) => {
    const sheet = await sheetOf(email, 'PMI-4');

    expect(sheet === null ? 'not-found' : 'sheet').toBe(HIDDEN[email] ?? 'sheet');
    expect(JSON.stringify(await sheetOf('firm-b@demo.test', 'PMI-17'))).toBe('null');
  });
});

const HIDDEN: Record<string, string> = {
  'admin@demo.test': 'not-found',
  'firm-a@demo.test': 'not-found',
  'firm-a2@demo.test': 'not-found',
  'external@demo.test': 'not-found',
};
const RECORDING: Record<string, string> = {
  ...HIDDEN,
  'pmo@demo.test': 'commitment.text-missing',
};
const CHECKING: Record<string, string> = {
  ...HIDDEN,
  'pmo@demo.test': 'commitment.evidence-missing',
  'expert@demo.test': 'commitment.evidence-missing',
};

async function record(code: string, change: Partial<NewCommitment>) {
  return await recordCommitment({
    actor: await project.person('pmo@demo.test'),
    code,
    kind: 'OUTPUTS',
    text: { zh: '三份简报', en: 'Three briefs' },
    target: '3',
    unit: '份',
    dueOn: null,
    documentVersionId: null,
    quote: '',
    now,
    ...change,
  });
}

/** Checks the first commitment at the first deliverable. */
async function check(code: string, change: Partial<Check>) {
  return await checkCommitment({
    actor: await project.person('expert@demo.test'),
    code,
    commitmentNo: 1,
    deliverableId: (await deliverablesOf(code))[0]?.id ?? '',
    result: 'MET',
    reached: '',
    evidence: '第 2 章',
    documentVersionId: null,
    now: new Date(),
    ...change,
  });
}

async function sheetOf(email: string, code: string) {
  return await commitmentSheet({ actor: await project.person(email), code });
}

function refusal(code: string, field?: string) {
  return {
    ok: false,
    refusal: { code, ...(field !== undefined && { fields: { [field]: code } }) },
  };
}

import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, calendarDateAt } from '#app/domain/shared/calendar-date.ts';
import { individualEnd } from '#app/domain/contract/contract-period.ts';
import { signContract, type Signing } from '#app/use-cases/contract/sign-contract.server.ts';
import { database } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { lastTransition } from '#db/queries/contract-signing.ts';
import {
  assignmentTransitions,
  candidates,
  organisations,
  procurementRules,
} from '#db/schema/index.ts';
import { DEMO_ACCOUNTS } from '#db/seed/demo-people.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import {
  assignmentOf,
  auditOf,
  bringTo,
  contractOf,
  deliverablesOf,
  individualAssignment,
} from './contract-scene.ts';

let project: DemoProject;
const now = new Date();
const today = calendarDateAt(now);

beforeAll(async () => {
  project = await demoProject();
});

afterAll(async () => {
  await project.close();
});

describe('signing a sub-contract', () => {
  test('writes parties, terms, holder, three reports and payments, and moves the assignment', async () => {
    await bringTo('PMI-9', 'NEGOTIATION');

    const signed = await sign('PMI-9');

    expect(signed).toEqual({ ok: true, value: { code: 'PMI-9' } });
    const contract = await contractOf('PMI-9');
    const firmB = await firm('乙研究院（演示）');
    expect(contract).toMatchObject({
      consultant: { kind: 'ORGANISATION', id: firmB },
      signedOn: today,
      endsOn: addDays(today, 300),
      currency: 'USD',
      amountMinor: 1_000_001,
    });
    const after = await assignmentOf('PMI-9');
    expect(after.stage).toBe('SIGNED');
    expect(after.standing.holderOrganisationIds).toEqual([firmB]);
    const reports = await deliverablesOf('PMI-9');
    expect(reports.map(({ no, kind, dueOn }) => [no, kind, dueOn])).toEqual([
      [1, 'INCEPTION', addDays(today, 30)],
      [2, 'INTERIM', addDays(today, 120)],
      [3, 'FINAL', addDays(today, 290)],
    ]);
    expect(
      contract.payments.map(({ no, deliverableId, amountMinor }) => [
        no,
        deliverableId,
        amountMinor,
      ]),
    ).toEqual([
      [1, reports[0]?.id, 400_000],
      [2, reports[2]?.id, 600_001],
    ]);
    const moves = await database()
      .select()
      .from(assignmentTransitions)
      .where(eq(assignmentTransitions.assignmentId, after.id));
    expect(moves.at(-1)).toMatchObject({
      fromStage: 'NEGOTIATION',
      toStage: 'SIGNED',
      occurredOn: today,
    });
    expect(await auditOf('PMI-9', 'contract.signed')).toMatchObject([
      { subjectType: 'contract', details: { after: { amountMinor: 1_000_001, currency: 'USD' } } },
    ]);
    expect(await auditOf('PMI-9', 'assignment.moved')).toHaveLength(1);
    expect(await sign('PMI-9')).toEqual(refusal('contract.exists'));
  });

  test('with a candidate that the project did not know makes it one of its organisations', async () => {
    await bringTo('PMI-10', 'NEGOTIATION');
    const candidateId = await candidate('PMI-10', '丙公司（演示）');

    const refusedFirst = await sign('PMI-10', {
      consultant: `candidate:${candidateId}`,
      amountMinor: 5,
    });
    expect(refusedFirst).toEqual(refusal('schedule.not-adding-up'));
    expect(await firms('丙公司（演示）')).toEqual([]);

    const signed = await sign('PMI-10', { consultant: `candidate:${candidateId}` });

    expect(signed.ok).toBe(true);
    const [made] = await firms('丙公司（演示）');
    expect((await contractOf('PMI-10')).consultant.id).toBe(made?.id);
    const [linked] = await database()
      .select()
      .from(candidates)
      .where(eq(candidates.id, candidateId));
    expect(linked?.organisationId).toBe(made?.id);
  });

  test.each<[string, Partial<Signing>, string, string | undefined]>([
    [
      'a future signature',
      { signedOn: addDays(today, 1), startsOn: addDays(today, 1) },
      'contract.signed-in-future',
      'signedOn',
    ],
    [
      'a start before the signature',
      { startsOn: addDays(today, -1) },
      'contract.starts-too-early',
      'startsOn',
    ],
    ['an end on the start', { endsOn: today }, 'contract.ends-too-early', 'endsOn'],
    ['no end', { endsOn: null }, 'contract.ends-too-early', 'endsOn'],
    ['an unknown currency', { currency: 'XXX' }, 'currency.unknown', 'currency'],
    [
      'a firm that does not exist',
      { consultant: 'organisation:made-up' },
      'contract.consultant-unknown',
      'consultant',
    ],
    ['a person', { consultant: 'person:made-up' }, 'contract.consultant-unknown', 'consultant'],
    ['no payments', { payments: [] }, 'schedule.empty', undefined],
    [
      'a payment for a report that is not there',
      { payments: [{ deliverableNo: 4, amountMinor: 1_000_001 }] },
      'schedule.deliverable',
      undefined,
    ],
    [
      'a report without a day',
      { dueDates: [null, null, null] },
      'deliverable.date-missing',
      'due-1',
    ],
    [
      'a report due after the end',
      { dueDates: [addDays(today, 30), addDays(today, 31), addDays(today, 301)] },
      'deliverable.date-missing',
      'due-3',
    ],
    [
      'a version that is no contract',
      { documentVersionId: 'made-up' },
      'version.unknown',
      'documentVersionId',
    ],
  ])('with %s is refused, and nothing is written', async (...[, change, code, field]) => {
    await bringTo('PMI-16', 'NEGOTIATION');

    const answer = await sign('PMI-16', change);

    expect(answer).toEqual({
      ok: false,
      refusal: { code, ...(field !== undefined && { fields: { [field]: code } }) },
    });
    expect((await assignmentOf('PMI-16')).stage).toBe('NEGOTIATION');
    expect(await deliverablesOf('PMI-16')).toEqual([]);
  });

  test('before the last move of the assignment is refused', async () => {
    await bringTo('PMI-25', 'NEGOTIATION');
    await database()
      .insert(assignmentTransitions)
      .values({
        id: newId(),
        assignmentId: (await assignmentOf('PMI-25')).id,
        no: await nextMove('PMI-25'),
        fromStage: 'COMBINED_EVALUATED',
        toStage: 'NEGOTIATION',
        occurredOn: today,
        recordedAt: now,
        actorId: (await project.person('pmo@demo.test')).id,
      });
    const yesterday = addDays(today, -1);

    const answer = await sign('PMI-25', { signedOn: yesterday, startsOn: yesterday });

    expect(answer).toEqual(refusal('contract.signed-too-early', 'signedOn'));
    expect((await sign('PMI-25')).ok).toBe(true);
  });

  test('is refused at any stage but negotiation', async () => {
    expect(await sign('PMI-5')).toEqual(refusal('contract.not-negotiating'));
  });

  test.each(DEMO_ACCOUNTS.map(({ email }) => email))('is answered to %s by role', async (email) => {
    await bringTo('PMI-14', 'NEGOTIATION');

    const answer = await sign('PMI-14', { actor: await project.person(email), amountMinor: 1 });

    // The office gets as far as the sum that does not add up.
    expect(answer.ok ? 'signed' : answer.refusal.code).toBe(ANSWERS[email] ?? 'not-allowed');
  });
});

const ANSWERS: Record<string, string> = {
  'pmo@demo.test': 'schedule.not-adding-up',
  'admin@demo.test': 'not-found',
  'firm-a@demo.test': 'not-found',
  'firm-a2@demo.test': 'not-found',
  'firm-b@demo.test': 'not-found',
  'external@demo.test': 'not-found',
};

describe('[I11] signing an individual contract', () => {
  test('ends one year after its signature, whatever end was sent, and keeps the due rules open', async () => {
    await individualAssignment('PMI-31-ICS');
    const expert = await project.person('expert@demo.test');

    const signed = await sign('PMI-31-ICS', {
      consultant: `person:${expert.id}`,
      endsOn: addDays(today, 900),
      payments: [{ deliverableNo: 5, amountMinor: 1_000_001 }],
      dueDates: [],
    });

    expect(signed.ok).toBe(true);
    const contract = await contractOf('PMI-31-ICS');
    expect(contract.endsOn).toBe(individualEnd(today));
    expect(contract.consultant).toMatchObject({ kind: 'PERSON', id: expert.id });
    expect((await deliverablesOf('PMI-31-ICS')).map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['TOR', null],
      ['ASSESSMENT', null],
      ['PROGRESS', null],
      ['TRAVEL', null],
      ['MEETING_SUMMARY', null],
    ]);
    expect((await assignmentOf('PMI-31-ICS')).standing.holderPersonIds).toEqual([expert.id]);
  });

  test('runs for the months that the rules of that day give', async () => {
    await individualAssignment('PMI-32-ICS');
    await database()
      .insert(procurementRules)
      .values({
        id: newId(),
        name: 'contract.term',
        method: 'INDV',
        value: 6,
        unit: 'months',
        effectiveFrom: addDays(today, -1),
        sourceZh: '测试',
        sourceEn: 'Test',
        isConfirmed: false,
      });
    const expert = await project.person('expert@demo.test');

    await sign('PMI-32-ICS', {
      consultant: `person:${expert.id}`,
      payments: [{ deliverableNo: 1, amountMinor: 1_000_001 }],
      dueDates: [],
    });

    expect((await contractOf('PMI-32-ICS')).endsOn).toBe(individualEnd(today, 6));
  });
});

async function sign(code: string, change: Partial<Signing> = {}) {
  return await signContract({
    actor: await project.person('pmo@demo.test'),
    code,
    consultant: `organisation:${await firm('乙研究院（演示）')}`,
    signedOn: today,
    startsOn: today,
    endsOn: addDays(today, 300),
    currency: 'USD',
    amountMinor: 1_000_001,
    payments: [
      { deliverableNo: 1, amountMinor: 400_000 },
      { deliverableNo: 3, amountMinor: 600_001 },
    ],
    dueDates: [addDays(today, 30), addDays(today, 120), addDays(today, 290)],
    documentVersionId: null,
    now,
    ...change,
  });
}

async function nextMove(code: string): Promise<number> {
  return (await lastTransition(database(), (await assignmentOf(code)).id)).no + 1;
}

function refusal(code: string, field?: string) {
  return {
    ok: false,
    refusal: { code, ...(field !== undefined && { fields: { [field]: code } }) },
  };
}

async function firms(nameZh: string) {
  return await database().select().from(organisations).where(eq(organisations.nameZh, nameZh));
}

async function firm(nameZh: string): Promise<string> {
  return (await firms(nameZh))[0]?.id ?? '';
}

async function candidate(code: string, nameZh: string): Promise<string> {
  const id = newId();
  await database()
    .insert(candidates)
    .values({
      id,
      assignmentId: (await assignmentOf(code)).id,
      no: 90,
      kind: 'FIRM',
      nameZh,
      nameEn: 'Firm C (demo)',
      addedBy: (await project.person('pmo@demo.test')).id,
      addedAt: now,
    });
  return id;
}

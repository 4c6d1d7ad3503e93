import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#app/domain/shared/calendar-date.ts';
import type { Signing } from '#app/use-cases/contract/sign-contract.server.ts';
import { database } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { individualEnd } from '#app/domain/contract/contract-period.ts';
import {
  assignmentTransitions,
  candidateEvents,
  candidates,
  procurementRules,
} from '#db/schema/index.ts';
import {
  assignmentOf,
  auditOf,
  bringTo,
  contractOf,
  deliverablesOf,
  individualAssignment,
} from './contract-scene.ts';
import { firm, firms, now, refusal, signWith, today } from './signing-scene.ts';

let project: DemoProject;

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
});

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

test('once a candidate is selected, nobody else signs', async () => {
  await bringTo('PMI-20', 'NEGOTIATION');
  const candidateId = await candidate('PMI-20', '丁公司（演示）');
  const personId = (await project.person('pmo@demo.test')).id;
  await database()
    .insert(candidateEvents)
    .values({ id: newId(), candidateId, event: 'SELECTED', at: now, personId });

  expect(await sign('PMI-20')).toMatchObject(refusal('contract.consultant-unknown'));
  expect((await sign('PMI-20', { consultant: `candidate:${candidateId}` })).ok).toBe(true);
});

async function sign(code: string, change: Partial<Signing> = {}) {
  return await signWith(code, { actor: await project.person('pmo@demo.test'), ...change });
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

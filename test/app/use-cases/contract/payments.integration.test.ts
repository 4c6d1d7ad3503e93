import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, calendarDateAt } from '#app/domain/shared/calendar-date.ts';
import { agreeToAmendment } from '#app/use-cases/contract/agree-to-amendment.server.ts';
import { contractPage } from '#app/use-cases/contract/contract-page.server.ts';
import { recordInvoice } from '#app/use-cases/contract/record-invoice.server.ts';
import { releasePayment } from '#app/use-cases/contract/release-payment.server.ts';
import { setPaymentSchedule } from '#app/use-cases/contract/set-payment-schedule.server.ts';
import { DEMO_ACCOUNTS } from '#db/seed/demo-people.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import {
  auditOf,
  contractOf,
  deliverablesOf,
  happens,
  needAcceptanceBy,
} from './contract-scene.ts';

let project: DemoProject;
const now = new Date();
const today = calendarDateAt(now);
const tomorrow = addDays(today, 1);

beforeAll(async () => {
  project = await demoProject();
});

afterAll(async () => {
  await project.close();
});

describe('a payment', () => {
  test('is released only after its deliverable is accepted by all who must', async () => {
    const interim = (await deliverablesOf('PMI-12'))[1];
    const deliverableId = interim?.id ?? '';
    const office = await project.person('pmo@demo.test');
    const bank = await project.person('lead@bank.demo.test');
    await needAcceptanceBy(deliverableId, 'BOTH');

    expect(await stateOf('PMI-12', 2)).toBe('SCHEDULED');
    expect(await release('PMI-12', 2)).toEqual(refusal('payment.not-payable'));
    await happens('SUBMITTED', { deliverableId, actor: office });
    await happens('RETURNED', { deliverableId, actor: office });
    expect(await stateOf('PMI-12', 2)).toBe('HELD');
    expect(await release('PMI-12', 2)).toEqual(refusal('payment.not-payable'));
    await happens('SUBMITTED', { deliverableId, actor: office });
    await happens('ACCEPTED', { deliverableId, actor: office, side: 'PMO' });
    expect(await stateOf('PMI-12', 2)).toBe('HELD');
    expect(await invoice('PMI-12', 2)).toEqual(refusal('payment.not-payable'));
    await happens('ACCEPTED', { deliverableId, actor: bank, side: 'BANK' });
    expect(await stateOf('PMI-12', 2)).toBe('PAYABLE');

    expect((await invoice('PMI-12', 2)).ok).toBe(true);
    expect(await stateOf('PMI-12', 2)).toBe('INVOICED');
    expect(await invoice('PMI-12', 2)).toEqual(refusal('payment.done'));
    expect((await release('PMI-12', 2)).ok).toBe(true);
    expect(await stateOf('PMI-12', 2)).toBe('RELEASED');
    expect(await release('PMI-12', 2)).toEqual(refusal('payment.done'));
    expect(await auditOf('PMI-12', 'payment.invoiced')).toHaveLength(1);
    expect(await auditOf('PMI-12', 'payment.released')).toMatchObject([
      {
        actorId: office.id,
        subjectType: 'payment',
        details: {
          before: { state: 'INVOICED' },
          after: { state: 'RELEASED', occurredOn: today, reference: 'R-1' },
          no: 2,
          currency: 'CNY',
        },
      },
    ]);
  });

  test('is not recorded in the future, nor before the acceptance or the invoice', async () => {
    expect(await release('PMI-4', 1, tomorrow)).toEqual(refusal('payment.in-future', 'occurredOn'));
    const invoiced = (await contractOf('PMI-4')).payments[0]?.events[0]?.occurredOn ?? '';
    expect(await release('PMI-4', 1, addDays(invoiced, -1))).toEqual(
      refusal('payment.too-early', 'occurredOn'),
    );
    expect((await release('PMI-4', 1, invoiced)).ok).toBe(true);
  });

  test('can be released without an invoice', async () => {
    expect((await release('PMI-22', 1)).ok).toBe(true);
    expect(await stateOf('PMI-22', 1)).toBe('RELEASED');
  });

  test('released twice at the same time is released once', async () => {
    const outcomes = await Promise.all([release('PMI-15', 3), release('PMI-15', 3)]);

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await auditOf('PMI-15', 'payment.released')).toHaveLength(1);
  });

  test.each(DEMO_ACCOUNTS.map(({ email }) => email))('is recorded by %s by role', async (email) => {
    const paymentId = (await contractOf('PMI-17')).payments[1]?.id ?? '';
    const recording = { paymentId, occurredOn: today, reference: '', now };

    const answer = await releasePayment({
      actor: await project.person(email),
      code: 'PMI-17',
      ...recording,
    });

    expect(answer.ok ? 'released' : answer.refusal.code).toBe(ANSWERS[email] ?? 'not-allowed');
  });

  test('of another contract is not found', async () => {
    const paymentId = (await contractOf('PMI-17')).payments[0]?.id ?? '';
    const actor = await project.person('pmo@demo.test');
    const recording = { actor, code: 'PMI-4', paymentId, occurredOn: today, reference: '', now };

    expect(await recordInvoice(recording)).toEqual(refusal('not-found'));
  });
});

const ANSWERS: Record<string, string> = {
  'pmo@demo.test': 'payment.not-payable',
  'admin@demo.test': 'not-found',
  'firm-b@demo.test': 'not-found',
  'external@demo.test': 'not-found',
};

describe('the schedule', () => {
  test('comes to the amount after an amendment, or nothing is paid; what is paid stays', async () => {
    const amendmentId = (await contractOf('PMI-17')).amendments[0]?.id ?? '';
    const firm = await project.person('firm-a@demo.test');
    await agreeToAmendment({ actor: firm, code: 'PMI-17', amendmentId, now });
    const deliverables = await deliverablesOf('PMI-17');
    const [, interim, final] = deliverables.map(({ id }) => id);
    const [paid, second, third] = (await contractOf('PMI-17')).payments;
    const office = await project.person('pmo@demo.test');
    await needAcceptanceBy(interim ?? '', 'PMO');
    await happens('SUBMITTED', { deliverableId: interim ?? '', actor: office });
    await happens('ACCEPTED', { deliverableId: interim ?? '', actor: office });
    expect(await release('PMI-17', 2)).toEqual(refusal('schedule.not-adding-up'));

    const open = (amount: number) => [
      { deliverableId: interim ?? '', amountMinor: second?.amountMinor ?? 0 },
      { deliverableId: final ?? '', amountMinor: (third?.amountMinor ?? 0) + amount },
    ];
    expect(await schedule('PMI-17', open(0))).toEqual(refusal('schedule.not-adding-up'));
    expect(await schedule('PMI-17', open(1_717_101))).toEqual(refusal('schedule.not-adding-up'));
    expect((await schedule('PMI-17', open(1_717_100))).ok).toBe(true);

    const after = (await contractOf('PMI-17')).payments;
    expect(after[0]).toEqual(paid);
    expect(after.map(({ no }) => no)).toEqual([1, 2, 3]);
    expect((await release('PMI-17', 2)).ok).toBe(true);
    expect(await auditOf('PMI-17', 'payment.scheduled')).toMatchObject([
      { details: { before: { payments: { length: 3 } }, after: { payments: { length: 3 } } } },
    ]);
  });

  test('keeps to the deliverables of its own contract', async () => {
    const foreign = (await deliverablesOf('PMI-4'))[1]?.id ?? '';
    const { payments } = await contractOf('PMI-18');
    const left = payments.slice(1).reduce((sum, { amountMinor }) => sum + amountMinor, 0);

    expect(await schedule('PMI-18', [{ deliverableId: foreign, amountMinor: left }])).toEqual(
      refusal('schedule.deliverable'),
    );
    const own = (await deliverablesOf('PMI-18'))[2]?.id ?? '';
    expect(await schedule('PMI-18', [{ deliverableId: own, amountMinor: -5 }])).toEqual(
      refusal('amount.not-positive'),
    );
    expect((await schedule('PMI-18', [{ deliverableId: own, amountMinor: left }])).ok).toBe(true);
  });

  test('is no business of the firm', async () => {
    const actor = await project.person('firm-a@demo.test');

    expect(await setPaymentSchedule({ actor, code: 'PMI-17', rows: [], now })).toEqual(
      refusal('not-allowed'),
    );
  });
});

async function release(code: string, no: number, occurredOn = today) {
  return await releasePayment(await recordingOf(code, no, occurredOn));
}

async function invoice(code: string, no: number) {
  return await recordInvoice(await recordingOf(code, no, today));
}

async function recordingOf(code: string, no: number, occurredOn: string) {
  const payment = (await contractOf(code)).payments.find((known) => known.no === no);
  const actor = await project.person('pmo@demo.test');
  return { actor, code, paymentId: payment?.id ?? '', occurredOn, reference: ' R-1 ', now };
}

async function schedule(code: string, rows: { deliverableId: string; amountMinor: number }[]) {
  return await setPaymentSchedule({
    actor: await project.person('pmo@demo.test'),
    code,
    rows,
    now,
  });
}

async function stateOf(code: string, no: number) {
  const actor = await project.person('observer@demo.test');
  const page = await contractPage({ actor, code, now });
  return page?.contract?.payments.find((payment) => payment.no === no)?.state;
}

function refusal(code: string, field?: string) {
  return {
    ok: false,
    refusal: { code, ...(field !== undefined && { fields: { [field]: code } }) },
  };
}

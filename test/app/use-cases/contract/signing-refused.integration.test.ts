import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#app/domain/shared/calendar-date.ts';
import type { Signing } from '#app/use-cases/contract/sign-contract.server.ts';
import { database } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { lastTransition } from '#db/queries/contract-signing.ts';
import { assignmentTransitions } from '#db/schema/index.ts';
import { DEMO_ACCOUNTS } from '#db/seed/demo-people.ts';
import { assignmentOf, bringTo, deliverablesOf } from './contract-scene.ts';
import { now, refusal, signWith, today } from './signing-scene.ts';

let project: DemoProject;

beforeAll(async () => {
  project = await demoProject();
});

afterAll(async () => {
  await project.close();
});

describe('signing a contract', () => {
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

async function sign(code: string, change: Partial<Signing> = {}) {
  return await signWith(code, { actor: await project.person('pmo@demo.test'), ...change });
}

async function nextMove(code: string): Promise<number> {
  return (await lastTransition(database(), (await assignmentOf(code)).id)).no + 1;
}

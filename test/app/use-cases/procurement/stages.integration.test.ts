/** From planned to cleared: what each step asks for, and of whom. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#app/domain/people/person.ts';
import { addDays, calendarDateAt } from '#app/domain/shared/calendar-date.ts';
import { decideNoObjection } from '#app/use-cases/procurement/decide-no-objection.server.ts';
import { planStages } from '#app/use-cases/procurement/plan-stages.server.ts';
import { procurementPage } from '#app/use-cases/procurement/procurement-page.server.ts';
import { requestNoObjection } from '#app/use-cases/procurement/request-no-objection.server.ts';
import { moveAssignment } from '#app/use-cases/register/move-assignment.server.ts';
import { database } from '#db/connection.ts';
import { findTransitions } from '#db/queries/assignment-stages.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { editDocument } from '#test/support/edit-document.ts';
import {
  ProcurementDesk,
  move,
  record,
  eventsOf,
  started,
  answer,
  createdAs,
} from './procurement-desk.ts';

let project: DemoProject;
let office: Person;
let expert: Person;
let bank: Person;
let desk: ProcurementDesk;
const now = new Date();
const today = calendarDateAt(now);

beforeAll(async () => {
  project = await demoProject();
  office = await project.person('pmo@demo.test');
  desk = new ProcurementDesk(office);
  expert = await project.person('expert@demo.test');
  bank = await project.person('lead@bank.demo.test');
});
afterAll(async () => {
  await project.close();
});

describe('terms of reference under prior review', () => {
  let documentId: string;

  test('[I05] go to review by who leads them, once they exist', async () => {
    expect(await move(office, 'PMI-20', 'TOR_DRAFT')).toBe('granted');
    expect(await move(office, 'PMI-20', 'TOR_REVIEW')).toBe('stage.tor-missing');
    documentId = await started(expert, 'PMI-20', 'TOR');
    expect(await move(bank, 'PMI-20', 'TOR_REVIEW')).toBe('not-allowed');
    expect(await move(expert, 'PMI-20', 'TOR_REVIEW')).toBe('granted');
    expect(await move(expert, 'PMI-20', 'TOR_CLEARED')).toBe('not-allowed');
  });

  test('[I06] are cleared on a no-objection to their latest version only', async () => {
    expect(await move(office, 'PMI-20', 'TOR_CLEARED')).toBe('stage.no-objection-tor');
    const id = await desk.asked('PMI-20', 'TOR', documentId);
    expect(await answer(office, id)).toBe('not-allowed');
    expect(await answer(bank, id)).toBe('granted');
    expect(await answer(bank, id)).toBe('no-objection.decided');

    await editDocument({
      documentId,
      personId: expert.id,
      words: 'The assignment builds on',
      by: 'The assignment rests on',
    });
    const again = await desk.asked('PMI-20', 'TOR', documentId);
    expect(await desk.statesOf('PMI-20')).toEqual(['PENDING', 'VOID']);
    expect(await move(office, 'PMI-20', 'TOR_CLEARED')).toBe('stage.no-objection-tor');
    expect(await answer(bank, again)).toBe('granted');
    expect(await move(office, 'PMI-20', 'TOR_CLEARED')).toBe('granted');
  });

  test('are asked about once a version, and a void request is decided by nobody', async () => {
    const request = { actor: office, subject: 'TOR' as const, documentId, note: '', now };
    expect(await requestNoObjection(request)).toMatchObject({
      refusal: { code: 'no-objection.asked' },
    });
    expect(await requestNoObjection({ ...request, subject: 'RFP' })).toMatchObject({
      refusal: { code: 'no-objection.document' },
    });
    const edit = { documentId, personId: expert.id };
    await editDocument({ ...edit, words: 'rests on', by: 'is based on' });
    const id = await desk.asked('PMI-20', 'TOR', documentId);
    await editDocument({ ...edit, words: 'is based on', by: 'builds on' });
    await desk.asked('PMI-20', 'TOR', documentId);
    expect(await answer(bank, id)).toBe('no-objection.void');
    const comments = { id, decision: 'COMMENTS' as const, comments: ' ' };
    expect(await decideNoObjection({ actor: bank, now, ...comments })).toMatchObject({
      refusal: { code: 'no-objection.comments' },
    });
  });
});

describe('moves', () => {
  test('are refused beyond the method, in the future and before the last one', async () => {
    expect(await move(office, 'PMI-6', 'SIGNED')).toBe('stage.impossible');
    expect(await move(office, 'PMI-6', 'SHORTLISTED')).toBe('stage.impossible');
    const { id } = await record('PMI-6');
    const last = (await findTransitions(database(), id)).at(-1)?.occurredOn ?? today;
    const back = { code: 'PMI-6', to: 'PLANNED' as const, actor: office, reason: 'wrong', now };
    expect(await moveAssignment({ ...back, occurredOn: addDays(today, 1) })).toMatchObject({
      refusal: { code: 'stage.date-future' },
    });
    expect(await moveAssignment({ ...back, occurredOn: addDays(last, -1) })).toMatchObject({
      refusal: { code: 'stage.date-before' },
    });
    expect(await moveAssignment({ ...back, occurredOn: '2026-02-30' })).toMatchObject({
      refusal: { code: 'date.invalid' },
    });
    expect(await moveAssignment({ ...back, occurredOn: null, reason: ' ' })).toMatchObject({
      refusal: { code: 'reason.missing' },
    });
  });

  test('leave one row, one event and a stage, or nothing', async () => {
    const { id } = await record('PMI-24');
    const before = await findTransitions(database(), id);
    const events = await eventsOf(id);
    expect(await move(office, 'PMI-24', 'TOR_REVIEW')).toBe('stage.tor-missing');
    expect(await findTransitions(database(), id)).toEqual(before);
    expect(await move(office, 'PMI-24', 'CANCELLED', 'No longer needed')).toBe('granted');
    const after = await findTransitions(database(), id);
    expect(after.length).toBe(before.length + 1);
    expect(after.at(-1)).toMatchObject({ from: 'TOR_DRAFT', to: 'CANCELLED', occurredOn: today });
    expect((await eventsOf(id)).length).toBe(events.length + 1);
    expect((await record('PMI-24')).stage).toBe('CANCELLED');
    expect(await move(office, 'PMI-24', 'TOR_DRAFT', 'After all')).toBe('stage.impossible');
  });

  test('of two people at once: one is made, the other finds that it is made', async () => {
    const both = await Promise.all([
      move(office, 'PMI-26', 'TOR_DRAFT'),
      move(office, 'PMI-26', 'TOR_DRAFT'),
    ]);
    expect(both.sort()).toEqual(['granted', 'stage.impossible']);
  });

  test('reach the signature only by signing a contract', async () => {
    expect(await move(office, 'PMI-19', 'SIGNED')).toBe('stage.by-signing');
  });

  test('plan their days in the order of the stages', async () => {
    const plan = async (first: string, second: string) =>
      await planStages({
        actor: office,
        code: 'PMI-21',
        plans: [
          { stage: 'ADVERTISED', plannedOn: first },
          { stage: 'QUALIFIED', plannedOn: second },
        ],
        now,
      });
    expect(await plan('2027-03-01', '2027-02-01')).toMatchObject({
      refusal: { code: 'stage.plan-order' },
    });
    expect(await plan('2027-03-01', '2027-04-01')).toMatchObject({ value: { changed: 2 } });
    const page = await procurementPage({ actor: office, code: 'PMI-21', now });
    const days = page?.stages.filter(({ stage }) => stage === 'QUALIFIED');
    expect(days).toMatchObject([{ plannedOn: '2027-04-01', reachedOn: null }]);
  });
});

describe('a new assignment', () => {
  test('has a code of its own that suits its kind, and a method that does', async () => {
    expect(await createdAs(office, 'PMI-27', 'CQS')).toBe('assignment.code');
    expect(await createdAs(office, 'PMI-4', 'CQS')).toBe('assignment.duplicate');
    expect(await createdAs(office, 'PMI-40-ICS', 'QCBS')).toBe('assignment.method-kind');
    expect(await createdAs(expert, 'PMI-40-ICS', 'INDV')).toBe('not-found');
    const both = await Promise.all([
      createdAs(office, 'PMI-40-ICS', 'INDV'),
      createdAs(office, 'pmi-40-ics', 'INDV'),
    ]);
    expect(both.sort()).toEqual(['assignment.duplicate', 'granted']);
  });
});

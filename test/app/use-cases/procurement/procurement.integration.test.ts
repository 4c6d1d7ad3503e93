/** From planned to negotiation: what each step asks for, who may do it, and who learns of it. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#app/domain/people/person.ts';
import type { CandidateEvent } from '#app/domain/procurement/candidate.ts';
import type { NoObjectionSubject } from '#app/domain/procurement/no-objection.ts';
import type { SelectionMethod } from '#app/domain/register/assignment.ts';
import type { AssignmentStage } from '#app/domain/register/stage.ts';
import { addDays, calendarDateAt } from '#app/domain/shared/calendar-date.ts';
import { startDocument } from '#app/use-cases/documents/start-document.server.ts';
import { addCandidate } from '#app/use-cases/procurement/add-candidate.server.ts';
import { addCriterion } from '#app/use-cases/procurement/add-criterion.server.ts';
import { decideNoObjection } from '#app/use-cases/procurement/decide-no-objection.server.ts';
import { decisionsPage } from '#app/use-cases/procurement/decisions-page.server.ts';
import { declareConflict } from '#app/use-cases/procurement/declare-conflict.server.ts';
import { moveCandidate } from '#app/use-cases/procurement/move-candidate.server.ts';
import { planStages } from '#app/use-cases/procurement/plan-stages.server.ts';
import { procurementPage } from '#app/use-cases/procurement/procurement-page.server.ts';
import { requestNoObjection } from '#app/use-cases/procurement/request-no-objection.server.ts';
import { scoreCandidate } from '#app/use-cases/procurement/score-candidate.server.ts';
import { createAssignment } from '#app/use-cases/register/create-assignment.server.ts';
import { moveAssignment } from '#app/use-cases/register/move-assignment.server.ts';
import { database } from '#db/connection.ts';
import { findAssignments } from '#db/queries/assignments.ts';
import { findTransitions } from '#db/queries/assignment-stages.ts';
import { auditEvents } from '#db/schema/audit.ts';
import { individualHolders } from '#db/schema/register.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { editDocument } from '#test/support/edit-document.ts';

let project: DemoProject;
let office: Person;
let expert: Person;
let bank: Person;
const now = new Date();
const today = calendarDateAt(now);

beforeAll(async () => {
  project = await demoProject();
  office = await project.person('pmo@demo.test');
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
    const id = await asked('PMI-20', 'TOR', documentId);
    expect(await answer(office, id)).toBe('not-allowed');
    expect(await answer(bank, id)).toBe('granted');
    expect(await answer(bank, id)).toBe('no-objection.decided');

    await editDocument({
      documentId,
      personId: expert.id,
      words: 'The assignment builds on',
      by: 'The assignment rests on',
    });
    const again = await asked('PMI-20', 'TOR', documentId);
    expect(await statesOf('PMI-20')).toEqual(['PENDING', 'VOID']);
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
    const id = await asked('PMI-20', 'TOR', documentId);
    await editDocument({ ...edit, words: 'is based on', by: 'builds on' });
    await asked('PMI-20', 'TOR', documentId);
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

describe('individual selection', () => {
  const code = 'PMI-31-ICS';

  beforeAll(async () => {
    await created(code, 'INDV');
    await started(office, code, 'TOR');
    await move(office, code, 'TOR_REVIEW');
    await move(office, code, 'TOR_CLEARED');
    await move(office, code, 'LIMITED');
  });

  test('[I04] compares three candidates, and refuses with two', async () => {
    const criterionId = await criterion(code);
    for (const name of ['First', 'Second']) await listed(code, name);
    expect(await move(office, code, 'COMPARED')).toBe('stage.candidates-few');
    const third = await listed(code, 'Third');
    await event(code, third, 'REJECTED', 'Not available');
    expect(await move(office, code, 'COMPARED')).toBe('stage.candidates-few');
    expect(await event(code, third, 'LISTED', 'Available after all')).toBe('granted');

    expect(await move(office, code, 'COMPARED')).toBe('stage.not-scored');
    expect(await event(code, third, 'SELECTED')).toBe('candidate.move');
    for (const { id } of await candidatesOf(code)) await scored(office, { code, id, criterionId });
    expect(await move(office, code, 'COMPARED')).toBe('granted');
  });

  test('negotiates with the one who was selected, and with nobody else', async () => {
    expect(await move(office, code, 'NEGOTIATION')).toBe('stage.none-selected');
    const [first, second] = await candidatesOf(code);
    expect(await event(code, first?.id ?? '', 'SELECTED')).toBe('granted');
    expect(await event(code, second?.id ?? '', 'SELECTED')).toBe('candidate.one-selected');
    expect(await move(office, code, 'NEGOTIATION')).toBe('granted');
  });
});

describe('judging', () => {
  test('needs a declaration without ties, and keeps scores apart while others judge', async () => {
    await created('PMI-32-ICS', 'INDV');
    await started(office, 'PMI-32-ICS', 'TOR');
    await move(office, 'PMI-32-ICS', 'TOR_REVIEW');
    await move(office, 'PMI-32-ICS', 'TOR_CLEARED');
    const code = 'PMI-32-ICS';
    const criterionId = await criterion(code);
    const id = await listed(code, 'Candidate');
    const scoring = { actor: expert, code, candidateId: id, note: '', now };
    const met = [{ criterionId, hundredths: 1 }];
    expect(await scoreCandidate({ ...scoring, scores: met })).toMatchObject({
      refusal: { code: 'conflict.undeclared' },
    });
    const ties = { actor: expert, code, candidateId: id, now };
    await declareConflict({ ...ties, declaration: 'CONFLICT', statement: 'Former colleague' });
    expect(await scoreCandidate({ ...scoring, scores: met })).toMatchObject({
      refusal: { code: 'conflict.declared' },
    });
    await scored(office, { code, id, criterionId });
    const own = await procurementPage({ actor: expert, code, now });
    expect(own).toMatchObject({ isOwnScoresOnly: true, comparison: [{ mandatory: 'OPEN' }] });
    const all = await procurementPage({ actor: office, code, now });
    expect(all).toMatchObject({ isOwnScoresOnly: false, comparison: [{ mandatory: 'MET' }] });
    const tooMuch = [{ criterionId, hundredths: 2 }];
    expect(await scoreCandidate({ ...scoring, actor: office, scores: tooMuch })).toMatchObject({
      refusal: { code: 'score.range' },
    });
  });

  test('[I15] never judges key experts for the shortlist', async () => {
    const added = await addCriterion({
      actor: office,
      code: 'PMI-14',
      kind: 'MANDATORY',
      subject: 'KEY_EXPERT',
      phase: 'SHORTLIST',
      textZh: '项目负责人经验',
      textEn: 'Experience of the team leader',
      maxPoints: null,
      now,
    });
    expect(added).toMatchObject({ refusal: { code: 'criterion.key-expert' } });
  });
});

describe('whoever has no part in a procurement', () => {
  test.each(['firm-a@demo.test', 'firm-b@demo.test', 'observer@demo.test', 'external@demo.test'])(
    '%s learns nothing of it',
    async (email) => {
      const actor = await project.person(email);
      expect(await procurementPage({ actor, code: 'PMI-17', now })).toBeNull();
      expect(await decisionsPage({ actor, now })).toBeNull();
      const [asked] = (await decisionsPage({ actor: bank, now })) ?? [];
      const names = { nameZh: '甲', nameEn: 'A' };
      const answers = [
        await addCandidate({ actor, code: 'PMI-17', ...names, now }),
        await addCandidate({ actor, code: 'PMI-99', ...names, now }),
        await decideNoObjection({
          actor,
          id: asked?.id ?? '',
          decision: 'GRANTED',
          comments: '',
          now,
        }),
      ];
      for (const answered of answers) {
        expect(answered).toEqual({ ok: false, refusal: { code: 'not-found' } });
      }
    },
  );

  test('is also the expert, in the procurement of the own contract', async () => {
    const { id } = await record('PMI-30-ICS');
    await database()
      .insert(individualHolders)
      .values({ assignmentId: id, personId: expert.id, since: today })
      .onConflictDoNothing();
    expect(await procurementPage({ actor: expert, code: 'PMI-30-ICS', now })).toBeNull();
    expect(await procurementPage({ actor: expert, code: 'PMI-7', now })).not.toBeNull();
    expect(await procurementPage({ actor: office, code: 'PMI-30-ICS', now })).not.toBeNull();
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

type Answer = { ok: true } | { ok: false; refusal: { code: string } };

function codeOf(answered: Answer): string {
  return answered.ok ? 'granted' : answered.refusal.code;
}

async function move(
  actor: Person,
  ...[code, to, reason = '']: [code: string, to: AssignmentStage, reason?: string]
) {
  return codeOf(await moveAssignment({ actor, code, to, occurredOn: null, reason, now }));
}

async function record(code: string) {
  const [found] = await findAssignments(database(), { code });
  if (found === undefined) throw new Error(`No ${code}.`);
  return found;
}

async function eventsOf(assignmentId: string) {
  return await database()
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.assignmentId, assignmentId));
}

async function started(actor: Person, code: string, kind: 'TOR'): Promise<string> {
  const answered = await startDocument({
    actor,
    code,
    kind,
    templateKey: null,
    title: `${code} 工作大纲`,
    now,
  });
  if (!answered.ok) throw new Error(answered.refusal.code);
  return answered.value.documentId;
}

async function asked(code: string, subject: NoObjectionSubject, documentId: string) {
  const answered = await requestNoObjection({ actor: office, subject, documentId, note: '', now });
  if (!answered.ok) throw new Error(`${code}: ${answered.refusal.code}`);
  return answered.value.id;
}

async function answer(actor: Person, id: string): Promise<string> {
  return codeOf(await decideNoObjection({ actor, id, decision: 'GRANTED', comments: '', now }));
}

async function statesOf(code: string) {
  const page = await procurementPage({ actor: office, code, now });
  return page?.noObjections.map(({ state }) => state);
}

async function createdAs(actor: Person, code: string, method: SelectionMethod) {
  return codeOf(
    await createAssignment({
      actor,
      kind: method === 'CQS' ? 'SUBCONTRACT' : 'INDIVIDUAL',
      code,
      titleZh: '新任务',
      titleEn: 'New assignment',
      componentId: null,
      method,
      review: 'POST',
      stepReference: null,
      planned: null,
      now,
    }),
  );
}

async function created(code: string, method: SelectionMethod) {
  expect(await createdAs(office, code, method)).toBe('granted');
}

async function candidatesOf(code: string) {
  return (await procurementPage({ actor: office, code, now }))?.candidates ?? [];
}

async function listed(code: string, nameEn: string): Promise<string> {
  const added = await addCandidate({ actor: office, code, nameZh: nameEn, nameEn, now });
  if (!added.ok) throw new Error(added.refusal.code);
  await event(code, added.value.candidateId, 'LISTED');
  return added.value.candidateId;
}

async function event(
  code: string,
  ...[candidateId, to, reason = '']: [candidateId: string, to: CandidateEvent, reason?: string]
) {
  const moved = { actor: office, code, candidateId, event: to, reason, now: new Date() };
  return codeOf(await moveCandidate(moved));
}

async function criterion(code: string): Promise<string> {
  const added = await addCriterion({
    actor: office,
    code,
    kind: 'MANDATORY',
    subject: 'CANDIDATE',
    phase: 'PROPOSAL',
    textZh: '相关经验',
    textEn: 'Relevant experience',
    maxPoints: null,
    now,
  });
  if (!added.ok) throw new Error(added.refusal.code);
  return added.value.criterionId;
}

async function scored(actor: Person, given: { code: string; id: string; criterionId: string }) {
  const about = { actor, code: given.code, candidateId: given.id, now };
  await declareConflict({ ...about, declaration: 'NONE', statement: '' });
  const scores = [{ criterionId: given.criterionId, hundredths: 1 }];
  expect(codeOf(await scoreCandidate({ ...about, scores, note: '' }))).toBe('granted');
}

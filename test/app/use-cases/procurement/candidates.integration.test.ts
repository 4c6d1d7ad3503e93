/** Who is compared, judged and selected, and who learns nothing of it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#app/domain/people/person.ts';
import { calendarDateAt } from '#app/domain/shared/calendar-date.ts';
import { addCandidate } from '#app/use-cases/procurement/add-candidate.server.ts';
import { addCriterion } from '#app/use-cases/procurement/add-criterion.server.ts';
import { decideNoObjection } from '#app/use-cases/procurement/decide-no-objection.server.ts';
import { decisionsPage } from '#app/use-cases/procurement/decisions-page.server.ts';
import { declareConflict } from '#app/use-cases/procurement/declare-conflict.server.ts';
import { procurementPage } from '#app/use-cases/procurement/procurement-page.server.ts';
import { scoreCandidate } from '#app/use-cases/procurement/score-candidate.server.ts';
import { database } from '#db/connection.ts';
import { individualHolders } from '#db/schema/register.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { ProcurementDesk, move, record, started, scored } from './procurement-desk.ts';

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

describe('individual selection', () => {
  const code = 'PMI-31-ICS';

  beforeAll(async () => {
    await desk.created(code, 'INDV');
    await started(office, code, 'TOR');
    await move(office, code, 'TOR_REVIEW');
    await move(office, code, 'TOR_CLEARED');
    await move(office, code, 'LIMITED');
  });

  test('[I04] compares three candidates, and refuses with two', async () => {
    const criterionId = await desk.criterion(code);
    for (const name of ['First', 'Second']) await desk.listed(code, name);
    expect(await move(office, code, 'COMPARED')).toBe('stage.candidates-few');
    const third = await desk.listed(code, 'Third');
    await desk.event(code, third, 'REJECTED', 'Not available');
    expect(await move(office, code, 'COMPARED')).toBe('stage.candidates-few');
    expect(await desk.event(code, third, 'LISTED', 'Available after all')).toBe('granted');

    expect(await move(office, code, 'COMPARED')).toBe('stage.not-scored');
    expect(await desk.event(code, third, 'SELECTED')).toBe('candidate.move');
    for (const { id } of await desk.candidatesOf(code))
      await scored(office, { code, id, criterionId });
    expect(await move(office, code, 'COMPARED')).toBe('granted');
  });

  test('negotiates with the one who was selected, and with nobody else', async () => {
    expect(await move(office, code, 'NEGOTIATION')).toBe('stage.none-selected');
    const [first, second] = await desk.candidatesOf(code);
    expect(await desk.event(code, first?.id ?? '', 'SELECTED')).toBe('granted');
    expect(await desk.event(code, second?.id ?? '', 'SELECTED')).toBe('candidate.one-selected');
    expect(await move(office, code, 'NEGOTIATION')).toBe('granted');
  });
});

describe('judging', () => {
  test('needs a declaration without ties, and keeps scores apart while others judge', async () => {
    await desk.created('PMI-32-ICS', 'INDV');
    await started(office, 'PMI-32-ICS', 'TOR');
    await move(office, 'PMI-32-ICS', 'TOR_REVIEW');
    await move(office, 'PMI-32-ICS', 'TOR_CLEARED');
    const code = 'PMI-32-ICS';
    const criterionId = await desk.criterion(code);
    const id = await desk.listed(code, 'Candidate');
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

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#app/domain/people/person.ts';
import { acceptDeliverable } from '#app/use-cases/register/accept-deliverable.server.ts';
import { deliverablePage } from '#app/use-cases/register/deliverable-page.server.ts';
import { returnDeliverable } from '#app/use-cases/register/return-deliverable.server.ts';
import { submitDeliverable } from '#app/use-cases/register/submit-deliverable.server.ts';
import { database } from '#db/connection.ts';
import { findSubmissions } from '#db/queries/submissions.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import {
  addedDeliverable,
  closeIssues,
  eventsOn,
  raise,
  specialReportId,
  startedReport,
  writeOn,
} from '#test/support/special-report.ts';

const CODE = 'PMI-17';
const REASON = '请补充不确定性分析。';

let project: DemoProject;
let firm: Person;
let office: Person;
let bank: Person;
/** A deliverable of PMI-17 that both sides accept, and the report for it. */
let no: number;
let documentId: string;

beforeAll(async () => {
  project = await demoProject();
  firm = await project.person('firm-a@demo.test');
  office = await project.person('pmo@demo.test');
  bank = await project.person('lead@bank.demo.test');
});
beforeEach(async () => {
  no = await addedDeliverable(office, 'BOTH');
  documentId = await startedReport(firm, 'INTERIM_REPORT');
});
afterAll(async () => {
  await project.close();
});

describe('handing in', () => {
  test('freezes the text, and what is frozen stays as it was', async () => {
    expect(await submit()).toEqual({ ok: true, value: { submissionNo: 1, versionNo: 1 } });
    const [before] = await submissions();
    await writeOn(documentId, firm);

    expect(await submissions()).toEqual([before]);
    expect(await state()).toBe('SUBMITTED');
    expect(await submit()).toEqual(refusal('deliverable.not-owed'));
  });

  test('is for the holder, and hidden from other firms', async () => {
    const asked = await Promise.all(
      ['pmo@demo.test', 'expert@demo.test', 'external@demo.test', 'firm-b@demo.test'].map(
        async (email) => await submit({ actor: await project.person(email) }),
      ),
    );

    expect(asked).toEqual([
      ...Array.from({ length: 3 }, () => refusal('not-allowed')),
      refusal('not-found'),
    ]);
    expect(await submissions()).toEqual([]);
    expect(await submit({ no: 99 })).toEqual(refusal('not-found'));
  });

  test('takes a text of the right kind of this contract, once', async () => {
    const final = await startedReport(firm, 'FINAL_REPORT');
    const foreign = await startedReport(firm, 'INTERIM_REPORT', 'PMI-3');
    for (const wrong of [final, foreign, 'made-up', '']) {
      expect(await submit({ documentId: wrong })).toEqual(refusal('deliverable.wrong-document'));
    }
    const other = await addedDeliverable(office, 'PMO');
    await submit({ no: other });

    expect(await submit()).toEqual(refusal('deliverable.version-used'));
  });

  test('is refused while the contract does not run', async () => {
    const on3 = await addedDeliverable(office, 'PMO', 'PMI-3');
    const foreign = await startedReport(firm, 'INTERIM_REPORT', 'PMI-3');

    expect(await submit({ code: 'PMI-3', no: on3, documentId: foreign })).toEqual(
      refusal('deliverable.not-running'),
    );
  });

  test('by two at once is one submission', async () => {
    const outcomes = await Promise.all([submit(), submit(), submit()]);

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await submissions()).map((each) => each.no)).toEqual([1]);
  });
});

describe('returning', () => {
  test('gives it back with the reason', async () => {
    await submit();

    expect(await giveBack()).toEqual({ ok: true, value: { state: 'RETURNED' } });
    const page = await seenBy(firm);
    expect(page?.events.at(-1)).toMatchObject({ event: 'RETURNED', side: 'PMO', reason: REASON });
  });

  test('needs a reason, a submission and a side that accepts', async () => {
    expect(await giveBack()).toEqual(refusal('deliverable.not-under-review'));
    await submit();

    expect(await giveBack({ reason: ' \n' })).toEqual(refusal('reason.missing'));
    expect(await giveBack({ reason: '长'.repeat(501) })).toEqual(refusal('reason.too-long'));
    expect(await giveBack({ actor: firm })).toEqual(refusal('not-allowed'));
    expect(await giveBack({ actor: await project.person('firm-b@demo.test') })).toEqual(
      refusal('not-found'),
    );
    expect(await giveBack({ actor: await project.person('reviewer@bank.demo.test') })).toEqual(
      refusal('not-allowed'),
    );
    expect(await state()).toBe('SUBMITTED');
  });

  test('[I08] is answered by a later version of the same text', async () => {
    await submit();
    await giveBack();

    expect(await submit()).toEqual(refusal('deliverable.unchanged'));
    const another = await startedReport(firm, 'INTERIM_REPORT');
    expect(await submit({ documentId: another })).toEqual(refusal('deliverable.other-document'));
    await writeOn(documentId, firm);
    expect(await submit()).toEqual({ ok: true, value: { submissionNo: 2, versionNo: 2 } });
    expect((await submissions()).map((each) => [each.no, each.versionNo])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });
});

describe('accepting', () => {
  test('[I10] by both sides is two acts, of the office first and then of the Bank', async () => {
    await submit();

    expect(await accept(bank)).toEqual(refusal('deliverable.other-side'));
    expect(await accept(office)).toEqual({ ok: true, value: { state: 'PMO_ACCEPTED' } });
    expect(await accept(office)).toEqual(refusal('deliverable.other-side'));
    expect(await accept(bank)).toEqual({ ok: true, value: { state: 'ACCEPTED' } });
    expect(await accept(bank)).toEqual(refusal('deliverable.not-under-review'));
    expect(await giveBack()).toEqual(refusal('deliverable.not-under-review'));
  });

  test('by the Bank may still be refused after the office accepted', async () => {
    await submit();
    await accept(office);

    expect(await giveBack({ actor: bank })).toEqual({ ok: true, value: { state: 'RETURNED' } });
    await writeOn(documentId, firm);
    await submit();
    expect(await accept(bank)).toEqual(refusal('deliverable.other-side'));
  });

  test('where one side is enough, the other has no part in it', async () => {
    no = await addedDeliverable(office, 'BANK');
    await submit();

    expect(await accept(office)).toEqual(refusal('deliverable.other-side'));
    expect(await giveBack()).toEqual(refusal('deliverable.other-side'));
    expect(await accept(bank)).toEqual({ ok: true, value: { state: 'ACCEPTED' } });
  });

  test('[I07] waits until no issue that the holder can see is open', async () => {
    await submit();
    await raise(bank, {
      documentId,
      type: 'ISSUE',
    });
    await raise(bank, {
      documentId,
      type: 'ISSUE',
    });
    await raise(bank, {
      documentId,
      type: 'QUESTION',
    });

    expect(await accept(office)).toEqual({
      ok: false,
      refusal: { code: 'deliverable.open-issues', openIssues: 2 },
    });
    expect((await seenBy(office))?.acts.accept).toEqual({ openIssues: 2 });
    await closeIssues(bank, documentId);
    expect(await accept(office)).toMatchObject({ ok: true });
  });

  test('[I07] does not wait for what an institution keeps to itself', async () => {
    await submit();
    await raise(bank, {
      documentId,
      type: 'ISSUE',
      visibility: 'INSTITUTION',
    });

    expect(await accept(office)).toMatchObject({ ok: true });
  });
});

test('every act is recorded with what stood before and after, and a refused one is not', async () => {
  await submit();
  await giveBack();
  await submit();
  await writeOn(documentId, firm);
  await submit();
  await accept(office);
  await accept(bank);

  const events = await eventsOn(await specialReportId(no));
  expect(events.map(({ action }) => action)).toEqual([
    'deliverable.added',
    'deliverable.submitted',
    'deliverable.returned',
    'deliverable.submitted',
    'deliverable.accepted',
    'deliverable.accepted',
  ]);
  expect(events.slice(1).map(({ details }) => [details.before, details.after])).toEqual([
    [{ state: 'EXPECTED' }, { state: 'SUBMITTED' }],
    [{ state: 'SUBMITTED' }, { state: 'RETURNED' }],
    [{ state: 'RETURNED' }, { state: 'SUBMITTED' }],
    [{ state: 'SUBMITTED' }, { state: 'PMO_ACCEPTED' }],
    [{ state: 'PMO_ACCEPTED' }, { state: 'ACCEPTED' }],
  ]);
});

describe('the page of a deliverable', () => {
  test('offers what the rules let through, and nothing else', async () => {
    expect((await seenBy(firm))?.acts).toMatchObject({ accept: null, return: false });
    expect((await seenBy(firm))?.acts.submit?.documents.map(({ id }) => id)).toContain(documentId);
    expect((await seenBy(office))?.acts).toMatchObject({ submit: null, accept: null });
    await submit();

    expect((await seenBy(office))?.acts).toMatchObject({ accept: { openIssues: 0 }, return: true });
    expect((await seenBy(bank))?.acts).toMatchObject({ accept: null, return: true });
    expect((await seenBy(firm))?.acts).toMatchObject({ submit: null, accept: null, return: false });
  });

  test('is nothing to who may not see it', async () => {
    expect(await seenBy(await project.person('firm-b@demo.test'))).toBeNull();
  });
});

function refusal(code: string) {
  return { ok: false, refusal: { code } };
}

async function submit(change: Partial<Parameters<typeof submitDeliverable>[0]> = {}) {
  return await submitDeliverable({
    actor: firm,
    code: CODE,
    no,
    documentId,
    now: new Date(),
    ...change,
  });
}

async function giveBack(change: { actor?: Person; reason?: string } = {}) {
  return await returnDeliverable({
    actor: office,
    code: CODE,
    no,
    reason: REASON,
    now: new Date(),
    ...change,
  });
}

async function accept(actor: Person) {
  return await acceptDeliverable({ actor, code: CODE, no, now: new Date() });
}

async function seenBy(actor: Person) {
  return await deliverablePage({ actor, code: CODE, no, now: new Date() });
}

async function state() {
  return (await seenBy(office))?.deliverable.state;
}

async function submissions() {
  return await findSubmissions(database(), await specialReportId(no));
}

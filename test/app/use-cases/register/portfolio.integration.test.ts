import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { may } from '#app/domain/people/policy.ts';
import { BOARD_PHASES } from '#app/domain/register/stage.ts';
import { calendarDateAt } from '#app/domain/shared/calendar-date.ts';
import { myTors } from '#app/use-cases/register/my-tors.server.ts';
import { portfolio } from '#app/use-cases/register/portfolio.server.ts';
import { registerOverview } from '#app/use-cases/register/register-overview.server.ts';
import { eq } from 'drizzle-orm';
import { database } from '#db/connection.ts';
import { findAssignments } from '#db/queries/assignments.ts';
import { newId } from '#db/new-id.ts';
import { assignments, contracts, deliverables, paymentEvents, payments } from '#db/schema/index.ts';
import { DEMO_ACCOUNTS } from '#db/seed/demo-people.ts';
import { EXPERT_LEADS } from '#db/seed/demo-register.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { fillAtRandom } from '#test/support/random-register.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const NOW = new Date();
let project: DemoProject;

beforeAll(async () => {
  project = await demoProject();
  await fillAtRandom(60, { draw: seededRandom(7), today: calendarDateAt(NOW) });
}, 60_000);

afterAll(async () => {
  await project.close();
});

describe('the portfolio', () => {
  test('[I13] has the same fingerprint for the same data, and another one for other data', async () => {
    const office = await project.person('pmo@demo.test');
    const first = await portfolio(office, NOW);
    const second = await portfolio(office, NOW);
    expect(second).toEqual(first);
    expect(first.hash).toMatch(/^[0-9a-f]{64}$/);

    await database()
      .update(assignments)
      .set({ plannedAmountMinor: 1, plannedCurrency: 'EUR' })
      .where(eq(assignments.code, 'PMI-1'));
    const third = await portfolio(office, NOW);

    expect(third.hash).not.toBe(first.hash);
    expect(third.total.money.find(({ currency }) => currency === 'EUR')?.planned).toBe(1);
  });

  test('counts by phase what each reader may see, and nothing else', async () => {
    for (const { email } of DEMO_ACCOUNTS) {
      const actor = await project.person(email);
      const { assignments: rows } = await registerOverview(actor, NOW);
      const { total, rows: byComponent } = await portfolio(actor, NOW);

      for (const phase of BOARD_PHASES) {
        expect(total.phases[phase]).toBe(rows.filter((row) => row.phase === phase).length);
      }
      for (const { component, phases } of byComponent) {
        const counted = Object.values(phases).reduce((sum, one) => sum + one, 0);
        const expected = rows.filter((row) => row.component?.no === component?.no).length;
        expect(counted).toBe(expected);
      }
    }
  });

  test('adds amounts only of one currency, and only of contracts that the reader may read', async () => {
    const records = await findAssignments(database());
    const signed = await database().select().from(contracts);
    for (const { email } of DEMO_ACCOUNTS) {
      const actor = await project.person(email);
      const { total } = await portfolio(actor, NOW);
      const expected = new Map<string, number>();
      for (const contract of signed) {
        const standing = records.find(({ id }) => id === contract.assignmentId)?.standing;
        if (standing === undefined || !may(actor, 'read', { type: 'contract', ...standing })) {
          continue;
        }
        const { currency, amountMinor } = contract;
        expected.set(currency, (expected.get(currency) ?? 0) + amountMinor);
      }
      const contracted = total.money
        .filter((money) => money.contracted > 0)
        .map(({ currency, contracted: amount }) => [currency, amount]);
      expect(new Map(contracted as [string, number][])).toEqual(expected);
    }
  });

  test('shows no amount to who may read no contract', async () => {
    for (const email of ['admin@demo.test', 'external@demo.test']) {
      const { showsMoney, total, rows } = await portfolio(await project.person(email), NOW);

      expect(showsMoney).toBe(false);
      expect([...rows, total].flatMap(({ money }) => money)).toEqual([]);
    }
  });

  test('counts as paid what was released', async () => {
    const office = await project.person('pmo@demo.test');
    const before = (await portfolio(office, NOW)).total.money;
    const [contract] = await database().select().from(contracts);
    const [due] = await database().select().from(deliverables);
    if (contract === undefined || due === undefined) throw new Error('Nothing to pay.');
    const paymentId = newId();
    await database().insert(payments).values({
      id: paymentId,
      contractId: contract.id,
      no: 99,
      deliverableId: due.id,
      amountMinor: 4_200,
    });
    expect((await portfolio(office, NOW)).total.money).toEqual(before);
    await database()
      .insert(paymentEvents)
      .values({
        id: newId(),
        paymentId,
        event: 'RELEASED',
        occurredOn: calendarDateAt(NOW),
        personId: office.id,
        at: NOW,
      });

    const after = (await portfolio(office, NOW)).total.money;
    const paidIn = (money: typeof before) =>
      money.find(({ currency }) => currency === contract.currency)?.paid ?? 0;
    expect(paidIn(after) - paidIn(before)).toBe(4_200);
  });
});

describe('my terms of reference', () => {
  test('[I02] are the 26 for the expert, the 15 that are led first', async () => {
    const { tors, count } = await myTors(await project.person('expert@demo.test'), { page: 1 });

    const ofDemo = tors.filter(({ code }) => /^PMI-([1-9]|1\d|2[0-6])$/.test(code));
    expect(ofDemo).toHaveLength(26);
    expect(count).toBeGreaterThanOrEqual(26);
    const led = ofDemo.filter(({ isLed }) => isLed).map(({ code }) => code);
    expect(led).toEqual(EXPERT_LEADS.map((number) => `PMI-${number}`));
  });

  test('are those of all for the office, and none for who writes none', async () => {
    const office = await myTors(await project.person('pmo@demo.test'), { page: 1 });
    const all = await findAssignments(database());

    expect(office.count).toBe(all.length);
    expect(office.pages).toBe(Math.ceil(all.length / 50));
    expect((await myTors(await project.person('firm-b@demo.test'), { page: 3 })).tors).toEqual(
      (await myTors(await project.person('firm-b@demo.test'), { page: 1 })).tors,
    );
  });

  test('say how far the text is, what is open and what to do next', async () => {
    const { tors } = await myTors(await project.person('expert@demo.test'), { page: 1 });
    const row = (code: string) => tors.find((tor) => tor.code === code);

    const started = row('PMI-2');
    expect(started?.document?.openThreads).toBeGreaterThan(0);
    expect(started?.step.act).toBe('comments');
    const { done = 0, thin = 0, missing = 0 } = started?.document?.sections ?? {};
    expect(done + thin + missing).toBeGreaterThan(0);
    expect(row('PMI-3')).toMatchObject({
      document: null,
      step: { act: 'start', to: '/assignments/PMI-3/documents/new?kind=TOR' },
    });
  });

  test('are written on once they were started', async () => {
    const expert = await project.person('expert@demo.test');
    await project.startTor();

    const { tors } = await myTors(expert, { page: 1 });

    const tor = tors.find(({ code }) => code === 'PMI-3');
    expect(tor?.step).toEqual({ act: 'write', to: `/documents/${tor?.document?.id}/edit` });
    // What is ready wording with blanks is nobody's work yet.
    expect(tor?.document?.sections.thin).toBeGreaterThan(0);
  });
});

/**
 * The contracts of the demo register. Amounts repeat the number of the contract so that nobody
 * takes them for real: PMI-4 comes to CNY 444,444.00.
 */
import { addMonths, individualEnd } from '../../app/domain/contract/contract-period.ts';
import { deliverableState } from '../../app/domain/register/deliverable-state.ts';
import { splitByShares } from '../../app/domain/contract/payment-schedule.ts';
import {
  addDays,
  calendarDateAt,
  type CalendarDate,
} from '../../app/domain/shared/calendar-date.ts';
import type { Transaction } from '../client.ts';
import { newId } from '../new-id.ts';
import {
  findContractDeliverables,
  type ContractDeliverableRecord,
} from '../queries/contract-deliverables.ts';
import { setHolder, setIndividualHolder } from '../queries/contract-signing.ts';
import {
  insertAgreement,
  insertAmendment,
  insertContract,
  insertPaymentEvent,
  insertPayments,
} from '../queries/contracts.ts';
import type { DemoKeys } from './demo.ts';
import { seedDemoCommitments } from './demo-commitments.ts';
import { DEMO_ASSIGNMENTS, DEMO_REPORTS } from './demo-register.ts';

type Given = { keys: DemoKeys; now: Date; today: CalendarDate };

export async function seedDemoContracts(tx: Transaction, keys: DemoKeys, now: Date): Promise<void> {
  const given = { keys, now, today: calendarDateAt(now) };
  for (const report of DEMO_REPORTS) await seedFirmContract(tx, given, report);
  await seedExpertContract(tx, given);
  await seedDemoCommitments(tx, keys, now);
}

/** How much of a firm's contract is paid for inception, interim and final report. */
const SHARES = [20n, 40n, 40n];
/** Contracts whose last accepted report is not paid yet, and how far its payment has come. */
const UNPAID: Readonly<Record<number, 'PAYABLE' | 'INVOICED'>> = { 4: 'INVOICED', 22: 'PAYABLE' };
/** Contracts whose last payment follows soon. */
const LAST_INVOICED = [15];

async function seedFirmContract(
  tx: Transaction,
  given: Given,
  report: (typeof DEMO_REPORTS)[number],
): Promise<void> {
  const { keys, today } = given;
  const { number, inception, final } = report;
  const holder = DEMO_ASSIGNMENTS.find((assignment) => assignment.number === number)?.holder;
  if (holder == null) throw new Error(`The demo contract PMI-${number} needs a holder.`);
  const assignmentId = keys.assignment(`PMI-${number}`);
  const organisationId = keys.organisation(holder);
  const signedOn = addDays(today, inception - 60);
  await setHolder(tx, { assignmentId, organisationId, since: signedOn });
  const contract = await seedContract(tx, given, {
    assignmentId,
    organisationId,
    signedOn,
    startsOn: addDays(signedOn, 14),
    endsOn: addDays(today, final + 30),
    amountMinor: demoAmount(number),
    shares: SHARES,
  });
  await seedPaymentEvents(tx, given, { ...contract, number });
  if (number === 17) await seedOpenAmendment(tx, given, contract.contractId);
}

/** Signed five months ago, for one year. */
async function seedExpertContract(tx: Transaction, given: Given): Promise<void> {
  const { keys, today } = given;
  const assignmentId = keys.assignment('PMI-30-ICS');
  const personId = keys.person('expert@demo.test');
  const signedOn = addMonths(today, -5);
  await setIndividualHolder(tx, { assignmentId, personId, since: signedOn });
  await seedContract(tx, given, {
    assignmentId,
    personId,
    signedOn,
    startsOn: signedOn,
    endsOn: individualEnd(signedOn),
    amountMinor: demoAmount(30),
    shares: [1n, 1n, 1n, 1n, 1n],
  });
}

type DemoContract = {
  assignmentId: string;
  organisationId?: string;
  personId?: string;
  signedOn: CalendarDate;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  amountMinor: number;
  /** One for each deliverable. */
  shares: bigint[];
};

async function seedContract(
  tx: Transaction,
  { keys, now }: Given,
  { shares, ...terms }: DemoContract,
): Promise<{ contractId: string; scheduled: Scheduled[] }> {
  const contractId = newId();
  await insertContract(tx, {
    id: contractId,
    ...terms,
    currency: 'CNY',
    enteredBy: keys.person('pmo@demo.test'),
    enteredAt: now,
  });
  const deliverables = await findContractDeliverables(tx, terms.assignmentId);
  const amounts = splitByShares(terms.amountMinor, shares);
  const scheduled = deliverables.map((deliverable, index) => ({
    deliverable,
    payment: {
      id: newId(),
      contractId,
      no: index + 1,
      deliverableId: deliverable.id,
      amountMinor: amounts[index] ?? 0,
    },
  }));
  await insertPayments(
    tx,
    scheduled.map(({ payment }) => payment),
  );
  return { contractId, scheduled };
}

type Scheduled = { deliverable: ContractDeliverableRecord; payment: { id: string; no: number } };

/** What was accepted is invoiced a week later and paid after two more, but for a few. */
async function seedPaymentEvents(
  tx: Transaction,
  { keys, now, today }: Given,
  { number, scheduled }: { number: number; scheduled: readonly Scheduled[] },
): Promise<void> {
  for (const { deliverable, payment } of scheduled) {
    const latest = deliverable.events.at(-1) ?? null;
    const isAccepted = deliverableState(deliverable.acceptedBy, latest) === 'ACCEPTED';
    const accepted = isAccepted && latest !== null ? latest.at : null;
    if (accepted === null) continue;
    const isLast = payment.no === scheduled.length;
    const stop = isLast && LAST_INVOICED.includes(number) ? 'INVOICED' : UNPAID[number];
    const events = [
      { event: 'INVOICED' as const, after: 7, reference: `DEMO-INV-${number}-${payment.no}` },
      { event: 'RELEASED' as const, after: 21, reference: `DEMO-PAY-${number}-${payment.no}` },
    ].slice(0, stop === undefined ? 2 : stop === 'INVOICED' ? 1 : 0);
    for (const { event, after, reference } of events) {
      const occurredOn = addDays(calendarDateAt(accepted), after);
      if (occurredOn > today) continue;
      await insertPaymentEvent(tx, {
        id: newId(),
        paymentId: payment.id,
        event,
        occurredOn,
        reference,
        personId: keys.person('pmo@demo.test'),
        at: now,
      });
    }
  }
}

/** More work for a little more money, to which the PMO has agreed and the firm has not. */
async function seedOpenAmendment(
  tx: Transaction,
  { keys, now }: Given,
  contractId: string,
): Promise<void> {
  const amendmentId = newId();
  const personId = keys.person('pmo@demo.test');
  const at = new Date(now.getTime() - 3 * MS_PER_DAY);
  await insertAmendment(tx, {
    id: amendmentId,
    contractId,
    no: 1,
    kind: 'SCOPE',
    amountChangeMinor: 1_717_100,
    reason:
      '增加两家试点企业的现场比对（演示）。Two more pilot plants are compared on site (demo).',
    proposedBy: personId,
    proposedAt: at,
  });
  await insertAgreement(tx, { amendmentId, party: 'CLIENT', personId, agreedAt: at });
}

/** In fen: 444,444.00 for 4, 171,717.00 for 17. */
function demoAmount(number: number): number {
  return Number(String(number).repeat(6).slice(0, 6)) * 100;
}

const MS_PER_DAY = 86_400_000;

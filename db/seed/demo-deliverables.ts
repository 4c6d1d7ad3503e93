import {
  addDays,
  calendarDateAt,
  type CalendarDate,
} from '../../app/domain/shared/calendar-date.ts';
import type {
  AcceptedBy,
  AcceptingSide,
  DeliverableEvent,
} from '../../app/domain/register/deliverable.ts';
import type { Transaction } from '../client.ts';
import { newId } from '../new-id.ts';
import { deliverableEvents, deliverables, timeRequests } from '../schema/deliverables.ts';
import { individualHolders } from '../schema/register.ts';
import { seedDemoMilestones } from './demo-milestones.ts';
import type { DemoKeys } from './demo.ts';
import { DEMO_ASSIGNMENTS, DEMO_REPORTS, EXPERT_DELIVERABLES } from './demo-register.ts';

type Report = (typeof DEMO_REPORTS)[number];
type Kind = (typeof KINDS)[number];
type Step = {
  event: DeliverableEvent;
  side: AcceptingSide | null;
  daysAgo: number;
  reason: string;
};
type Seed = { keys: DemoKeys; now: Date; today: CalendarDate };

/** Inception, interim and final report of each running contract, and the expert's five deliverables. */
export async function seedDemoDeliverables(
  tx: Transaction,
  keys: DemoKeys,
  now: Date,
): Promise<void> {
  const seed = { keys, now, today: calendarDateAt(now) };
  for (const report of DEMO_REPORTS) {
    for (const kind of KINDS) await seedReport(tx, { report, kind, ...seed });
  }
  await seedExpert(tx, seed);
  await seedDemoMilestones(tx, keys, now);
}

const MS_PER_DAY = 86_400_000;
const KINDS = ['INCEPTION', 'INTERIM', 'FINAL'] as const;

const TITLES: Record<Kind, { titleZh: string; titleEn: string }> = {
  INCEPTION: { titleZh: '启动报告', titleEn: 'Inception report' },
  INTERIM: { titleZh: '中期报告', titleEn: 'Interim report' },
  FINAL: { titleZh: '最终报告', titleEn: 'Final report' },
};

/** The office alone accepts the first report; the others need the Bank too. */
const ACCEPTED_BY: Record<Kind, AcceptedBy> = { INCEPTION: 'PMO', INTERIM: 'BOTH', FINAL: 'BOTH' };

async function seedReport(
  tx: Transaction,
  { report, kind, keys, now, today }: Seed & { report: Report; kind: Kind },
): Promise<void> {
  const id = newId();
  const dueOn = addDays(today, daysOf(report, kind));
  await tx.insert(deliverables).values({
    id,
    assignmentId: keys.assignment(`PMI-${report.number}`),
    no: KINDS.indexOf(kind) + 1,
    ...TITLES[kind],
    kind,
    dueRule: 'FIXED_DATE',
    dueOn,
    acceptedBy: ACCEPTED_BY[kind],
  });
  const firm = keys.person(submitterOf(report));
  for (const { event, side, daysAgo, reason } of stepsOf(report, kind)) {
    await tx.insert(deliverableEvents).values({
      id: newId(),
      deliverableId: id,
      event,
      side,
      at: new Date(now.getTime() - daysAgo * MS_PER_DAY),
      personId: side === null ? firm : keys.person(JUDGES[side]),
      reason,
    });
  }
  if (report.number === ASKS_FOR_TIME && kind === 'INTERIM') {
    await tx.insert(timeRequests).values({
      id: newId(),
      deliverableId: id,
      dueOnBefore: dueOn,
      requestedDueOn: addDays(dueOn, 15),
      reason: TIME_REASON,
      requestedBy: firm,
      requestedAt: new Date(now.getTime() - 2 * MS_PER_DAY),
    });
  }
}

async function seedExpert(tx: Transaction, { keys, now, today }: Seed): Promise<void> {
  const assignmentId = keys.assignment('PMI-30-ICS');
  await tx
    .insert(individualHolders)
    .values({ assignmentId, personId: keys.person('expert@demo.test'), since: today })
    .onConflictDoNothing();
  await tx.insert(deliverables).values(
    EXPERT_DELIVERABLES.map(({ dueIn, ...deliverable }, index) => ({
      id: newId(),
      assignmentId,
      no: index + 1,
      ...deliverable,
      dueOn: dueIn === null ? null : addDays(calendarDateAt(now), dueIn),
    })),
  );
}

const JUDGES: Record<AcceptingSide, string> = {
  PMO: 'pmo@demo.test',
  BANK: 'lead@bank.demo.test',
};

/** Where a demo firm has no account, the office entered what it handed in. */
function submitterOf({ number }: Report): string {
  const holder = DEMO_ASSIGNMENTS.find((assignment) => assignment.number === number)?.holder;
  if (holder === 'firmA') return 'firm-a@demo.test';
  return holder === 'firmB' ? 'firm-b@demo.test' : 'pmo@demo.test';
}

function daysOf(report: Report, kind: Kind): number {
  return { INCEPTION: report.inception, INTERIM: report.interim, FINAL: report.final }[kind];
}

/** The past of one report. */
function stepsOf(report: Report, kind: Kind): Step[] {
  const days = daysOf(report, kind);
  const accepted = [
    step('SUBMITTED', null, 2 - days),
    step('ACCEPTED', 'PMO', -days - 10),
    ...(ACCEPTED_BY[kind] === 'BOTH' ? [step('ACCEPTED', 'BANK', -days - 15)] : []),
  ];
  if (report.state === 'FINISHED') return accepted;
  if (kind === 'INCEPTION') return report.inception < -20 ? accepted : [];
  if (kind === 'FINAL') return [];
  if (report.state === 'SUBMITTED') return [step('SUBMITTED', null, 3 - days)];
  if (report.state === 'WITH_BANK') {
    return [step('SUBMITTED', null, 12), step('ACCEPTED', 'PMO', 5)];
  }
  if (report.state === 'RETURNED') {
    return [step('SUBMITTED', null, 15), { ...step('RETURNED', 'PMO', 4), reason: RETURN_REASON }];
  }
  return [];
}

function step(event: DeliverableEvent, side: AcceptingSide | null, daysAgo: number): Step {
  return { event, side, daysAgo, reason: '' };
}

const RETURN_REASON =
  '请补充样本代表性说明和不确定性分析。Please add how the sample was drawn and an uncertainty analysis.';

/** The contract whose firm asks for more time on its interim report. */
const ASKS_FOR_TIME = 4;
const TIME_REASON =
  '两省现场调研因汛期推迟。Field visits in two provinces were put off because of floods.';

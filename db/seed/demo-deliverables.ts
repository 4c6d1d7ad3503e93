import {
  addDays,
  calendarDateAt,
  type CalendarDate,
} from '../../app/domain/shared/calendar-date.ts';
import type { DeliverableEvent, DeliverableKind } from '../../app/domain/register/deliverable.ts';
import type { Transaction } from '../client.ts';
import { newId } from '../new-id.ts';
import { deliverableEvents, deliverables } from '../schema/deliverables.ts';
import type { DemoKeys } from './demo.ts';
import { DEMO_REPORTS, EXPERT_DELIVERABLES } from './demo-register.ts';

type Report = (typeof DEMO_REPORTS)[number];
type Step = { event: DeliverableEvent; daysAgo: number; reason: string };

/** Inception, interim and final report of each running contract, and the expert's five deliverables. */
export async function seedDemoDeliverables(
  tx: Transaction,
  keys: DemoKeys,
  now: Date,
): Promise<void> {
  const today = calendarDateAt(now);
  for (const report of DEMO_REPORTS) {
    for (const [index, kind] of KINDS.entries()) {
      const id = newId();
      await tx.insert(deliverables).values({
        id,
        assignmentId: keys.assignment(`PMI-${report.number}`),
        no: index + 1,
        ...TITLES[kind],
        kind,
        dueOn: dueOn(report, kind, today),
      });
      for (const step of stepsOf(report, kind)) {
        await tx.insert(deliverableEvents).values({
          id: newId(),
          deliverableId: id,
          event: step.event,
          side: step.event === 'SUBMITTED' ? null : 'PMO',
          at: new Date(now.getTime() - step.daysAgo * MS_PER_DAY),
          personId: keys.person('pmo@demo.test'),
          reason: step.reason,
        });
      }
    }
  }
  await tx.insert(deliverables).values(
    EXPERT_DELIVERABLES.map((deliverable, index) => ({
      id: newId(),
      assignmentId: keys.assignment('PMI-30-ICS'),
      no: index + 1,
      ...deliverable,
      dueOn: null,
    })),
  );
}

const MS_PER_DAY = 86_400_000;
const KINDS = ['INCEPTION', 'INTERIM', 'FINAL'] as const;

const TITLES: Record<(typeof KINDS)[number], { titleZh: string; titleEn: string }> = {
  INCEPTION: { titleZh: '启动报告', titleEn: 'Inception report' },
  INTERIM: { titleZh: '中期报告', titleEn: 'Interim report' },
  FINAL: { titleZh: '最终报告', titleEn: 'Final report' },
};

function dueOn(report: Report, kind: DeliverableKind, today: CalendarDate): CalendarDate {
  if (kind === 'INCEPTION') return addDays(today, report.inception);
  return addDays(today, kind === 'INTERIM' ? report.interim : report.final);
}

/** The past of one report. */
function stepsOf(report: Report, kind: (typeof KINDS)[number]): Step[] {
  const days = { INCEPTION: report.inception, INTERIM: report.interim, FINAL: report.final }[kind];
  const accepted: Step[] = [
    { event: 'SUBMITTED', daysAgo: 2 - days, reason: '' },
    { event: 'ACCEPTED', daysAgo: -days - 10, reason: '' },
  ];
  if (report.state === 'FINISHED') return accepted;
  if (kind === 'INCEPTION') return report.inception < -20 ? accepted : [];
  if (kind === 'FINAL') return [];
  if (report.state === 'SUBMITTED') return [{ event: 'SUBMITTED', daysAgo: 3 - days, reason: '' }];
  if (report.state === 'RETURNED') {
    return [
      { event: 'SUBMITTED', daysAgo: 15, reason: '' },
      { event: 'RETURNED', daysAgo: 4, reason: RETURN_REASON },
    ];
  }
  return [];
}

const RETURN_REASON =
  '请补充样本代表性说明和不确定性分析。Please add how the sample was drawn and an uncertainty analysis.';

import { addDays, calendarDateAt } from '../../app/domain/shared/calendar-date.ts';
import type { MilestoneType } from '../../app/domain/register/milestone.ts';
import type { Transaction } from '../client.ts';
import { newId } from '../new-id.ts';
import { milestoneEvents, milestones } from '../schema/deliverables.ts';
import type { DemoKeys } from './demo.ts';

/** Points on the way of two contracts: one of each is behind them, the others lie ahead. */
export async function seedDemoMilestones(
  tx: Transaction,
  keys: DemoKeys,
  now: Date,
): Promise<void> {
  const today = calendarDateAt(now);
  for (const code of ['PMI-4', 'PMI-17']) {
    for (const [index, { dueIn, met, ...milestone }] of MILESTONES.entries()) {
      const id = newId();
      const dueOn = addDays(today, dueIn);
      const no = index + 1;
      await tx
        .insert(milestones)
        .values({ id, assignmentId: keys.assignment(code), no, ...milestone, dueOn });
      if (!met) continue;
      await tx.insert(milestoneEvents).values({
        id: newId(),
        milestoneId: id,
        result: 'MET',
        occurredOn: addDays(dueOn, -2),
        personId: keys.person('pmo@demo.test'),
        at: now,
      });
    }
  }
}

const MILESTONES: readonly {
  type: MilestoneType;
  titleZh: string;
  titleEn: string;
  dueIn: number;
  met: boolean;
}[] = [
  {
    type: 'APPROVAL',
    titleZh: '调研方案批准',
    titleEn: 'Survey plan approved',
    dueIn: -60,
    met: true,
  },
  {
    type: 'DELIVERY',
    titleZh: '数据集移交',
    titleEn: 'Data set handed over',
    dueIn: 35,
    met: false,
  },
  {
    type: 'REPORTING',
    titleZh: '专家咨询会',
    titleEn: 'Expert consultation',
    dueIn: 70,
    met: false,
  },
];

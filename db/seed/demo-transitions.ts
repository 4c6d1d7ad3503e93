/**
 * How each demo assignment came to where it stands: every stage of its method on a day of its own,
 * the day of signature as in its contract.
 */
import { addMonths } from '../../app/domain/contract/contract-period.ts';
import { courseIndex, COURSES } from '../../app/domain/register/stage-machine.ts';
import type { AssignmentStage } from '../../app/domain/register/stage.ts';
import {
  addDays,
  calendarDateAt,
  type CalendarDate,
} from '../../app/domain/shared/calendar-date.ts';
import type { SelectionMethod } from '../../app/domain/register/assignment.ts';
import type { Transaction } from '../client.ts';
import { newId } from '../new-id.ts';
import { saveStagePlan } from '../queries/assignment-stages.ts';
import { assignmentTransitions } from '../schema/register.ts';
import type { DemoKeys } from './demo.ts';
import { DEMO_ASSIGNMENTS, DEMO_REPORTS } from './demo-register.ts';

type Stood = { code: string; method: SelectionMethod; stage: AssignmentStage };
type Step = { stage: AssignmentStage; on: CalendarDate };

export async function seedDemoTransitions(
  tx: Transaction,
  keys: DemoKeys,
  now: Date,
): Promise<void> {
  const today = calendarDateAt(now);
  const all: Stood[] = [
    ...DEMO_ASSIGNMENTS.map(({ number, method, stage }) => ({
      code: `PMI-${number}`,
      method,
      stage,
    })),
    { code: 'PMI-30-ICS', method: 'INDV', stage: 'IMPLEMENTING' },
  ];
  for (const assignment of all) {
    const assignmentId = keys.assignment(assignment.code);
    const steps = stepsTo(assignment, today);
    const rows = steps.slice(1).map(({ stage, on }, index) => ({
      id: newId(),
      assignmentId,
      no: index + 1,
      fromStage: steps[index]?.stage ?? 'PLANNED',
      toStage: stage,
      occurredOn: on,
      recordedAt: new Date(`${on}T02:00:00Z`),
      actorId: keys.person('pmo@demo.test'),
    }));
    if (rows.length > 0) await tx.insert(assignmentTransitions).values(rows);
    await planRest(tx, { assignmentId, assignment, today });
  }
}

/** The stages up to the present one, each with its day; the first is `PLANNED`. */
function stepsTo({ code, method, stage }: Stood, today: CalendarDate): Step[] {
  const last = courseIndex(method, stage);
  const stages = COURSES[method].slice(0, last + 1).map(([usual]) => usual ?? 'PLANNED');
  const anchors = anchorsOf(code, today);
  const signing = stages.indexOf('SIGNED');
  return stages.map((name, index) => {
    const known = anchors[name];
    if (known !== undefined) return { stage: name, on: known };
    // Before the signature, or before today where nothing is signed, a stage every 18 days.
    const end = signing < 0 ? addDays(today, -12) : (anchors.SIGNED ?? today);
    const from = signing < 0 ? last : signing;
    return { stage: name, on: addDays(end, (index - from) * DAYS_A_STAGE) };
  });
}

const DAYS_A_STAGE = 18;

/** Days that the contract and the reports of an assignment set. */
function anchorsOf(
  code: string,
  today: CalendarDate,
): Partial<Record<AssignmentStage, CalendarDate>> {
  if (code === 'PMI-30-ICS') {
    const signed = addMonths(today, -5);
    return { SIGNED: signed, IMPLEMENTING: signed };
  }
  const report = DEMO_REPORTS.find(({ number }) => code === `PMI-${number}`);
  if (report === undefined) return {};
  const signed = addDays(today, report.inception - 60);
  return {
    SIGNED: signed,
    IMPLEMENTING: addDays(signed, 14),
    COMPLETED: addDays(today, report.final + 12),
    CLOSED: addDays(today, report.final + 45),
  };
}

/** The next three stages of what is not signed yet are planned, three weeks each. */
async function planRest(
  tx: Transaction,
  given: { assignmentId: string; assignment: Stood; today: CalendarDate },
): Promise<void> {
  const { assignmentId, assignment, today } = given;
  const { method, stage } = assignment;
  const at = courseIndex(method, stage);
  if (at >= courseIndex(method, 'SIGNED')) return;
  for (const [index, [next]] of COURSES[method].slice(at + 1, at + 4).entries()) {
    if (next === undefined) continue;
    const plannedOn = addDays(today, 21 * (index + 1));
    await saveStagePlan(tx, { assignmentId, stage: next, plannedOn });
  }
}

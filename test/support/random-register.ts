import { database } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { findComponents } from '#db/queries/assignments.ts';
import {
  assignmentHolders,
  assignmentInvitations,
  assignmentRoles,
  assignments,
  contracts,
  deliverableEvents,
  deliverables,
  individualHolders,
  organisations,
  people,
  projects,
} from '#db/schema/index.ts';
import {
  ASSIGNMENT_ROLES,
  PROCUREMENT_REVIEWS,
  SELECTION_METHODS,
} from '#app/domain/register/assignment.ts';
import { DELIVERABLE_EVENTS, DELIVERABLE_KINDS } from '#app/domain/register/deliverable.ts';
import { ASSIGNMENT_STAGES } from '#app/domain/register/stage.ts';
import { addDays } from '#app/domain/shared/calendar-date.ts';

type Draw = () => number;

/** Individual assignments in every state, PMI-100 onward, held and worked on by anybody. */
export async function fillAtRandom(count: number, { draw, today }: { draw: Draw; today: string }) {
  const db = database();
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(draw() * values.length)] as Value;
  const chance = (share: number) => draw() < share;
  const [project] = await db.select().from(projects);
  const components = [null, ...(await findComponents(db)).map(({ id }) => id)];
  const firms = (await db.select().from(organisations)).map(({ id }) => id);
  const persons = (await db.select().from(people)).map(({ id }) => id);
  for (let index = 0; index < count; index += 1) {
    const id = newId();
    const planned = chance(0.5);
    await db.insert(assignments).values({
      id,
      projectId: project?.id ?? '',
      kind: 'INDIVIDUAL',
      code: `PMI-${100 + index}${chance(0.3) ? '-ICS' : ''}`,
      componentId: pick(components),
      titleZh: `${pick(['核查', '配额', 'ＭＲＶ'])}任务${index}`,
      titleEn: `${pick(['Verifier', 'Allocation', 'straße'])} assignment ${index}`,
      method: pick(SELECTION_METHODS),
      stage: pick(ASSIGNMENT_STAGES),
      review: pick(PROCUREMENT_REVIEWS),
      plannedAmountMinor: planned ? Math.floor(draw() * 1e9) : null,
      plannedCurrency: planned ? pick(['CNY', 'USD']) : null,
    });
    if (chance(0.4)) {
      await db
        .insert(assignmentHolders)
        .values({ assignmentId: id, organisationId: pick(firms), since: today });
    }
    if (chance(0.3)) {
      await db
        .insert(individualHolders)
        .values({ assignmentId: id, personId: pick(persons), since: today });
    }
    if (chance(0.2)) {
      await db.insert(assignmentInvitations).values({
        assignmentId: id,
        personId: pick(persons),
        invitedBy: pick(persons),
        invitedAt: new Date(),
      });
    }
    if (chance(0.5)) {
      await db
        .insert(assignmentRoles)
        .values({ assignmentId: id, personId: pick(persons), role: pick(ASSIGNMENT_ROLES) });
    }
    if (chance(0.3)) {
      await db.insert(contracts).values({
        id: newId(),
        assignmentId: id,
        organisationId: pick(firms),
        signedOn: addDays(today, -Math.floor(draw() * 300)),
        startsOn: today,
        endsOn: addDays(today, 365),
        currency: pick(['CNY', 'USD']),
        amountMinor: 1 + Math.floor(draw() * 1e9),
        enteredBy: pick(persons),
        enteredAt: new Date(),
      });
    }
    const total = Math.floor(draw() * 4);
    for (let no = 1; no <= total; no += 1) {
      const deliverableId = newId();
      await db.insert(deliverables).values({
        id: deliverableId,
        assignmentId: id,
        no,
        kind: pick(DELIVERABLE_KINDS),
        titleZh: `成果${no}`,
        titleEn: `Deliverable ${no}`,
        dueOn: chance(0.8) ? addDays(today, Math.floor(draw() * 60) - 30) : null,
      });
      const events = Math.floor(draw() * 3);
      for (let step = 0; step < events; step += 1) {
        const event = pick(DELIVERABLE_EVENTS);
        await db.insert(deliverableEvents).values({
          id: newId(),
          deliverableId,
          event,
          side: event === 'SUBMITTED' ? null : 'PMO',
          at: new Date(Date.parse(`${today}T00:00:00Z`) + step * 1000),
          personId: pick(persons),
        });
      }
    }
  }
}

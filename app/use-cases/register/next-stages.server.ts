import { database } from '#db/connection.ts';
import type { AssignmentRecord } from '#db/queries/assignments.ts';
import type { Person } from '../../domain/people/person.ts';
import { calendarDateAt } from '../../domain/shared/calendar-date.ts';
import { unmetDemands } from '../../domain/register/stage-demands.ts';
import { movesFrom } from '../../domain/register/stage-machine.ts';
import type { NextStage } from '../procurement/procurement-views.ts';
import { mayMove } from './move-assignment.server.ts';
import { stageFacts } from './stage-facts.server.ts';

/** The moves that this person may make from here, the next one forward first. */
export async function nextStages(
  assignment: AssignmentRecord,
  { actor, now }: { actor: Person; now: Date },
): Promise<NextStage[]> {
  const db = database();
  const on = calendarDateAt(now);
  const mine = movesFrom(assignment.method, assignment.stage).filter(({ to }) =>
    mayMove(actor, assignment, to),
  );
  return await Promise.all(
    mine.map(async ({ to, kind }) => ({
      to,
      kind,
      lacks:
        kind === 'FORWARD'
          ? unmetDemands(to, await stageFacts(db, assignment, { to, on })).filter(
              (demand) => demand !== 'stage.no-contract',
            )
          : [],
      isBySigning: to === 'SIGNED' && kind === 'FORWARD',
    })),
  );
}

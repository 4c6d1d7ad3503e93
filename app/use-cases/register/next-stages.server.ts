import { database } from '#db/connection.ts';
import type { AssignmentRecord } from '#db/queries/assignments.ts';
import type { Person } from '../../domain/people/person.ts';
import { calendarDateAt } from '../../domain/shared/calendar-date.ts';
import { unmetDemands, type StageDemand } from '../../domain/register/stage-demands.ts';
import { movesFrom, type MoveKind } from '../../domain/register/stage-machine.ts';
import type { AssignmentStage } from '../../domain/register/stage.ts';
import { mayMove } from './move-assignment.server.ts';
import { stageFacts } from './stage-facts.server.ts';

export type NextStage = {
  to: AssignmentStage;
  kind: MoveKind;
  /** What is still missing, in the order in which one would see to it; empty when it is open. */
  lacks: StageDemand[];
  /** `SIGNED` is brought about on the page of the contract, not by a move. */
  isBySigning: boolean;
};

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

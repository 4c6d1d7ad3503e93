import { database } from '#db/connection.ts';
import type { AssignmentRecord } from '#db/queries/assignments.ts';
import { findCandidates, type CandidateRecord } from '#db/queries/candidates.ts';
import { findDeliverables } from '#db/queries/deliverables.ts';
import {
  findCriteria,
  findDeclarations,
  findFinancialProposals,
  findScores,
} from '#db/queries/evaluation.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import { areCandidatesOpen } from '../../domain/procurement/candidate-course.ts';
import { isReached } from '../../domain/register/stage-machine.ts';
import { calendarDateAt } from '../../domain/shared/calendar-date.ts';
import { frameOf } from '../register/assignment-frame.server.ts';
import { presentEvent } from './move-candidate.server.ts';
import { candidateView, readableProcurement, seesAllScores } from './procurement-page.server.ts';
import type { CandidatePage } from './procurement-views.ts';

/** One candidate: what happened to it, ties that were declared, scores and price. */
export async function candidatePage(query: {
  actor: Person;
  code: string;
  no: number;
  now: Date;
}): Promise<CandidatePage | null> {
  const { actor, code, no, now } = query;
  const db = database();
  const assignment = await readableProcurement(actor, code);
  if (assignment === null) return null;
  const { id } = assignment;
  const candidate = (await findCandidates(db, id)).find((one) => one.no === no);
  if (candidate === undefined) return null;
  const [criteria, scores, declarations, prices, deliverables] = await Promise.all([
    findCriteria(db, id),
    findScores(db, [candidate.id]),
    findDeclarations(db, [candidate.id]),
    findFinancialProposals(db, [candidate.id]),
    findDeliverables(db, [id]),
  ]);
  const today = calendarDateAt(now);
  const seesAll = seesAllScores(actor, assignment);
  const mine = declarations.find(({ personId }) => personId === actor.id);
  const view = candidateView(candidate, assignment);
  return {
    frame: frameOf(assignment, { actor, today, deliverables }),
    candidate: view,
    history: candidate.events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
    criteria: criteria.map((criterion) => {
      const given = scores.filter(({ criterionId }) => criterionId === criterion.id);
      return {
        ...criterion,
        mine: given.find(({ evaluatorId }) => evaluatorId === actor.id)?.hundredths ?? null,
        others: given
          .filter(({ evaluatorId }) => seesAll && evaluatorId !== actor.id)
          .map(({ evaluatorName, hundredths }) => ({ evaluatorName, hundredths })),
      };
    }),
    declaration:
      mine === undefined ? null : { declaration: mine.declaration, statement: mine.statement },
    declarations: seesAll
      ? declarations.map(({ personName, declaration, statement }) => ({
          personName,
          declaration,
          statement,
        }))
      : [],
    price: prices[0] ?? null,
    ...rightsOn(actor, assignment, candidate),
    today,
  };
}

function rightsOn(
  actor: Person,
  { standing, method, stage }: AssignmentRecord,
  candidate: CandidateRecord,
): Pick<CandidatePage, 'mayJudge' | 'mayPrice'> {
  const resource = { type: 'procurement', ...standing } as const;
  const has = (wanted: string) => candidate.events.some(({ event }) => event === wanted);
  const isOpen = areCandidatesOpen(stage);
  return {
    mayJudge:
      may(actor, 'evaluate', resource) &&
      isOpen &&
      stage !== 'NEGOTIATION' &&
      has('LISTED') &&
      presentEvent(candidate) !== 'REJECTED',
    mayPrice:
      may(actor, 'edit', resource) &&
      isOpen &&
      isReached(method, { stage: 'TECH_EVALUATED', present: stage }) &&
      has('PROPOSED'),
  };
}

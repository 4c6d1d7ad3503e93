import { inTransaction } from '#db/connection.ts';
import type { AssignmentRecord } from '#db/queries/assignments.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { findCandidates } from '#db/queries/candidates.ts';
import {
  findCriteria,
  findDeclarations,
  findScores,
  saveScore,
  type CriterionRecord,
} from '#db/queries/evaluation.ts';
import type { Person } from '../../domain/people/person.ts';
import type { EvaluationPhase } from '../../domain/procurement/candidate.ts';
import { areCandidatesOpen } from '../../domain/procurement/candidate-course.ts';
import { isReached } from '../../domain/register/stage-machine.ts';
import type { Refusal, RefusalCode } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { presentEvent } from './move-candidate.server.ts';
import { procurementOf } from './procurement-of.server.ts';

/** `hundredths` of a point; 1 (met) or 0 (not met) for a mandatory criterion. */
export type GivenScore = { criterionId: string; hundredths: number };

type Scoring = {
  actor: Person;
  code: string;
  candidateId: string;
  scores: readonly GivenScore[];
  note: string;
  now: Date;
};

/** Enters the person's own scores for one candidate; those that are left out stay as they are. */
export async function scoreCandidate(
  scoring: Scoring,
): Promise<Result<{ scored: number }, Refusal>> {
  const { actor, code, candidateId, scores, now } = scoring;
  const note = scoring.note.trim();
  if ([...note].length > 500) return refused({ code: 'reason.too-long' });

  return await inTransaction<Result<{ scored: number }, Refusal>>(async (tx) => {
    const found = await procurementOf(tx, { actor, code, action: 'evaluate' });
    if (!found.ok) return found;
    const { id: assignmentId, stage } = found.value;
    const candidates = await findCandidates(tx, assignmentId);
    const candidate = candidates.find(({ id }) => id === candidateId);
    if (candidate === undefined) return refused({ code: 'not-found' });
    const isListed = candidate.events.some(({ event }) => event === 'LISTED');
    const isPast = stage === 'NEGOTIATION' || !areCandidatesOpen(stage);
    if (isPast || !isListed || presentEvent(candidate) === 'REJECTED') {
      return refused({ code: 'score.closed' });
    }
    const mine = (await findDeclarations(tx, [candidateId])).find(
      ({ personId }) => personId === actor.id,
    );
    if (mine === undefined) return refused({ code: 'conflict.undeclared' });
    if (mine.declaration === 'CONFLICT') return refused({ code: 'conflict.declared' });

    const criteria = await findCriteria(tx, assignmentId);
    const before = (await findScores(tx, [candidateId])).filter(
      ({ evaluatorId }) => evaluatorId === actor.id,
    );
    const refusal = scoresRefusal(scores, criteria, found.value);
    if (refusal !== null) return refused({ code: refusal });
    for (const score of scores) {
      await saveScore(tx, {
        ...score,
        candidateId,
        evaluatorId: actor.id,
        note,
        scoredAt: now,
      });
    }
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'candidate.scored',
      subjectType: 'candidate',
      subjectId: candidateId,
      assignmentId,
      details: {
        before: before.map(({ criterionId, hundredths }) => ({ criterionId, hundredths })),
        after: scores,
        note,
      },
    });
    return granted({ scored: scores.length });
  });
}

function isScoreOf({ maxPoints }: CriterionRecord, hundredths: number): boolean {
  const most = maxPoints === null ? 1 : maxPoints * 100;
  return Number.isInteger(hundredths) && hundredths >= 0 && hundredths <= most;
}

function scoresRefusal(
  scores: readonly GivenScore[],
  criteria: readonly CriterionRecord[],
  assignment: AssignmentRecord,
): RefusalCode | null {
  for (const { criterionId, hundredths } of scores) {
    const criterion = criteria.find(({ id }) => id === criterionId);
    if (criterion === undefined || !isScoreOf(criterion, hundredths)) return 'score.range';
    if (isJudged(assignment, criterion.phase)) return 'score.closed';
  }
  return null;
}

/** Scores stay as they were when the step was taken that they led to. */
function isJudged({ method, stage: present }: AssignmentRecord, phase: EvaluationPhase): boolean {
  const steps = phase === 'SHORTLIST' ? SHORTLISTING : JUDGING;
  return steps.some((stage) => isReached(method, { stage, present }));
}

const SHORTLISTING = ['SHORTLISTED', 'QUALIFIED', 'COMPARED'] as const;
const JUDGING = ['TECH_EVALUATED', 'COMPARED', 'QUALIFIED'] as const;

import { inTransaction } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { findCandidates } from '#db/queries/candidates.ts';
import { findCriteria, findScores, insertCriterion } from '#db/queries/evaluation.ts';
import { checkedTitle } from '../../domain/documents/title.ts';
import type { Person } from '../../domain/people/person.ts';
import type {
  CriterionKind,
  CriterionSubject,
  EvaluationPhase,
} from '../../domain/procurement/candidate.ts';
import { isBeforeSigned } from '../../domain/register/stage-machine.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { procurementOf } from './procurement-of.server.ts';

type Addition = {
  actor: Person;
  code: string;
  kind: CriterionKind;
  subject: CriterionSubject;
  phase: EvaluationPhase;
  textZh: string;
  textEn: string;
  /** Null for a mandatory criterion, which is met or not. */
  maxPoints: number | null;
  now: Date;
};

const POINTS_MAX = 100;

/** Adds a criterion. Once a phase is being judged, its criteria stand. */
export async function addCriterion(
  addition: Addition,
): Promise<Result<{ criterionId: string }, Refusal>> {
  const { actor, code, kind, subject, phase, maxPoints, now } = addition;
  const zh = checkedTitle(addition.textZh);
  const en = checkedTitle(addition.textEn);
  if (!zh.ok) return refused(asEmpty(zh.refusal));
  if (!en.ok) return refused(asEmpty(en.refusal));
  // Key experts are judged with the proposals, never for the shortlist (I15).
  if (subject === 'KEY_EXPERT' && phase === 'SHORTLIST') {
    return refused({ code: 'criterion.key-expert' });
  }
  if (!arePointsOf(kind, maxPoints)) return refused({ code: 'criterion.points' });

  return await inTransaction<Result<{ criterionId: string }, Refusal>>(async (tx) => {
    const found = await procurementOf(tx, { actor, code, action: 'edit' });
    if (!found.ok) return found;
    const assignment = found.value;
    if (!isBeforeSigned(assignment.stage)) return refused({ code: 'candidate.closed' });
    const known = await findCriteria(tx, assignment.id);
    const candidates = await findCandidates(tx, assignment.id);
    const scores = await findScores(
      tx,
      candidates.map(({ id }) => id),
    );
    const isJudged = scores.some(({ criterionId }) =>
      known.some((criterion) => criterion.id === criterionId && criterion.phase === phase),
    );
    if (isJudged) return refused({ code: 'criterion.judged' });
    const criterionId = newId();
    const row = {
      no: (known.at(-1)?.no ?? 0) + 1,
      kind,
      subject,
      phase,
      textZh: zh.value,
      textEn: en.value,
      maxPoints,
    };
    await insertCriterion(tx, { id: criterionId, assignmentId: assignment.id, ...row });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'criterion.added',
      subjectType: 'criterion',
      subjectId: criterionId,
      assignmentId: assignment.id,
      details: { before: null, after: row },
    });
    return granted({ criterionId });
  });
}

function asEmpty({ code }: Refusal): Refusal {
  return code === 'title.missing' ? { code: 'criterion.empty' } : { code };
}

function arePointsOf(kind: CriterionKind, points: number | null): boolean {
  if (kind === 'MANDATORY') return points === null;
  return points !== null && Number.isInteger(points) && points >= 1 && points <= POINTS_MAX;
}

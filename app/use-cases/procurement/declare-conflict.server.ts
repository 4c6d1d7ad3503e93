import { inTransaction } from '#db/connection.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { findCandidates } from '#db/queries/candidates.ts';
import { findDeclarations, saveDeclaration } from '#db/queries/evaluation.ts';
import type { Person } from '../../domain/people/person.ts';
import type { ConflictDeclaration } from '../../domain/procurement/candidate.ts';
import { areCandidatesOpen } from '../../domain/procurement/candidate-course.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { procurementOf } from './procurement-of.server.ts';

type Declared = {
  actor: Person;
  code: string;
  candidateId: string;
  declaration: ConflictDeclaration;
  /** What the ties are; needed with `CONFLICT`. */
  statement: string;
  now: Date;
};

/** An evaluator says, for the own person, whether there are ties to a candidate. */
export async function declareConflict(
  declared: Declared,
): Promise<Result<{ declaration: ConflictDeclaration }, Refusal>> {
  const { actor, code, candidateId, declaration, now } = declared;
  const statement = declared.statement.trim();
  if (declaration === 'CONFLICT' && statement === '') {
    return refused({ code: 'conflict.statement' });
  }
  if ([...statement].length > 500) return refused({ code: 'reason.too-long' });

  return await inTransaction<Result<{ declaration: ConflictDeclaration }, Refusal>>(async (tx) => {
    const found = await procurementOf(tx, { actor, code, action: 'evaluate' });
    if (!found.ok) return found;
    const assignment = found.value;
    const candidates = await findCandidates(tx, assignment.id);
    if (!candidates.some(({ id }) => id === candidateId)) return refused({ code: 'not-found' });
    if (!areCandidatesOpen(assignment.stage)) return refused({ code: 'candidate.closed' });
    const earlier = (await findDeclarations(tx, [candidateId])).find(
      ({ personId }) => personId === actor.id,
    );
    await saveDeclaration(tx, {
      candidateId,
      personId: actor.id,
      declaration,
      statement,
      declaredAt: now,
    });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'conflict.declared',
      subjectType: 'candidate',
      subjectId: candidateId,
      assignmentId: assignment.id,
      details: {
        before:
          earlier === undefined
            ? null
            : { declaration: earlier.declaration, statement: earlier.statement },
        after: { declaration, statement },
      },
    });
    return granted({ declaration });
  });
}

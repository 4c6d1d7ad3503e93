import { inTransaction } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { findCandidates, insertCandidate, insertCandidateEvent } from '#db/queries/candidates.ts';
import { checkedTitle } from '../../domain/documents/title.ts';
import type { Person } from '../../domain/people/person.ts';
import type { CandidateKind } from '../../domain/procurement/candidate.ts';
import { areCandidatesOpen } from '../../domain/procurement/candidate-course.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { procurementOf } from './procurement-of.server.ts';

type Addition = { actor: Person; code: string; nameZh: string; nameEn: string; now: Date };

/** Notes somebody's interest: a firm in a sub-contract, a person in an individual assignment. */
export async function addCandidate(
  addition: Addition,
): Promise<Result<{ candidateId: string }, Refusal>> {
  const { actor, code, now } = addition;
  const nameZh = checkedTitle(addition.nameZh);
  const nameEn = checkedTitle(addition.nameEn);
  if (!nameZh.ok || !nameEn.ok) return refused({ code: 'name.missing' });

  return await inTransaction<Result<{ candidateId: string }, Refusal>>(async (tx) => {
    const found = await procurementOf(tx, { actor, code, action: 'edit' });
    if (!found.ok) return found;
    const assignment = found.value;
    if (!areCandidatesOpen(assignment.stage)) return refused({ code: 'candidate.closed' });
    const known = await findCandidates(tx, assignment.id);
    const candidateId = newId();
    const kind: CandidateKind = assignment.kind === 'INDIVIDUAL' ? 'PERSON' : 'FIRM';
    const row = {
      no: (known.at(-1)?.no ?? 0) + 1,
      kind,
      nameZh: nameZh.value,
      nameEn: nameEn.value,
    };
    await insertCandidate(tx, {
      id: candidateId,
      assignmentId: assignment.id,
      ...row,
      addedBy: actor.id,
      addedAt: now,
    });
    await insertCandidateEvent(tx, {
      candidateId,
      event: 'INTERESTED',
      at: now,
      personId: actor.id,
    });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'candidate.added',
      subjectType: 'candidate',
      subjectId: candidateId,
      assignmentId: assignment.id,
      details: { before: null, after: row },
    });
    return granted({ candidateId });
  });
}

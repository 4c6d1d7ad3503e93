import type { Transaction } from '#db/client.ts';
import { inTransaction } from '#db/connection.ts';
import type { AssignmentRecord } from '#db/queries/assignments.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import {
  findCandidates,
  insertCandidateEvent,
  type CandidateRecord,
} from '#db/queries/candidates.ts';
import type { Person } from '../../domain/people/person.ts';
import type { CandidateEvent } from '../../domain/procurement/candidate.ts';
import {
  areCandidatesOpen,
  candidateMoves,
  eventBeforeSelection,
} from '../../domain/procurement/candidate-course.ts';
import { calendarDateAt } from '../../domain/shared/calendar-date.ts';
import type { Refusal, RefusalCode } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { unmetDemands } from '../../domain/register/stage-demands.ts';
import { choosingStep } from '../../domain/register/stage-machine.ts';
import { stageFacts } from '../register/stage-facts.server.ts';
import { procurementOf } from './procurement-of.server.ts';

type CandidateMove = {
  actor: Person;
  code: string;
  candidateId: string;
  event: CandidateEvent;
  /** Asked for when a candidate is turned away, or listed again. */
  reason: string;
  now: Date;
};

/** Lists, invites, selects or turns away a candidate, or notes its proposal. */
export async function moveCandidate(
  move: CandidateMove,
): Promise<Result<{ event: CandidateEvent }, Refusal>> {
  const { actor, code, candidateId, event, now } = move;
  const reason = move.reason.trim();
  if ([...reason].length > 500) return refused({ code: 'reason.too-long' });

  return await inTransaction<Result<{ event: CandidateEvent }, Refusal>>(async (tx) => {
    const found = await procurementOf(tx, { actor, code, action: 'edit' });
    if (!found.ok) return found;
    const assignment = found.value;
    const all = await findCandidates(tx, assignment.id);
    const candidate = all.find(({ id }) => id === candidateId);
    if (candidate === undefined) return refused({ code: 'not-found' });
    if (!areCandidatesOpen(assignment.stage)) return refused({ code: 'candidate.closed' });
    const before = presentEvent(candidate);
    if (!candidateMoves(before, assignment.stage).includes(event)) {
      return refused({ code: 'candidate.move' });
    }
    if ((event === 'REJECTED' || before === 'REJECTED') && reason === '') {
      return refused({ code: 'reason.missing' });
    }
    if (event === 'SELECTED') {
      const refusal = await selectionRefusal(tx, { assignment, candidate, all, now });
      if (refusal !== null) return refused({ code: refusal });
    }
    await insertCandidateEvent(tx, { candidateId, event, at: now, personId: actor.id, reason });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'candidate.moved',
      subjectType: 'candidate',
      subjectId: candidateId,
      assignmentId: assignment.id,
      details: { before: { event: before }, after: { event }, reason },
    });
    return granted({ event });
  });
}

/** Where a candidate stands; every candidate has at least the event of its addition. */
export function presentEvent({ events }: Pick<CandidateRecord, 'events'>): CandidateEvent {
  return events.at(-1)?.event ?? 'INTERESTED';
}

/** One is chosen at the step before negotiation, among as many as were to be compared (I04). */
async function selectionRefusal(
  tx: Transaction,
  given: {
    assignment: AssignmentRecord;
    candidate: CandidateRecord;
    all: readonly CandidateRecord[];
    now: Date;
  },
): Promise<RefusalCode | null> {
  const { assignment, candidate, all, now } = given;
  const { stage, method } = assignment;
  if (!choosingStep(method).includes(stage)) return 'candidate.move';
  if (all.some((one) => presentEvent(one) === 'SELECTED')) return 'candidate.one-selected';
  const needed = eventBeforeSelection(method);
  if (needed !== null && !candidate.events.some(({ event }) => event === needed)) {
    return 'candidate.move';
  }
  const facts = await stageFacts(tx, assignment, { to: stage, on: calendarDateAt(now) });
  // The Bank has been asked on the way here; what was compared may have changed since.
  const unmet = unmetDemands(stage, { ...facts, review: 'POST' });
  return unmet[0] ?? null;
}

import { inTransaction } from '#db/connection.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { findCandidates } from '#db/queries/candidates.ts';
import { findFinancialProposals, saveFinancialProposal } from '#db/queries/evaluation.ts';
import type { Person } from '../../domain/people/person.ts';
import { isBeforeSigned, isReached } from '../../domain/register/stage-machine.ts';
import {
  calendarDateAt,
  isCalendarDate,
  type CalendarDate,
} from '../../domain/shared/calendar-date.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { procurementOf } from './procurement-of.server.ts';

type Entry = {
  actor: Person;
  code: string;
  candidateId: string;
  /** In minor units of `currency`. */
  amountMinor: number;
  currency: string;
  openedOn: CalendarDate;
  now: Date;
};

/** Enters the price of a proposal, which nobody sees before the technical evaluation is done. */
export async function enterPrice(entry: Entry): Promise<Result<{ candidateId: string }, Refusal>> {
  const { actor, code, candidateId, amountMinor, currency, openedOn, now } = entry;
  if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0) {
    return refused({ code: 'amount.not-positive' });
  }
  if (!/^[A-Z]{3}$/.test(currency)) return refused({ code: 'currency.unknown' });
  if (!isCalendarDate(openedOn)) return refused({ code: 'date.invalid' });
  if (openedOn > calendarDateAt(now)) return refused({ code: 'stage.date-future' });

  return await inTransaction<Result<{ candidateId: string }, Refusal>>(async (tx) => {
    const found = await procurementOf(tx, { actor, code, action: 'edit' });
    if (!found.ok) return found;
    const { id: assignmentId, method, stage } = found.value;
    const candidates = await findCandidates(tx, assignmentId);
    const candidate = candidates.find(({ id }) => id === candidateId);
    if (candidate === undefined) return refused({ code: 'not-found' });
    const hasProposed = candidate.events.some(({ event }) => event === 'PROPOSED');
    const isOpened = isReached(method, { stage: 'TECH_EVALUATED', present: stage });
    if (!hasProposed || !isOpened) return refused({ code: 'price.early' });
    if (!isBeforeSigned(stage)) return refused({ code: 'candidate.closed' });
    const [before] = await findFinancialProposals(tx, [candidateId]);
    const after = { amountMinor, currency, openedOn };
    await saveFinancialProposal(tx, { candidateId, ...after, enteredBy: actor.id });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'price.entered',
      subjectType: 'candidate',
      subjectId: candidateId,
      assignmentId,
      details: { before: before ?? null, after },
    });
    return granted({ candidateId });
  });
}

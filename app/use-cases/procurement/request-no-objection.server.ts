import { inTransaction } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { holdAssignment } from '#db/queries/assignment-stages.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { findCalendar } from '#db/queries/calendar.ts';
import { insertNoObjection, nextNoObjectionNo, wasAsked } from '#db/queries/no-objections.ts';
import { findProcurementRules } from '#db/queries/procurement-rules.ts';
import { addWorkingDays } from '../../domain/calendar/working-days.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import { DOCUMENT_OF_SUBJECT } from '../../domain/procurement/no-objection-document.ts';
import type { NoObjectionSubject } from '../../domain/procurement/no-objection.ts';
import { ruleOn } from '../../domain/procurement/procurement-rule.ts';
import { calendarDateAt } from '../../domain/shared/calendar-date.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { freezeInTransaction } from '../documents/freeze-version.server.ts';
import { readableDocument } from '../documents/readable-document.server.ts';

type Request = {
  actor: Person;
  subject: NoObjectionSubject;
  documentId: string;
  note: string;
  now: Date;
};

/** Freezes the document and asks the Bank not to object to exactly that version (I06). */
export async function requestNoObjection(
  request: Request,
): Promise<Result<{ id: string; versionNo: number }, Refusal>> {
  const { actor, subject, documentId, now } = request;
  const note = request.note.trim();
  if ([...note].length > 500) return refused({ code: 'reason.too-long' });

  return await inTransaction<Result<{ id: string; versionNo: number }, Refusal>>(async (tx) => {
    const readable = await readableDocument(actor, documentId, tx);
    if (readable === null) return refused({ code: 'not-found' });
    const { assignment, document } = readable;
    const resource = { type: 'no-objection', ...assignment.standing } as const;
    if (!may(actor, 'read', resource)) return refused({ code: 'not-found' });
    if (!may(actor, 'create', resource)) return refused({ code: 'not-allowed' });
    await holdAssignment(tx, assignment.id);
    if (document.kind !== DOCUMENT_OF_SUBJECT[subject]) {
      return refused({ code: 'no-objection.document' });
    }
    const reason = `NO_OBJECTION ${subject}`;
    const version = await freezeInTransaction(tx, { actor, documentId, reason, now });
    if (await wasAsked(tx, { subject, versionId: version.versionId })) {
      return refused({ code: 'no-objection.asked' });
    }
    const today = calendarDateAt(now);
    const clock = ruleOn(await findProcurementRules(tx), {
      name: 'no-objection.clock',
      method: assignment.method,
      date: today,
    });
    const dueOn =
      clock === null ? null : addWorkingDays(await findCalendar(tx), today, clock.value);
    const id = newId();
    const row = {
      no: await nextNoObjectionNo(tx, assignment.id),
      subject,
      documentVersionId: version.versionId,
      note,
      dueOn,
    };
    await insertNoObjection(tx, {
      id,
      assignmentId: assignment.id,
      ...row,
      requestedBy: actor.id,
      requestedAt: now,
    });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'no-objection.requested',
      subjectType: 'no-objection',
      subjectId: id,
      assignmentId: assignment.id,
      details: { before: null, after: { ...row, documentId, versionNo: version.no } },
    });
    return granted({ id, versionNo: version.no });
  });
}

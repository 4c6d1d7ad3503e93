import { database } from '#db/connection.ts';
import type { AssignmentRecord } from '#db/queries/assignments.ts';
import { findCalendar } from '#db/queries/calendar.ts';
import { findDeliverablePayments } from '#db/queries/deliverable-payments.ts';
import { findDeliverables } from '#db/queries/deliverables.ts';
import { findDocumentsOf, type DocumentRecord } from '#db/queries/documents.ts';
import {
  findDeliverableEvents,
  findSubmissions,
  type DeliverableEventRecord,
  type SubmissionRecord,
} from '#db/queries/submissions.ts';
import { findTimeRequests, type TimeRequestRecord } from '#db/queries/time-requests.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import { awaitedSide, deliverableState } from '../../domain/register/deliverable-state.ts';
import { calendarDateAt } from '../../domain/shared/calendar-date.ts';
import { asResource } from '../documents/readable-document.server.ts';
import { frameOf } from './assignment-frame.server.ts';
import { deliverableActs } from './deliverable-acts.server.ts';
import { deliverableRow, uncoveredUntil } from './deliverable-rows.server.ts';
import type {
  DeliverableEventView,
  DeliverablePage,
  TimeRequestView,
} from './deliverable-views.ts';
import { readableAssignment } from './held-deliverable.server.ts';

/** One deliverable with its past and what the person may do; null when it does not exist for them. */
export async function deliverablePage(query: {
  actor: Person;
  code: string;
  no: number;
  now: Date;
}): Promise<DeliverablePage | null> {
  const { actor, code, no, now } = query;
  const db = database();
  const assignment = await readableAssignment(db, actor, code);
  if (assignment === null) return null;
  const all = await findDeliverables(db, [assignment.id]);
  const record = all.find((deliverable) => deliverable.no === no);
  if (record === undefined) return null;
  const found = await everythingAbout(record.id, { actor, assignment });
  const today = calendarDateAt(now);
  const day = { calendar: found.calendar, today };
  const state = deliverableState(record.acceptedBy, record.latest);
  const readable = new Set(found.documents.map(({ id }) => id));
  const last = found.submissions.at(-1);
  return {
    frame: frameOf(assignment, { actor, today, deliverables: all }),
    deliverable: deliverableRow(record, found.payments, day),
    awaited: awaitedSide(record.acceptedBy, state),
    judged:
      last !== undefined && readable.has(last.documentId)
        ? { documentId: last.documentId, versionNo: last.versionNo }
        : null,
    events: found.events.map((event) => eventView(event, found.submissions, readable)),
    timeRequests: found.timeRequests.map(timeRequestView),
    acts: await deliverableActs({ actor, assignment, record, state, ...found }),
    uncoveredYears: uncoveredUntil([record], day),
  };
}

async function everythingAbout(
  deliverableId: string,
  { actor, assignment }: { actor: Person; assignment: AssignmentRecord },
) {
  const db = database();
  const { id, standing } = assignment;
  const [calendar, documents, events, submissions, timeRequests, payments] = await Promise.all([
    findCalendar(db),
    findDocumentsOf(db, [id]),
    findDeliverableEvents(db, deliverableId),
    findSubmissions(db, deliverableId),
    findTimeRequests(db, deliverableId),
    may(actor, 'read', { type: 'contract', ...standing }) ? findDeliverablePayments(db, id) : [],
  ]);
  const isReadable = (row: DocumentRecord) =>
    may(actor, 'read', { ...asResource(row), ...standing });
  return {
    calendar,
    documents: documents.filter(isReadable),
    events,
    submissions,
    timeRequests,
    payments,
  };
}

function eventView(
  event: DeliverableEventRecord,
  submissions: readonly SubmissionRecord[],
  readable: ReadonlySet<string>,
): DeliverableEventView {
  const { id, side, at, personName, reason } = event;
  const submission = submissions.find((one) => one.id === event.submissionId);
  return {
    id,
    event: event.event,
    side,
    at: at.toISOString(),
    personName,
    reason,
    submission:
      submission === undefined
        ? null
        : {
            no: submission.no,
            documentId: submission.documentId,
            versionNo: submission.versionNo,
            isReadable: readable.has(submission.documentId),
          },
  };
}

function timeRequestView(record: TimeRequestRecord): TimeRequestView {
  const { id, dueOnBefore, requestedDueOn, reason, requestedByName, decision } = record;
  return {
    id,
    dueOnBefore,
    requestedDueOn,
    reason,
    requestedByName,
    decision: decision && {
      decision: decision.decision,
      grantedDueOn: decision.grantedDueOn,
      note: decision.note,
      decidedByName: decision.decidedByName,
    },
  };
}

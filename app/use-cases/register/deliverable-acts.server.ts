import { database } from '#db/connection.ts';
import type { AssignmentRecord } from '#db/queries/assignments.ts';
import type { DeliverableRecord } from '#db/queries/deliverables.ts';
import type { DocumentRecord } from '#db/queries/documents.ts';
import {
  countOpenIssues,
  type DeliverableEventRecord,
  type SubmissionRecord,
} from '#db/queries/submissions.ts';
import type { TimeRequestRecord } from '#db/queries/time-requests.ts';
import { acceptingSideOf, may, type Action } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import { stepRefusal, type DeliverableStep } from '../../domain/register/deliverable-step.ts';
import type { DeliverableState } from '../../domain/register/deliverable.ts';
import { DOCUMENT_OF_DELIVERABLE } from '../../domain/register/document-of-deliverable.ts';
import { isDueDateOpen, timeRequestRefusal } from '../../domain/register/due-date.ts';
import { pipelineStep } from '../../domain/register/stage.ts';
import { addDays } from '../../domain/shared/calendar-date.ts';
import type { DeliverableActs } from './deliverable-views.ts';

type Situation = {
  actor: Person;
  assignment: AssignmentRecord;
  record: DeliverableRecord;
  state: DeliverableState;
  /** Those that the actor may read. */
  documents: readonly DocumentRecord[];
  events: readonly DeliverableEventRecord[];
  submissions: readonly SubmissionRecord[];
  timeRequests: readonly TimeRequestRecord[];
};

/** What the actor may do with a deliverable now, by the same rules that decide when it is done. */
export async function deliverableActs(situation: Situation): Promise<DeliverableActs> {
  const { actor, assignment, record, state, timeRequests } = situation;
  const allows = (action: Action) =>
    may(actor, action, { type: 'deliverable', ...assignment.standing });
  const pending = timeRequests.find(({ decision }) => decision === null);
  const hasPendingRequest = pending !== undefined;
  const isAsking =
    allows('submit') &&
    record.dueOn !== null &&
    // Any later day will do here; which one is checked when it is asked for.
    timeRequestRefusal({ ...record, state, hasPendingRequest }, addDays(record.dueOn, 1)) === null;
  return {
    submit: allows('submit') ? submittable(situation) : null,
    accept: isPossible(situation, 'ACCEPTED') ? { openIssues: await openIssues(situation) } : null,
    return: isPossible(situation, 'RETURNED'),
    askTime: isAsking && record.dueOn !== null ? { after: addDays(record.dueOn, 1) } : null,
    decideTime: allows('edit') ? (pending?.id ?? null) : null,
    setDate: allows('edit') && isDueDateOpen({ ...record, state }),
  };
}

function submittable(situation: Situation): DeliverableActs['submit'] {
  const { actor, assignment, record, state, documents, submissions } = situation;
  const step: DeliverableStep = { event: 'SUBMITTED', personId: actor.id };
  if (stepRefusal({ ...record, state, acceptedByPersons: [] }, step) !== null) return null;
  if (!['SIGNED', 'RUNNING'].includes(pipelineStep(assignment.stage))) return null;
  const kind = DOCUMENT_OF_DELIVERABLE[record.kind];
  const answered = submissions.at(-1)?.documentId;
  return {
    kind,
    documents: documents
      .filter((row) => row.kind === kind && (answered === undefined || row.id === answered))
      .map(({ id, title }) => ({ id, title })),
  };
}

function isPossible(
  { actor, assignment, record, state, events }: Situation,
  event: 'ACCEPTED' | 'RETURNED',
): boolean {
  const side = acceptingSideOf(actor);
  if (side === null) return false;
  if (!may(actor, 'accept', { type: 'deliverable', ...assignment.standing })) return false;
  const begun = events.findLastIndex((past) => past.event !== 'ACCEPTED');
  const acceptedByPersons = events.slice(begun + 1).map(({ personId }) => personId);
  const standing = { ...record, state, acceptedByPersons };
  return stepRefusal(standing, { event, side, personId: actor.id }) === null;
}

async function openIssues({ submissions }: Situation): Promise<number> {
  const last = submissions.at(-1);
  if (last === undefined) return 0;
  return await countOpenIssues(database(), last.documentId);
}

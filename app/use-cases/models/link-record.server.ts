import { inTransaction } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { findAssignments } from '#db/queries/assignments.ts';
import { deleteLink, findLinks, insertLink } from '#db/queries/record-links.ts';
import type { LinkRelation } from '../../domain/models/model.ts';
import {
  writeReference,
  type ModelTarget,
  type RecordReference,
} from '../../domain/models/record-reference.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { linkableRecords } from './linkable-records.server.ts';
import { originOf } from './link-views.server.ts';
import { findTarget } from './targets.server.ts';

type Linking = {
  actor: Person;
  code: string;
  record: RecordReference;
  target: ModelTarget;
  relation: LinkRelation;
  now: Date;
};

/** Ties a record of the assignment to an element or instance, at its present revision. */
export async function linkRecord(linking: Linking): Promise<Result<{ code: string }, Refusal>> {
  const { actor, code, record, relation, now } = linking;
  return await inTransaction<Result<{ code: string }, Refusal>>(async (tx) => {
    const [assignment] = await findAssignments(tx, { code });
    if (assignment === undefined) return refused({ code: 'not-found' });
    const records = await linkableRecords(actor, [assignment], tx);
    const found = records.find(({ reference }) => reference === writeReference(record));
    if (found === undefined) return refused({ code: 'not-found' });
    if (!may(actor, 'link', { type: 'record-link', ...assignment.standing })) {
      return refused({ code: 'not-allowed' });
    }
    const target = await findTarget(tx, linking.target);
    if (target === null) return refused({ code: 'link.unknown-target' });
    const id = newId();
    const isNew = await insertLink(tx, {
      id,
      ...originColumns(assignment.id, record),
      elementId: linking.target.type === 'element' ? linking.target.id : null,
      instanceId: linking.target.type === 'instance' ? linking.target.id : null,
      relation,
      revision: target.revision,
      createdBy: actor.id,
      createdAt: now,
    });
    if (!isNew) return refused({ code: 'link.exists' });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'record-link.created',
      subjectType: 'record-link',
      subjectId: id,
      assignmentId: assignment.id,
      details: { record: found.reference, target: `${target.model} ${target.key}`, relation },
    });
    return granted({ code });
  });
}

/** Takes a link away; the audit event keeps what it was. */
export async function unlinkRecord(unlinking: {
  actor: Person;
  linkId: string;
  now: Date;
}): Promise<Result<{ code: string }, Refusal>> {
  const { actor, linkId, now } = unlinking;
  return await inTransaction<Result<{ code: string }, Refusal>>(async (tx) => {
    const [link] = await findLinks(tx, { id: linkId });
    if (link === undefined) return refused({ code: 'not-found' });
    const [assignment] = await findAssignments(tx, { ids: [link.assignmentId] });
    if (assignment === undefined) return refused({ code: 'not-found' });
    const record = writeReference(originOf(link));
    const records = await linkableRecords(actor, [assignment], tx);
    if (!records.some(({ reference }) => reference === record)) {
      return refused({ code: 'not-found' });
    }
    if (!may(actor, 'link', { type: 'record-link', ...assignment.standing })) {
      return refused({ code: 'not-allowed' });
    }
    await deleteLink(tx, linkId);
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'record-link.removed',
      subjectType: 'record-link',
      subjectId: linkId,
      assignmentId: assignment.id,
      details: {
        record,
        relation: link.relation,
        element: link.elementId,
        instance: link.instanceId,
      },
    });
    return granted({ code: assignment.code });
  });
}

function originColumns(assignmentId: string, { type, id }: RecordReference) {
  return {
    assignmentId,
    documentId: type === 'document' ? id : null,
    threadId: type === 'thread' ? id : null,
    deliverableId: type === 'deliverable' ? id : null,
    commitmentId: type === 'commitment' ? id : null,
  };
}

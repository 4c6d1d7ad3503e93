import { and, eq } from 'drizzle-orm';
import type { Person } from '#app/domain/people/person.ts';
import type { AssignmentStage } from '#app/domain/register/stage.ts';
import type { AcceptingSide, DeliverableEvent } from '#app/domain/register/deliverable.ts';
import { database } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { findAssignments } from '#db/queries/assignments.ts';
import { findContractDeliverables } from '#db/queries/contract-deliverables.ts';
import { findContract, type ContractRecord } from '#db/queries/contracts.ts';
import {
  assignments,
  auditEvents,
  deliverableEvents,
  deliverables,
  documents,
  documentVersions,
} from '#db/schema/index.ts';
import type { DocumentKind } from '#app/domain/documents/document-kind.ts';

/** What the tests of contracts need to arrange and to look at, without the use cases under test. */

export async function assignmentOf(code: string) {
  const [found] = await findAssignments(database(), { code });
  if (found === undefined) throw new Error(`No ${code}.`);
  return found;
}

export async function contractOf(code: string): Promise<ContractRecord> {
  const contract = await findContract(database(), (await assignmentOf(code)).id);
  if (contract === null) throw new Error(`${code} has no contract.`);
  return contract;
}

export async function deliverablesOf(code: string) {
  return await findContractDeliverables(database(), (await assignmentOf(code)).id);
}

/** Without prior review, so that no decision of the Bank is needed. */
export async function bringTo(code: string, stage: AssignmentStage): Promise<void> {
  await database()
    .update(assignments)
    .set({ stage, review: 'POST' })
    .where(eq(assignments.code, code));
}

/** One more individual assignment, of which the negotiation is under way. */
export async function individualAssignment(code: string): Promise<void> {
  await database()
    .insert(assignments)
    .values({
      id: newId(),
      projectId: (await assignmentOf('PMI-1')).projectId,
      kind: 'INDIVIDUAL',
      code,
      titleZh: '个人任务（演示）',
      titleEn: 'Individual assignment (demo)',
      method: 'INDV',
      stage: 'NEGOTIATION',
      review: 'POST',
      isDemo: true,
    });
}

/** Something happens to a deliverable, as p4's own use cases would record it. */
export async function happens(
  event: DeliverableEvent,
  given: { deliverableId: string; actor: Person; side?: AcceptingSide; at?: Date },
): Promise<void> {
  await database()
    .insert(deliverableEvents)
    .values({
      id: newId(),
      deliverableId: given.deliverableId,
      event,
      side: event === 'SUBMITTED' ? null : (given.side ?? 'PMO'),
      at: given.at ?? new Date(),
      personId: given.actor.id,
    });
}

export async function needAcceptanceBy(
  deliverableId: string,
  acceptedBy: 'PMO' | 'BANK' | 'BOTH',
): Promise<void> {
  await database()
    .update(deliverables)
    .set({ acceptedBy })
    .where(eq(deliverables.id, deliverableId));
}

/** A frozen version of a document of `code`, made without its text: only that it is there counts. */
export async function frozenVersion(
  code: string,
  given: { kind: DocumentKind; by: Person },
): Promise<string> {
  const documentId = newId();
  const id = newId();
  const row = { createdBy: given.by.id, createdAt: new Date() };
  await database()
    .insert(documents)
    .values({
      id: documentId,
      assignmentId: (await assignmentOf(code)).id,
      kind: given.kind,
      templateKey: 'blank',
      title: given.kind,
      lastSeq: 0,
      ...row,
    });
  await database()
    .insert(documentVersions)
    .values({
      id,
      documentId,
      no: 1,
      seq: 0,
      state: new Uint8Array([0, 0]),
      registerValues: {} as never,
      sha256: new Uint8Array(32),
      reason: '',
      ...row,
    });
  return id;
}

/** Events of the audit about the contract work of one assignment, the older ones first. */
export async function auditOf(code: string, action: string) {
  const rows = await database()
    .select()
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.assignmentId, (await assignmentOf(code)).id),
        eq(auditEvents.action, action),
      ),
    )
    .orderBy(auditEvents.seq);
  return rows.map(({ actorId, subjectType, details }) => ({ actorId, subjectType, details }));
}

import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Person } from '#app/domain/people/person.ts';
import type { CandidateEvent } from '#app/domain/procurement/candidate.ts';
import type { NoObjectionSubject } from '#app/domain/procurement/no-objection.ts';
import type { SelectionMethod } from '#app/domain/register/assignment.ts';
import type { AssignmentStage } from '#app/domain/register/stage.ts';
import { startDocument } from '#app/use-cases/documents/start-document.server.ts';
import { addCandidate } from '#app/use-cases/procurement/add-candidate.server.ts';
import { addCriterion } from '#app/use-cases/procurement/add-criterion.server.ts';
import { decideNoObjection } from '#app/use-cases/procurement/decide-no-objection.server.ts';
import { declareConflict } from '#app/use-cases/procurement/declare-conflict.server.ts';
import { moveCandidate } from '#app/use-cases/procurement/move-candidate.server.ts';
import { procurementPage } from '#app/use-cases/procurement/procurement-page.server.ts';
import { requestNoObjection } from '#app/use-cases/procurement/request-no-objection.server.ts';
import { scoreCandidate } from '#app/use-cases/procurement/score-candidate.server.ts';
import { createAssignment } from '#app/use-cases/register/create-assignment.server.ts';
import { moveAssignment } from '#app/use-cases/register/move-assignment.server.ts';
import { database } from '#db/connection.ts';
import { findAssignments } from '#db/queries/assignments.ts';
import { auditEvents } from '#db/schema/audit.ts';

type Answer = { ok: true } | { ok: false; refusal: { code: string } };

const now = new Date();

export function codeOf(answered: Answer): string {
  return answered.ok ? 'granted' : answered.refusal.code;
}

export async function move(
  actor: Person,
  ...[code, to, reason = '']: [code: string, to: AssignmentStage, reason?: string]
) {
  return codeOf(await moveAssignment({ actor, code, to, occurredOn: null, reason, now }));
}

export async function record(code: string) {
  const [found] = await findAssignments(database(), { code });
  if (found === undefined) throw new Error(`No ${code}.`);
  return found;
}

export async function eventsOf(assignmentId: string) {
  return await database()
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.assignmentId, assignmentId));
}

export async function started(actor: Person, code: string, kind: 'TOR'): Promise<string> {
  const answered = await startDocument({
    actor,
    code,
    kind,
    templateKey: null,
    title: `${code} 工作大纲`,
    now,
  });
  if (!answered.ok) throw new Error(answered.refusal.code);
  return answered.value.documentId;
}

export async function answer(actor: Person, id: string): Promise<string> {
  return codeOf(await decideNoObjection({ actor, id, decision: 'GRANTED', comments: '', now }));
}

export async function createdAs(actor: Person, code: string, method: SelectionMethod) {
  return codeOf(
    await createAssignment({
      actor,
      kind: method === 'CQS' ? 'SUBCONTRACT' : 'INDIVIDUAL',
      code,
      titleZh: '新任务',
      titleEn: 'New assignment',
      componentId: null,
      method,
      review: 'POST',
      stepReference: null,
      planned: null,
      now,
    }),
  );
}

export async function scored(
  actor: Person,
  given: { code: string; id: string; criterionId: string },
) {
  const about = { actor, code: given.code, candidateId: given.id, now };
  await declareConflict({ ...about, declaration: 'NONE', statement: '' });
  const scores = [{ criterionId: given.criterionId, hundredths: 1 }];
  expect(codeOf(await scoreCandidate({ ...about, scores, note: '' }))).toBe('granted');
}

/** The steps that the office takes in a procurement; what fails is thrown. */
export class ProcurementDesk {
  readonly #office: Person;

  constructor(office: Person) {
    this.#office = office;
  }

  async asked(code: string, subject: NoObjectionSubject, documentId: string) {
    const answered = await requestNoObjection({
      actor: this.#office,
      subject,
      documentId,
      note: '',
      now,
    });
    if (!answered.ok) throw new Error(`${code}: ${answered.refusal.code}`);
    return answered.value.id;
  }

  async statesOf(code: string) {
    const page = await procurementPage({ actor: this.#office, code, now });
    return page?.noObjections.map(({ state }) => state);
  }

  async created(code: string, method: SelectionMethod) {
    expect(await createdAs(this.#office, code, method)).toBe('granted');
  }

  async candidatesOf(code: string) {
    return (await procurementPage({ actor: this.#office, code, now }))?.candidates ?? [];
  }

  async listed(code: string, nameEn: string): Promise<string> {
    const added = await addCandidate({ actor: this.#office, code, nameZh: nameEn, nameEn, now });
    if (!added.ok) throw new Error(added.refusal.code);
    await this.event(code, added.value.candidateId, 'LISTED');
    return added.value.candidateId;
  }

  async event(
    code: string,
    ...[candidateId, to, reason = '']: [candidateId: string, to: CandidateEvent, reason?: string]
  ) {
    const moved = { actor: this.#office, code, candidateId, event: to, reason, now: new Date() };
    return codeOf(await moveCandidate(moved));
  }

  async criterion(code: string): Promise<string> {
    const added = await addCriterion({
      actor: this.#office,
      code,
      kind: 'MANDATORY',
      subject: 'CANDIDATE',
      phase: 'PROPOSAL',
      textZh: '相关经验',
      textEn: 'Relevant experience',
      maxPoints: null,
      now,
    });
    if (!added.ok) throw new Error(added.refusal.code);
    return added.value.criterionId;
  }
}

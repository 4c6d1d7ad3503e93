import { database, inTransaction } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { findAssignments, findComponents } from '#db/queries/assignments.ts';
import { findOnlyProject, insertAssignment } from '#db/queries/new-assignments.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { checkedTitle } from '../../domain/documents/title.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import {
  isAssignmentCode,
  type AssignmentKind,
  type ProcurementReview,
  type SelectionMethod,
} from '../../domain/register/assignment.ts';
import type { ComponentView } from './assignment-views.ts';
import { isMethodOf } from '../../domain/register/method-choice.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';

export type NewAssignment = {
  actor: Person;
  kind: AssignmentKind;
  code: string;
  titleZh: string;
  titleEn: string;
  componentId: string | null;
  method: SelectionMethod;
  review: ProcurementReview;
  stepReference: string | null;
  /** In minor units of its currency; null while no budget is known. */
  planned: { amountMinor: number; currency: string } | null;
  now: Date;
};

const NOBODY = { holderOrganisationIds: [], holderPersonIds: [], invitedPersonIds: [] };

/** Whether the person may register an assignment at all. */
export function mayCreateAssignment(actor: Person): boolean {
  return may(actor, 'create', { type: 'assignment', ...NOBODY });
}

/** What the form of a new assignment offers; null for who may register none. */
export async function newAssignmentPage(
  actor: Person,
): Promise<{ components: ComponentView[] } | null> {
  return mayCreateAssignment(actor) ? { components: await findComponents(database()) } : null;
}

/** Registers an assignment. It stands at `PLANNED` and moves on from there like every other. */
export async function createAssignment(
  wanted: NewAssignment,
): Promise<Result<{ code: string }, Refusal>> {
  const { actor, kind, method, componentId, review, stepReference, planned, now } = wanted;
  if (!mayCreateAssignment(actor)) return refused({ code: 'not-found' });
  const code = wanted.code.normalize('NFKC').trim().toUpperCase();
  if (!isAssignmentCode(code, kind)) return refused({ code: 'assignment.code' });
  if (!isMethodOf(kind, method)) return refused({ code: 'assignment.method-kind' });
  const titleZh = checkedTitle(wanted.titleZh);
  if (!titleZh.ok) return titleZh;
  const titleEn = checkedTitle(wanted.titleEn);
  if (!titleEn.ok) return titleEn;

  return await inTransaction<Result<{ code: string }, Refusal>>(async (tx) => {
    // Two who register the same code wait for each other here.
    const projectId = await findOnlyProject(tx);
    const [same] = await findAssignments(tx, { code });
    if (same !== undefined) return refused({ code: 'assignment.duplicate' });
    const components = await findComponents(tx);
    if (componentId !== null && !components.some(({ id }) => id === componentId)) {
      return refused({ code: 'component.unknown' });
    }
    const id = newId();
    const row = {
      kind,
      code,
      titleZh: titleZh.value,
      titleEn: titleEn.value,
      componentId,
      method,
      review,
      stepReference,
      plannedAmountMinor: planned?.amountMinor ?? null,
      plannedCurrency: planned?.currency ?? null,
    };
    await insertAssignment(tx, { id, projectId, ...row });
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'assignment.created',
      subjectType: 'assignment',
      subjectId: id,
      assignmentId: id,
      details: { before: null, after: row },
    });
    return granted({ code });
  });
}

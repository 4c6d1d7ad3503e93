import { inTransaction, type Queryable } from '#db/connection.ts';
import { findAssignments, findComponents, type AssignmentRecord } from '#db/queries/assignments.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import {
  holdAssignments,
  setComponent,
  setContractManager,
  setReview,
} from '#db/queries/register-changes.ts';
import { isContractManager } from '#db/queries/register-choices.ts';
import type { Person } from '../../domain/people/person.ts';
import { may } from '../../domain/people/policy.ts';
import type { ProcurementReview } from '../../domain/register/assignment.ts';
import { isMethodOpen } from '../../domain/register/stage-machine.ts';
import type { Refusal, RefusalCode } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';

/** What is to be set on every selected row; what is undefined stays as it is. */
export type SelectedChange = {
  /** Null takes the rows out of their components. */
  componentId: string | null | undefined;
  managerId: string | undefined;
  review: ProcurementReview | undefined;
};

type Wish = { actor: Person; codes: readonly string[]; change: SelectedChange; now: Date };
/** With the reason for each row that cannot be changed, by its code. */
export type SelectionRefusal = Refusal & { rows: Readonly<Record<string, RefusalCode>> };
type Outcome = Result<{ changed: number }, SelectionRefusal>;

/** Changes all selected rows or none; each changed row has its own event. */
export async function changeSelected({ actor, codes, change, now }: Wish): Promise<Outcome> {
  const selected = [...new Set(codes)];
  if (selected.length === 0) return refusedWhole('selection.empty');
  if (Object.values(change).every((value) => value === undefined)) {
    return refusedWhole('selection.no-change');
  }
  return await inTransaction<Outcome>(async (tx) => {
    const unknown = await unknownChoice(tx, change);
    if (unknown !== null) return refusedWhole(unknown);
    await holdAssignments(tx, selected);
    const found = new Map<string, AssignmentRecord>();
    for (const record of await findAssignments(tx, { codes: selected })) {
      found.set(record.code, record);
    }
    const rows = refusedRows({ actor, codes: selected, change, now }, found);
    if (Object.keys(rows).length > 0) return refused({ code: 'selection.refused', rows });
    const records = [...found.values()].filter((record) => changes(record, change));
    if (records.length > 0) await write(tx, records, change);
    for (const record of records) await recordChange(tx, record, { actor, change, now });
    return granted({ changed: records.length });
  });
}

function refusedWhole(code: RefusalCode): Outcome {
  return refused({ code, rows: {} });
}

async function unknownChoice(tx: Queryable, change: SelectedChange): Promise<RefusalCode | null> {
  const { componentId, managerId } = change;
  if (componentId !== undefined && componentId !== null) {
    const components = await findComponents(tx);
    if (!components.some(({ id }) => id === componentId)) return 'component.unknown';
  }
  if (managerId !== undefined && !(await isContractManager(tx, managerId))) {
    return 'manager.unknown';
  }
  return null;
}

function refusedRows(
  { actor, codes, change }: Wish,
  found: ReadonlyMap<string, AssignmentRecord>,
): Record<string, RefusalCode> {
  const rows: Record<string, RefusalCode> = {};
  for (const code of codes) {
    const record = found.get(code);
    const standing = record?.standing;
    if (standing === undefined || !may(actor, 'read', { type: 'assignment', ...standing })) {
      rows[code] = 'not-found';
    } else if (!may(actor, 'edit', { type: 'assignment', ...standing })) {
      rows[code] = 'not-allowed';
    } else if (record !== undefined && changesReview(record, change)) {
      const isAllowed = may(actor, 'edit', { type: 'procurement', ...standing });
      if (!isAllowed) rows[code] = 'not-allowed';
      else if (!isMethodOpen(record.stage)) rows[code] = 'assignment.method-fixed';
    }
  }
  return rows;
}

/** How the Bank reviews a procurement is settled before it begins, as its method is. */
function changesReview({ review }: AssignmentRecord, change: SelectedChange): boolean {
  return change.review !== undefined && change.review !== review;
}

async function write(
  tx: Queryable,
  records: readonly AssignmentRecord[],
  { componentId, managerId, review }: SelectedChange,
): Promise<void> {
  const assignmentIds = records.map(({ id }) => id);
  if (componentId !== undefined) await setComponent(tx, { assignmentIds, componentId });
  if (review !== undefined) await setReview(tx, { assignmentIds, review });
  if (managerId !== undefined) {
    await setContractManager(tx, { assignmentIds, personId: managerId });
  }
}

/** Whether the row would be another one after the change. */
function changes(record: AssignmentRecord, change: SelectedChange): boolean {
  const { before, after } = difference(record, change);
  return JSON.stringify(before) !== JSON.stringify(after);
}

/** An assumed component that is set to the same one becomes a confirmed one. */
function difference(record: AssignmentRecord, { componentId, managerId, review }: SelectedChange) {
  const managers = record.roles
    .filter(({ role }) => role === 'CONTRACT_MANAGER')
    .map(({ personId }) => personId);
  const current = record.component?.id ?? null;
  return {
    before: {
      ...(componentId !== undefined && {
        componentId: current,
        componentIsAssumed: record.componentIsAssumed,
      }),
      ...(managerId !== undefined && { contractManagers: managers }),
      ...(review !== undefined && { review: record.review }),
    },
    after: {
      ...(componentId !== undefined && { componentId, componentIsAssumed: false }),
      ...(managerId !== undefined && { contractManagers: [managerId] }),
      ...(review !== undefined && { review }),
    },
  };
}

async function recordChange(
  tx: Queryable,
  record: AssignmentRecord,
  { actor, change, now }: Pick<Wish, 'actor' | 'change' | 'now'>,
): Promise<void> {
  await recordEvent(tx, {
    at: now,
    actorId: actor.id,
    action: 'assignment.changed-in-register',
    subjectType: 'assignment',
    subjectId: record.id,
    assignmentId: record.id,
    details: difference(record, change),
  });
}

import { isDeepStrictEqual } from 'node:util';
import { inTransaction } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import {
  insertPlannedAssignment,
  lockAssignments,
  lockProject,
  saveImportedFacts,
  type ImportedFacts,
} from '#db/queries/imported-assignments.ts';
import { lockImport, markImportApplied, replaceImportRows } from '#db/queries/register-imports.ts';
import type { Queryable } from '#db/connection.ts';
import type { Person } from '../../domain/people/person.ts';
import {
  ASSIGNMENT_KINDS,
  PROCUREMENT_REVIEWS,
  SELECTION_METHODS,
} from '../../domain/register/assignment.ts';
import { imported, rowJudge, type JudgedRow } from '../../domain/register/import-row.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { isTrialRow, presentRegister, type PresentRegister } from './import-register.server.ts';
import { inPieces } from './in-pieces.server.ts';
import { mayImport } from './may-import.server.ts';

type Application = { actor: Person; importId: string; now: Date };

/**
 * Applies the good rows of a trial, all or none. Every row is judged once more by the register of
 * this moment; when it would do something else than the trial said, nothing is applied and the
 * trial says so from now on.
 */
export async function applyImport(
  application: Application,
): Promise<Result<{ applied: number }, Refusal>> {
  const { actor, importId, now } = application;
  if (!mayImport(actor)) return refused({ code: 'not-found' });
  return await inTransaction<Result<{ applied: number }, Refusal>>(async (tx) => {
    const found = await lockImport(tx, importId);
    const rows = found?.rows.filter(isTrialRow) ?? [];
    if (found === null || rows.length === 0) return refused({ code: 'not-found' });
    if (found.appliedAt !== null) return refused({ code: 'import.applied' });
    const project = await lockProject(tx);
    if (project === null) return refused({ code: 'not-found' });
    await lockAssignments(
      tx,
      rows.map(({ judged }) => judged.code),
    );
    const register = await presentRegister(tx, actor);
    const judge = rowJudge(register);
    const judged = await inPieces(rows, ({ given }) => judge(given));
    const before = rows.map((row) => row.judged);
    if (!isDeepStrictEqual(judged, before)) {
      const again = rows.map((row, index) => ({ ...row, judged: judged[index] ?? row.judged }));
      await replaceImportRows(tx, importId, again);
      return refused({ code: 'import.moved' });
    }
    const good = judged.filter(({ outcome }) => outcome === 'NEW' || outcome === 'CHANGED');
    if (good.length === 0) return refused({ code: 'import.nothing' });
    for (const row of good) await applyRow(tx, row, { ...application, register, project });
    await markImportApplied(tx, importId, now);
    await recordEvent(tx, {
      at: now,
      actorId: actor.id,
      action: 'register-import.applied',
      subjectType: 'register-import',
      subjectId: importId,
      details: { fileName: found.fileName, applied: good.length, rows: rows.length },
    });
    return granted({ applied: good.length });
  });
}

type Place = Application & { register: PresentRegister; project: { id: string } };

async function applyRow(tx: Queryable, row: JudgedRow, place: Place): Promise<void> {
  const record = place.register.records.get(row.code);
  const facts = factsOf(row, place.register);
  const assignmentId = record?.id ?? newId();
  if (record === undefined) {
    const kind = codeIn(
      ASSIGNMENT_KINDS,
      row.changes.find(({ column }) => column === 'kind')?.after,
    );
    const created = { id: assignmentId, projectId: place.project.id, kind, code: row.code };
    await insertPlannedAssignment(tx, created, facts);
  } else {
    await saveImportedFacts(tx, assignmentId, facts);
  }
  await recordEvent(tx, {
    at: place.now,
    actorId: place.actor.id,
    action: 'assignment.imported',
    subjectType: 'assignment',
    subjectId: assignmentId,
    assignmentId,
    details: {
      importId: place.importId,
      row: row.number,
      before: Object.fromEntries(row.changes.map(({ column, before }) => [column, before])),
      after: Object.fromEntries(row.changes.map(({ column, after }) => [column, after])),
    },
  });
}

function factsOf({ code, changes }: JudgedRow, register: PresentRegister): ImportedFacts {
  const record = register.records.get(code);
  const values = imported(changes, register.facts.get(code) ?? null);
  const isSet = (...columns: string[]) => changes.some(({ column }) => columns.includes(column));
  const component = register.components.find(({ no }) => String(no) === values.component);
  return {
    title: { zh: values.titleZh ?? '', en: values.titleEn ?? '' },
    // What a person writes is no longer assumed.
    titleIsAssumed: (record?.titleIsAssumed ?? false) && !isSet('titleZh', 'titleEn'),
    componentId: component?.id ?? null,
    componentIsAssumed: (record?.componentIsAssumed ?? false) && !isSet('component'),
    method: codeIn(SELECTION_METHODS, values.method),
    review: codeIn(PROCUREMENT_REVIEWS, values.review),
    stepReference: values.stepReference,
    planned: values.planned,
  };
}

/** @throws RangeError when the row was not judged before. */
function codeIn<Code extends string>(
  codes: readonly Code[],
  value: string | null | undefined,
): Code {
  const code = codes.find((one) => one === value);
  if (code === undefined) throw new RangeError(`"${value}" was not judged.`);
  return code;
}

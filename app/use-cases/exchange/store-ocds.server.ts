import { inTransaction } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { recordEvent } from '#db/queries/audit-events.ts';
import { lockProject } from '#db/queries/imported-assignments.ts';
import { insertReceivedReleases } from '#db/queries/ocds-releases.ts';
import { lockImport, markImportApplied } from '#db/queries/register-imports.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { mayImport } from './may-import.server.ts';
import { isTrialRelease, placeReleases } from './received-release.server.ts';

/**
 * Stores the new releases of a package as they were received. A release that is here already is
 * left out, and so is one that says other words under a known id: a release never changes.
 */
export async function storeOcds({
  actor,
  importId,
  now,
}: {
  actor: Person;
  importId: string;
  now: Date;
}): Promise<Result<{ stored: number }, Refusal>> {
  if (!mayImport(actor)) return refused({ code: 'not-found' });
  return await inTransaction<Result<{ stored: number }, Refusal>>(async (tx) => {
    const found = await lockImport(tx, importId);
    const kept = found?.rows.filter(isTrialRelease) ?? [];
    if (found === null || kept.length === 0) return refused({ code: 'not-found' });
    if (found.appliedAt !== null) return refused({ code: 'import.applied' });
    // Two packages with one release come in one after the other.
    await lockProject(tx);
    const fresh = (await placeReleases(tx, actor, kept)).filter(({ row }) => row.state === 'NEW');
    if (fresh.length === 0) return refused({ code: 'import.nothing' });
    const rows = fresh.map(({ kept: { release, envelope }, assignmentId }) => ({
      id: newId(),
      assignmentId,
      ocid: release.ocid,
      releaseId: release.id,
      releasedAt: new Date(release.date),
      body: { release, envelope },
      fileName: found.fileName,
      importedBy: actor.id,
      importedAt: now,
    }));
    await insertReceivedReleases(tx, rows);
    for (const { id, assignmentId, ocid, releaseId } of rows) {
      await recordEvent(tx, {
        at: now,
        actorId: actor.id,
        action: 'ocds-release.stored',
        subjectType: 'ocds-release',
        subjectId: id,
        ...(assignmentId !== null && { assignmentId }),
        details: { importId, ocid, releaseId },
      });
    }
    await markImportApplied(tx, importId, now);
    return granted({ stored: rows.length });
  });
}

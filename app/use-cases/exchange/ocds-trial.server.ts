import { database } from '#db/connection.ts';
import { findImport } from '#db/queries/register-imports.ts';
import type { Person } from '../../domain/people/person.ts';
import type { OcdsTrial, ReleaseState } from './exchange-views.ts';
import { mayImport } from './may-import.server.ts';
import { isTrialRelease, placeReleases } from './received-release.server.ts';

/** What storing a package would do, release by release; null when there is none for this person. */
export async function ocdsTrial(query: {
  actor: Person;
  importId: string;
  page: number;
}): Promise<OcdsTrial | null> {
  const { actor, importId, page } = query;
  if (!mayImport(actor)) return null;
  const db = database();
  const found = await findImport(db, importId);
  const kept = found?.rows.filter(isTrialRelease) ?? [];
  if (found === null || kept.length === 0) return null;
  const all = (await placeReleases(db, actor, kept)).map(({ row }) => row);
  const count = (state: ReleaseState) => all.filter((row) => row.state === state).length;
  const at = Math.min(page, Math.ceil(all.length / PAGE) - 1);
  const start = at * PAGE;
  return {
    importId,
    fileName: found.fileName,
    readAt: found.createdAt.toISOString(),
    storedAt: found.appliedAt?.toISOString() ?? null,
    counts: { NEW: count('NEW'), KNOWN: count('KNOWN'), OTHER: count('OTHER') },
    rows: all.slice(start, start + PAGE),
    from: start + 1,
    count: all.length,
    previous: at === 0 ? null : at - 1,
    next: start + PAGE >= all.length ? null : at + 1,
  };
}

const PAGE = 200;

import { asc, inArray, isNull, or } from 'drizzle-orm';
import type { Queryable } from '../connection.ts';
import { ocdsReleases } from '../schema/exchange.ts';

export type ReceivedRelease = typeof ocdsReleases.$inferSelect;

/** Releases that were received of these processes, in the order of their own dates. */
export async function findReceivedOf(
  db: Queryable,
  ocids: readonly string[],
): Promise<ReceivedRelease[]> {
  if (ocids.length === 0) return [];
  return await db
    .select()
    .from(ocdsReleases)
    .where(inArray(ocdsReleases.ocid, [...new Set(ocids)]))
    .orderBy(asc(ocdsReleases.releasedAt), asc(ocdsReleases.id));
}

/** Releases about these assignments, with those about none of ours when `others` is asked for. */
export async function findReceivedReleases(
  db: Queryable,
  { assignmentIds, others }: { assignmentIds: readonly string[]; others: 'with' | 'without' },
): Promise<ReceivedRelease[]> {
  const about =
    assignmentIds.length === 0 ? undefined : inArray(ocdsReleases.assignmentId, [...assignmentIds]);
  if (about === undefined && others === 'without') return [];
  return await db
    .select()
    .from(ocdsReleases)
    .where(others === 'with' ? or(about, isNull(ocdsReleases.assignmentId)) : about)
    .orderBy(asc(ocdsReleases.releasedAt), asc(ocdsReleases.id));
}

export async function insertReceivedReleases(
  tx: Queryable,
  releases: readonly ReceivedRelease[],
): Promise<void> {
  for (let from = 0; from < releases.length; from += AT_ONCE) {
    await tx.insert(ocdsReleases).values(releases.slice(from, from + AT_ONCE));
  }
}

const AT_ONCE = 200;

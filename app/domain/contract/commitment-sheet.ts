import { COMMITMENT_RESULTS, type CommitmentResult } from './contract.ts';
import { percentReached, type Decimal } from './decimal.ts';

export type CommitmentCheck = {
  id: string;
  commitmentId: string;
  deliverableId: string;
  result: CommitmentResult;
  reachedValue: Decimal | null;
  checkedAt: Date;
};

export type CommitmentTotals = Record<CommitmentResult, number> & { UNCHECKED: number };

/** The check that holds at each deliverable: the latest one, by key `commitment deliverable`. */
export function latestChecks<Check extends CommitmentCheck>(
  checks: readonly Check[],
): (commitmentId: string, deliverableId: string) => Check | null {
  const latest = new Map<string, Check>();
  for (const check of checks) {
    const key = keyOf(check.commitmentId, check.deliverableId);
    const known = latest.get(key);
    if (known === undefined || isLater(check, known)) latest.set(key, check);
  }
  return (commitmentId, deliverableId) => latest.get(keyOf(commitmentId, deliverableId)) ?? null;
}

/**
 * How each commitment stands now: its check at the last deliverable where it was checked.
 * @param deliverableIds in their order.
 */
export function standingChecks<Check extends CommitmentCheck>(
  commitmentIds: readonly string[],
  deliverableIds: readonly string[],
  checks: readonly Check[],
): Map<string, Check | null> {
  const at = latestChecks(checks);
  return new Map(
    commitmentIds.map((commitmentId) => [
      commitmentId,
      deliverableIds
        .map((deliverableId) => at(commitmentId, deliverableId))
        .findLast((check) => check !== null) ?? null,
    ]),
  );
}

/** How many stand at each result; what has no check yet is counted apart. */
export function totalsOf(standing: Iterable<CommitmentCheck | null>): CommitmentTotals {
  const totals = { ...NOTHING };
  for (const check of standing) totals[check?.result ?? 'UNCHECKED'] += 1;
  return totals;
}

/** Whole percent of the target; null where there is no target or nothing was counted. */
export function reachedOfTarget(
  check: { reachedValue: Decimal | null } | null,
  target: Decimal | null,
): number | null {
  if (check?.reachedValue == null || target === null) return null;
  return percentReached(check.reachedValue, target);
}

/** "Met" and "partly met" are said with evidence. */
export function needsEvidence(result: CommitmentResult): boolean {
  return result === 'MET' || result === 'PARTLY_MET';
}

const NOTHING = {
  ...(Object.fromEntries(COMMITMENT_RESULTS.map((result) => [result, 0])) as Record<
    CommitmentResult,
    number
  >),
  UNCHECKED: 0,
};

function isLater(check: CommitmentCheck, known: CommitmentCheck): boolean {
  const apart = check.checkedAt.getTime() - known.checkedAt.getTime();
  return apart === 0 ? check.id > known.id : apart > 0;
}

function keyOf(commitmentId: string, deliverableId: string): string {
  return `${commitmentId} ${deliverableId}`;
}

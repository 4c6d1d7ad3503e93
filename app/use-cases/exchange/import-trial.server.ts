import { database } from '#db/connection.ts';
import { findImport } from '#db/queries/register-imports.ts';
import type { Person } from '../../domain/people/person.ts';
import type { JudgedRow, RowOutcome } from '../../domain/register/import-row.ts';
import type { ImportTrial } from './exchange-views.ts';
import { isTrialRow } from './import-register.server.ts';
import { mayImport } from './may-import.server.ts';

/** A trial, some of its rows; null when there is none for this person. */
export async function importTrial(query: {
  actor: Person;
  importId: string;
  shown: RowOutcome | null;
  page: number;
}): Promise<ImportTrial | null> {
  const { actor, importId, shown, page } = query;
  if (!mayImport(actor)) return null;
  const found = await findImport(database(), importId);
  const kept = found?.rows.filter(isTrialRow) ?? [];
  if (found === null || kept.length === 0) return null;
  const all = kept.map(({ judged }) => judged);
  const listed =
    shown === null ? refusedFirst(all) : all.filter(({ outcome }) => outcome === shown);
  const start = Math.min(page, Math.max(0, Math.ceil(listed.length / PAGE) - 1)) * PAGE;
  const at = start / PAGE;
  return {
    importId,
    fileName: found.fileName,
    readAt: found.createdAt.toISOString(),
    appliedAt: found.appliedAt?.toISOString() ?? null,
    counts: {
      NEW: countOf(all, 'NEW'),
      CHANGED: countOf(all, 'CHANGED'),
      UNCHANGED: countOf(all, 'UNCHANGED'),
      REFUSED: countOf(all, 'REFUSED'),
    },
    shown,
    rows: listed.slice(start, start + PAGE),
    from: start + 1,
    count: listed.length,
    previous: at === 0 ? null : at - 1,
    next: start + PAGE >= listed.length ? null : at + 1,
  };
}

/** What needs somebody's eyes stands on the first page. */
function refusedFirst(rows: readonly JudgedRow[]): JudgedRow[] {
  const isRefused = ({ outcome }: JudgedRow) => outcome === 'REFUSED';
  return [...rows.filter(isRefused), ...rows.filter((row) => !isRefused(row))];
}

function countOf(rows: readonly JudgedRow[], wanted: RowOutcome): number {
  return rows.filter(({ outcome }) => outcome === wanted).length;
}

const PAGE = 200;

import { granted, refused, type Result } from '#app/domain/shared/result.ts';
import { isJsonObject, type Envelope, type Json, type JsonObject, type Release } from './ocds.ts';
import { parseExactly } from './parse-exactly.ts';

/** What is wrong, and where: a JSON pointer such as `/releases/2/date`. */
export type PackageProblem = {
  path: string;
  code:
    | 'ocds.not-json'
    | 'ocds.inexact'
    | 'ocds.too-deep'
    | 'ocds.not-a-package'
    | 'ocds.empty'
    | 'ocds.too-many'
    | 'ocds.not-an-object'
    | 'ocds.linked'
    | 'ocds.ocid-missing'
    | 'ocds.ocid-differs'
    | 'ocds.id-missing'
    | 'ocds.date-missing'
    | 'ocds.tag-missing'
    | 'ocds.twice';
};

export type ReadPackage = {
  /** The package's own fields, as they were received. */
  envelope: Envelope;
  /** As they were received, in their order. */
  releases: Release[];
};

/**
 * Reads a release package, a record package or a single release of another system. Nothing is
 * fetched: a record that only links to its releases gives what it was compiled to, or a problem.
 */
export function readPackage(
  text: string,
): Result<ReadPackage, { code: 'ocds.refused'; problems: PackageProblem[] }> {
  const parsed = parseExactly(text);
  if (!parsed.ok) return fail([{ path: '', code: parsed.refusal.code }]);
  const found = findReleases(parsed.value);
  if (found === null) return fail([{ path: '', code: 'ocds.not-a-package' }]);
  if (found.entries.length === 0) return fail([{ path: '', code: 'ocds.empty' }]);
  if (found.entries.length > RELEASES_MAX) return fail([{ path: '', code: 'ocds.too-many' }]);
  const problems = [...found.entries.flatMap(problemsOf), ...repeated(found.entries)];
  if (problems.length > 0) return fail(problems);
  return granted({
    envelope: found.envelope,
    releases: found.entries.map(({ value }) => value as Release),
  });
}

type Entry = { path: string; value: Json; ocid?: Json | undefined };

function findReleases(root: Json): { envelope: Envelope; entries: Entry[] } | null {
  if (!isJsonObject(root)) return null;
  if (Array.isArray(root.releases)) {
    const { releases, ...envelope } = root;
    const entries = releases.map((value, index) => ({ path: `/releases/${index}`, value }));
    return { envelope, entries };
  }
  if (Array.isArray(root.records)) {
    const { records, ...envelope } = root;
    return { envelope, entries: records.flatMap(entriesOfRecord) };
  }
  return 'ocid' in root && 'tag' in root
    ? { envelope: {}, entries: [{ path: '', value: root }] }
    : null;
}

function entriesOfRecord(record: Json, index: number): Entry[] {
  const path = `/records/${index}`;
  if (!isJsonObject(record)) return [{ path, value: record }];
  const { releases, compiledRelease, ocid } = record;
  const embedded =
    Array.isArray(releases) && releases.some((one) => isJsonObject(one) && 'ocid' in one);
  if (embedded) {
    return releases.map((value, at) => ({ path: `${path}/releases/${at}`, value, ocid }));
  }
  if (compiledRelease !== undefined) {
    return [{ path: `${path}/compiledRelease`, value: compiledRelease, ocid }];
  }
  return [{ path, value: record, ocid }];
}

function problemsOf({ path, value, ocid }: Entry): PackageProblem[] {
  if (!isJsonObject(value)) return [{ path, code: 'ocds.not-an-object' }];
  if ('url' in value && !('ocid' in value)) return [{ path, code: 'ocds.linked' }];
  const problems: PackageProblem[] = [];
  const demand = (held: boolean, field: string, code: PackageProblem['code']) => {
    if (!held) problems.push({ path: `${path}/${field}`, code });
  };
  demand(isName(value.ocid), 'ocid', 'ocds.ocid-missing');
  demand(ocid === undefined || value.ocid === ocid, 'ocid', 'ocds.ocid-differs');
  demand(isName(value.id), 'id', 'ocds.id-missing');
  demand(isDateTime(value.date), 'date', 'ocds.date-missing');
  demand(isTags(value.tag), 'tag', 'ocds.tag-missing');
  return problems;
}

function repeated(entries: readonly Entry[]): PackageProblem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ path, value }): PackageProblem[] => {
    const { ocid, id } = isJsonObject(value) ? value : ({} as JsonObject);
    if (!isName(ocid) || !isName(id)) return [];
    const name = JSON.stringify([ocid, id]);
    if (seen.has(name)) return [{ path: `${path}/id`, code: 'ocds.twice' }];
    seen.add(name);
    return [];
  });
}

function isName(value: Json | undefined): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= 500;
}

function isDateTime(value: Json | undefined): boolean {
  return typeof value === 'string' && DATE_TIME.test(value) && !Number.isNaN(Date.parse(value));
}

function isTags(value: Json | undefined): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((tag) => typeof tag === 'string');
}

function fail(problems: PackageProblem[]) {
  return refused({ code: 'ocds.refused' as const, problems: problems.slice(0, PROBLEMS_MAX) });
}

const RELEASES_MAX = 5_000;
const PROBLEMS_MAX = 200;
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i;

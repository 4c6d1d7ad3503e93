import { isJsonObject, type Json, type JsonObject, type Release } from './ocds.ts';

/**
 * The latest word on every field of one process, by the merge routine of the standard: releases in
 * the order of their dates; lists of things with an id are joined id by id, other lists are
 * replaced; null takes a field away. What belongs to one release alone is left out.
 *
 * @param releases of one ocid, at least one.
 */
export function compileReleases(releases: readonly Release[]): Release {
  const ordered = releases
    .map((release, index) => ({ release, index, at: Date.parse(release.date) }))
    .sort((a, b) => a.at - b.at || a.index - b.index)
    .map(({ release }) => release);
  const latest = ordered.at(-1);
  if (latest === undefined) throw new RangeError('There is nothing to compile.');
  let merged: JsonObject = {};
  for (const release of ordered) {
    merged = mergeObjects(merged, without(release, OMITTED), '');
  }
  const { ocid, date } = latest;
  return { ...merged, ocid, id: `${ocid}-${date}`, date, tag: ['compiled'] };
}

function mergeObjects(before: JsonObject, after: JsonObject, path: string): JsonObject {
  // A map and not an object being filled: a field may be named `__proto__`.
  const merged = new Map<string, Json>(Object.entries(before));
  for (const [field, given] of Object.entries(after)) {
    const value = mergeField(merged.get(field), given, path === '' ? field : `${path}.${field}`);
    if (value === null) merged.delete(field);
    else merged.set(field, value);
  }
  return Object.fromEntries(merged);
}

function mergeField(before: Json | undefined, after: Json, path: string): Json {
  if (isJsonObject(after)) return mergeObjects(isJsonObject(before) ? before : {}, after, path);
  if (!Array.isArray(after)) return after;
  if (WHOLE_LISTS.test(path) || !after.every(isJsonObject)) return after;
  const known = Array.isArray(before) && before.every(isJsonObject) ? before : [];
  return mergeById(known, after, path);
}

function mergeById(before: readonly JsonObject[], after: readonly JsonObject[], path: string) {
  const merged = [...before];
  for (const item of after) {
    const place =
      item.id === undefined || item.id === null
        ? -1
        : merged.findIndex((known) => known.id === item.id);
    const value = mergeObjects(merged[place] ?? {}, item, path);
    if (place === -1) merged.push(value);
    else merged[place] = value;
  }
  return merged;
}

function without(release: Release, fields: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(release).filter(([field]) => !fields.has(field)));
}

/** Fields of one release, not of the process. */
export const OMITTED = new Set(['id', 'date', 'tag', 'publisher', 'links']);

/** Lists whose things have ids that say nothing about which of them is which. */
export const WHOLE_LISTS =
  /(^|\.)(additionalIdentifiers|additionalClassifications|deliveryLocations|deliveryAddresses|changes)$|^(tender|contracts)\.identifiers$|\.details\.classifications$|^planning\.project\.locations$/;

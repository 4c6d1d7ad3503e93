/** What stands in a JSON file. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

/** A release: what was known of a contracting process at one moment, never changed afterwards. */
export type Release = JsonObject & { ocid: string; id: string; date: string; tag: string[] };

/** A package's own fields, all but its list of releases or records. */
export type Envelope = JsonObject;

export const RELEASE_TAGS = [
  'planning',
  'tender',
  'award',
  'contract',
  'contractAmendment',
  'implementation',
  'contractTermination',
] as const;
export type ReleaseTag = (typeof RELEASE_TAGS)[number];

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

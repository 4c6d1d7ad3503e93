/**
 * The published schema of the open contracting standard and its examples, for acceptance. They are
 * no part of the project and are read where they lie: beside the repository, or where OCDS_CORPUS
 * says. Schemas name each other by address; nothing is fetched.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const FOLDER = process.env.OCDS_CORPUS ?? path.resolve('../shared/corpus/ocds');

export const OCDS_CORPUS_IS_THERE = existsSync(path.join(FOLDER, 'release-schema.json'));
export const OCDS_CORPUS_ABSENT = `the OCDS schema is not at ${FOLDER}; set OCDS_CORPUS`;

export function ocdsSchema(): Record<string, unknown> {
  return readJson('release-schema.json') as Record<string, unknown>;
}

/** Each example package of the standard, as text. */
export function ocdsExamples(): { name: string; text: string }[] {
  const folder = path.join(FOLDER, 'examples');
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
}

/** What the schema has against a package: the place and the rule; nothing when it is valid. */
export function ocdsComplaints(kind: 'release' | 'record', value: unknown): string[] {
  const validate = validators()[kind];
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

let known: Record<'release' | 'record', ReturnType<typeof compile>> | null = null;

function validators() {
  known ??= { release: compile('release'), record: compile('record') };
  return known;
}

function compile(kind: 'release' | 'record') {
  // The schema carries words of its own beside those of JSON Schema, such as `codelist`.
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  // Named by the record schema and not needed: we write no versioned releases.
  ajv.addSchema({ id: `${ADDRESS}versioned-release-validation-schema.json` });
  for (const name of ['release', 'record', 'release-package', 'record-package']) {
    ajv.addSchema(readJson(`${name}-schema.json`) as Record<string, unknown>);
  }
  const validate = ajv.getSchema(`${ADDRESS}${kind}-package-schema.json`);
  if (validate === undefined) throw new Error(`There is no schema for ${kind} packages.`);
  return validate;
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8'));
}

const ADDRESS = 'https://standard.open-contracting.org/schema/1__1__5/';

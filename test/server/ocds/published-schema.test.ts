import { beforeAll, describe, expect, it } from 'vitest';
import { OMITTED, WHOLE_LISTS } from '#server/ocds/compile-releases.ts';
import type { JsonObject, Release } from '#server/ocds/ocds.ts';
import { recordPackage, releasePackage } from '#server/ocds/packages.ts';
import { readPackage } from '#server/ocds/read-package.ts';
import { releasesOf } from '#server/ocds/releases-of.ts';
import {
  OCDS_CORPUS_ABSENT,
  OCDS_CORPUS_IS_THERE,
  ocdsComplaints,
  ocdsExamples,
  ocdsSchema,
} from '#test/support/ocds-corpus.ts';
import { sampleProcess } from './sample-process.ts';

const publishing = {
  uri: 'https://dagang.example/api/v1/ocds/releases',
  publisher: 'PMO',
  publishedAt: new Date('2026-11-20T00:00:00Z'),
  extensions: [],
};

describe.skipIf(!OCDS_CORPUS_IS_THERE)(
  `the published schema${OCDS_CORPUS_IS_THERE ? '' : ` (skipped: ${OCDS_CORPUS_ABSENT})`}`,
  () => {
    it('has nothing against our packages', () => {
      const releases = releasesOf(sampleProcess());
      const empty = { ...sampleProcess(), tender: null, awards: [], contracts: [] };
      empty.planning.budget = null;
      empty.planning.documents = [];
      for (const ours of [releases, releasesOf(empty)]) {
        expect(ocdsComplaints('release', releasePackage(publishing, ours))).toEqual([]);
        expect(ocdsComplaints('record', recordPackage(publishing, ours))).toEqual([]);
      }
    });

    it('does object to a package that is wrong', () => {
      const [first] = releasesOf(sampleProcess());
      const wrong = { ...first, planning: { budget: { amount: { amount: 'much' } } } } as Release;
      expect(ocdsComplaints('release', releasePackage(publishing, [wrong]))).not.toEqual([]);
    });

    it('names the lists that are merged whole and the fields that are left out, as we do', () => {
      const { wholeLists, omitted } = mergeRules(ocdsSchema());
      expect(wholeLists.filter((path) => !WHOLE_LISTS.test(path))).toEqual([]);
      expect(wholeLists.length).toBeGreaterThan(10);
      expect(omitted.sort()).toEqual([...OMITTED].sort());
    });
  },
);

describe.skipIf(!OCDS_CORPUS_IS_THERE)('the examples of the standard', () => {
  let examples: ReturnType<typeof ocdsExamples> = [];
  beforeAll(() => {
    examples = ocdsExamples();
  });

  it('are read and written again without a loss', () => {
    expect(examples.length).toBeGreaterThan(4);
    for (const { name, text } of examples) {
      const outcome = readPackage(text);
      if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome.refusal)}`);
      const { envelope, releases } = outcome.value;
      expect({ ...envelope, releases }).toEqual(JSON.parse(text));
    }
  });

  it('compile to a record that the schema accepts', () => {
    const releases = examples.flatMap(({ text }) => {
      const outcome = readPackage(text);
      return outcome.ok ? outcome.value.releases : [];
    });
    // The examples lack a field that the schema published with them still demands.
    const record = recordPackage(
      publishing,
      releases.map((release) => ({ ...release, initiationType: 'tender' })),
    );
    expect(ocdsComplaints('record', record)).toEqual([]);
    const [{ compiledRelease } = {}] = record.records as JsonObject[];
    expect(compiledRelease).toMatchObject({
      ocid: 'ocds-213czf-000-00001',
      tag: ['compiled'],
      tender: { title: 'Planned cycle lane improvements' },
    });
  });
});

type Schema = { properties?: Record<string, Schema>; $ref?: string; items?: Schema } & Record<
  string,
  unknown
>;

/** Walks the schema as a release is walked and gathers the words about merging. */
function mergeRules(schema: Schema) {
  const wholeLists = new Set<string>();
  const omitted: string[] = [];
  const walk = (one: Schema, path: string[]) => {
    const target = one.$ref === undefined ? one : definition(schema, one.$ref);
    const item = target.items?.$ref ? definition(schema, target.items.$ref) : target.items;
    if (target.wholeListMerge === true) wholeLists.add(path.join('.'));
    if (one.omitWhenMerged === true) omitted.push(path.join('.'));
    if (path.length > 6) return;
    const fields = { ...target.properties, ...item?.properties };
    for (const [name, field] of Object.entries(fields)) walk(field, [...path, name]);
  };
  walk(schema, []);
  return { wholeLists: [...wholeLists], omitted };
}

function definition(schema: Schema, reference: string): Schema {
  const definitions = schema.definitions as Record<string, Schema>;
  return definitions[reference.replace('#/definitions/', '')] ?? {};
}

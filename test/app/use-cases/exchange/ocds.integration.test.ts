import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ocdsPackage } from '#app/use-cases/exchange/ocds-packages.server.ts';
import { ocdsTrial } from '#app/use-cases/exchange/ocds-trial.server.ts';
import { storeOcds } from '#app/use-cases/exchange/store-ocds.server.ts';
import { tryOcds } from '#app/use-cases/exchange/try-ocds.server.ts';
import type { Person } from '#app/domain/people/person.ts';
import { database } from '#db/connection.ts';
import { findAssignments } from '#db/queries/assignments.ts';
import type { Release } from '#server/ocds/ocds.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { OCDS_CORPUS_IS_THERE, ocdsComplaints, ocdsExamples } from '#test/support/ocds-corpus.ts';

const now = new Date('2026-11-21T02:00:00Z');
const uri = 'https://dagang.example/api/v1/ocds/releases';
let project: DemoProject;
let office: Person;

beforeAll(async () => {
  project = await demoProject();
  office = await project.person('pmo@demo.test');
});

afterAll(async () => {
  await project.close();
});

async function releases(actor: Person, code?: string): Promise<Release[]> {
  const given = await ocdsPackage({
    actor,
    kind: 'releases',
    uri,
    ...(code !== undefined && { code }),
  });
  return (given?.releases ?? []) as Release[];
}

async function tried(value: unknown) {
  const bytes = new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
  const outcome = await tryOcds({ actor: office, fileName: 'package.json', bytes, now });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value.importId;
}

const foreign = (more: object) => ({
  ocid: 'ocds-other0-1',
  id: 'r1',
  date: '2026-05-01T00:00:00Z',
  tag: ['tender'],
  ...more,
});

describe('the packages of the demo project', () => {
  it.skipIf(!OCDS_CORPUS_IS_THERE)('are valid by the published schema, for everybody', async () => {
    for (const email of ['pmo@demo.test', 'observer@demo.test', 'firm-a@demo.test']) {
      const actor = await project.person(email);
      for (const [kind, complaintsOf] of [
        ['releases', 'release'],
        ['records', 'record'],
      ] as const) {
        expect(ocdsComplaints(complaintsOf, await ocdsPackage({ actor, kind, uri }))).toEqual([]);
      }
    }
  });

  it('hold a process for each assignment, and the same ids each time', async () => {
    const first = await releases(office);
    expect(new Set(first.map(({ ocid }) => ocid)).size).toBe(27);
    expect(await releases(office)).toEqual(first);
    expect(first.map(({ tag }) => tag[0])).toEqual(
      expect.arrayContaining(['planning', 'tender', 'award', 'contract']),
    );
    const [, , , contract] = await releases(office, 'PMI-4');
    expect(contract).toHaveProperty('contracts.0.value', { amount: 444444, currency: 'CNY' });
  });

  it('tell a subcontractor of the own contract and of nothing else', async () => {
    const firm = await project.person('firm-a@demo.test');
    const text = JSON.stringify(await ocdsPackage({ actor: firm, kind: 'records', uri }));
    expect(text).toContain('P504267-PMI-17');
    expect(text).toContain('171717');
    for (const record of await findAssignments(database())) {
      if (record.code === 'PMI-17' || record.code === 'PMI-3') continue;
      expect(text).not.toContain(`"${record.code}"`);
      expect(text).not.toContain(record.title.en);
    }
    expect(await ocdsPackage({ actor: firm, kind: 'records', uri, code: 'PMI-4' })).toBeNull();
    expect(await ocdsPackage({ actor: firm, kind: 'records', uri, code: 'PMI-99' })).toBeNull();
  });
});

describe('a package of another system', () => {
  it('is shown on trial, stored once, and given out again unchanged', async () => {
    const mine = foreign({ ocid: 'x', tender: { id: 'PMI-4', title: 'Otherwise' }, x_own: [1.5] });
    const nobodys = foreign({ id: 'r2', __extra: { deep: { 文: null } } });
    const extensions = ['https://example.com/extension.json'];
    const importId = await tried({ version: '1.1', extensions, releases: [mine, nobodys] });
    const before = await releases(office);

    const trial = await ocdsTrial({ actor: office, importId, page: 0 });
    expect(trial?.counts).toEqual({ NEW: 2, KNOWN: 0, OTHER: 0 });
    expect(trial?.rows).toMatchObject([
      {
        code: 'PMI-4',
        differences: [
          { column: 'titleEn', register: 'Verifier supervision rules', release: 'Otherwise' },
        ],
      },
      { code: null, differences: [] },
    ]);
    expect(await releases(office)).toEqual(before);

    const both = await Promise.all([
      storeOcds({ actor: office, importId, now }),
      storeOcds({ actor: office, importId, now }),
    ]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const given = await ocdsPackage({ actor: office, kind: 'releases', uri });
    expect(given?.releases).toEqual([...before, mine, nobodys]);
    expect(given?.extensions).toEqual(extensions);
    expect(await releases(office, 'PMI-4')).toContainEqual(mine);
    const again = await ocdsTrial({ actor: office, importId, page: 0 });
    expect(again?.counts).toEqual({ NEW: 0, KNOWN: 2, OTHER: 0 });
  });

  it('that was ours is known, and a release never comes to say other words', async () => {
    const ours = await releases(office, 'PMI-17');
    const [first, ...rest] = ours;
    const importId = await tried({ releases: [{ ...first, language: 'zh' }, ...rest] });
    const trial = await ocdsTrial({ actor: office, importId, page: 0 });
    expect(trial?.counts).toEqual({ NEW: 0, KNOWN: rest.length, OTHER: 1 });
    expect(await storeOcds({ actor: office, importId, now })).toEqual({
      ok: false,
      refusal: { code: 'import.nothing' },
    });
    expect(await releases(office, 'PMI-17')).toEqual(ours);
  });

  it('is refused with each problem, and is nothing to who may not take it in', async () => {
    const bytes = new TextEncoder().encode('{"releases":[{"ocid":"a"}]}');
    const outcome = await tryOcds({ actor: office, fileName: 'a.json', bytes, now });
    expect(!outcome.ok && outcome.refusal.problems?.map(({ path }) => path)).toEqual([
      '/releases/0/id',
      '/releases/0/date',
      '/releases/0/tag',
    ]);
    const firm = await project.person('firm-a@demo.test');
    const nothing = { ok: false, refusal: { code: 'not-found' } };
    expect(await tryOcds({ actor: firm, fileName: 'a.json', bytes, now })).toEqual(nothing);
    const importId = await tried({ releases: [foreign({ id: 'r9' })] });
    expect(await ocdsTrial({ actor: firm, importId, page: 0 })).toBeNull();
    expect(await storeOcds({ actor: firm, importId, now })).toEqual(nothing);
  });

  it('of a foreign contract is not given to a subcontractor', async () => {
    const importId = await tried({
      releases: [foreign({ id: 'CANARY-1', tender: { id: 'PMI-22', title: 'CANARY' } })],
    });
    expect(await storeOcds({ actor: office, importId, now })).toMatchObject({ ok: true });
    const firm = await project.person('firm-a@demo.test');
    expect(JSON.stringify(await releases(office))).toContain('CANARY');
    expect(JSON.stringify(await releases(firm))).not.toContain('CANARY');
  });

  it.skipIf(!OCDS_CORPUS_IS_THERE)(
    'as the standard publishes it comes out with nothing lost',
    async () => {
      for (const { text } of ocdsExamples()) {
        const importId = await tried(text);
        expect(await storeOcds({ actor: office, importId, now })).toMatchObject({ ok: true });
      }
      const given = await releases(office);
      for (const { text } of ocdsExamples()) {
        for (const release of (JSON.parse(text) as { releases: Release[] }).releases) {
          expect(given).toContainEqual(release);
        }
      }
    },
  );
});

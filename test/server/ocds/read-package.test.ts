import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { releasePackage, recordPackage } from '#server/ocds/packages.ts';
import { readPackage } from '#server/ocds/read-package.ts';
import { releasesOf } from '#server/ocds/releases-of.ts';
import { sampleProcess } from './sample-process.ts';

const good = { ocid: 'o', id: '1', date: '2026-01-01T00:00:00Z', tag: ['tender'] };
const publishing = {
  uri: 'https://dagang.example/api/v1/ocds/releases',
  publisher: 'PMO',
  publishedAt: new Date('2026-11-20T00:00:00Z'),
  extensions: [],
};

function problems(value: unknown) {
  const outcome = readPackage(typeof value === 'string' ? value : JSON.stringify(value));
  return outcome.ok ? [] : outcome.refusal.problems.map(({ path, code }) => `${path} ${code}`);
}

describe('reading a package of another system', () => {
  it('gives the releases and the fields of the package as they were received', () => {
    const extra = { ...good, x_own: { deep: [1.5, null, '文'] } };
    const outcome = readPackage(
      JSON.stringify({ version: '1.1', license: 'l', releases: [extra] }),
    );
    expect(outcome).toEqual({
      ok: true,
      value: { envelope: { version: '1.1', license: 'l' }, releases: [extra] },
    });
  });

  it('takes records with their releases, compiled ones, and a release alone', () => {
    const second = { ...good, id: '2' };
    const records = [
      { ocid: 'o', releases: [good, second], compiledRelease: { ...good, id: 'c' } },
      {
        ocid: 'p',
        releases: [{ url: 'https://x.example/#1' }],
        compiledRelease: { ...good, ocid: 'p' },
      },
    ];
    const outcome = readPackage(JSON.stringify({ version: '1.1', records }));
    expect(outcome.ok && outcome.value.releases).toEqual([good, second, { ...good, ocid: 'p' }]);
    const single = readPackage(JSON.stringify(good));
    expect(single.ok && single.value.releases).toEqual([good]);
  });

  it('takes back what we give out, unchanged', () => {
    const releases = releasesOf(sampleProcess());
    for (const given of [
      releasePackage(publishing, releases),
      recordPackage(publishing, releases),
    ]) {
      const outcome = readPackage(JSON.stringify(given));
      expect(outcome.ok && outcome.value.releases).toEqual(releases);
    }
  });

  it('names each problem by its place', () => {
    expect(
      problems({ releases: [{ ...good, date: 'yesterday' }, 5, { ocid: ' ', id: 3 }] }),
    ).toEqual([
      '/releases/0/date ocds.date-missing',
      '/releases/1 ocds.not-an-object',
      '/releases/2/ocid ocds.ocid-missing',
      '/releases/2/id ocds.id-missing',
      '/releases/2/date ocds.date-missing',
      '/releases/2/tag ocds.tag-missing',
    ]);
    expect(problems({ releases: [good, good] })).toEqual(['/releases/1/id ocds.twice']);
    expect(problems({ records: [{ ocid: 'q', releases: [good] }] })).toEqual([
      '/records/0/releases/0/ocid ocds.ocid-differs',
    ]);
    expect(problems({ releases: [{ url: 'https://x.example' }] })).toEqual([
      '/releases/0 ocds.linked',
    ]);
  });

  it('refuses what is no package', () => {
    expect(problems('{')).toEqual([' ocds.not-json']);
    expect(problems([good])).toEqual([' ocds.not-a-package']);
    expect(problems({ releases: [] })).toEqual([' ocds.empty']);
    expect(problems('['.repeat(100_000))).toEqual([' ocds.too-deep']);
  });

  it.each([
    '{"a":12345678901234567890}',
    '{"a":0.12345678901234567891}',
    '{"a":1e400}',
    '{"a":1,"a":2}',
    '{"a":"\\u0000"}',
    '{"a":"\\ud800"}',
  ])('refuses %s, of which something would be lost', (text) => {
    expect(problems(text)).toEqual([' ocds.inexact']);
  });

  it('accepts every package that JSON can hold without loss, and gives it back the same', () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: 'small' }), (value) => {
        const written = JSON.stringify({ releases: [{ ...good, value }] });
        const outcome = readPackage(written);
        // What the database cannot hold is refused; see above.
        fc.pre(outcome.ok || !/\\u0000|\\ud[89a-f]/i.test(written));
        expect(outcome.ok && JSON.stringify({ releases: outcome.value.releases })).toBe(written);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileReleases } from '#server/ocds/compile-releases.ts';
import type { JsonObject, Release } from '#server/ocds/ocds.ts';

const release = (day: number, fields: JsonObject): Release => ({
  ocid: 'o',
  id: `r${day}`,
  date: `2026-01-${String(day).padStart(2, '0')}T00:00:00Z`,
  tag: ['tender'],
  ...fields,
});

function compiled(...fields: JsonObject[]) {
  const { ocid, id, date, tag, ...rest } = compileReleases(
    fields.map((one, index) => release(index + 1, one)),
  );
  expect({ ocid, tag }).toEqual({ ocid: 'o', tag: ['compiled'] });
  expect(id).toBe(`o-${date}`);
  return rest;
}

describe('compiling releases', () => {
  it('keeps the latest value of each field and joins objects field by field', () => {
    expect(
      compiled(
        { tender: { id: 't', status: 'planned', title: 'a' } },
        { tender: { id: 't', status: 'active' } },
      ),
    ).toEqual({ tender: { id: 't', status: 'active', title: 'a' } });
  });

  it('takes the order from the dates, not from the list', () => {
    const late = release(9, { language: 'zh' });
    const early = release(2, { language: 'en' });
    expect(compileReleases([late, early]).language).toBe('zh');
    expect(compileReleases([early, late])).toEqual(compileReleases([late, early]));
  });

  it('takes away what a later release says is null', () => {
    expect(compiled({ a: 1, b: { c: 1, d: 2 } }, { a: null, b: { c: null } })).toEqual({
      b: { d: 2 },
    });
  });

  it('joins things with an id by it, and keeps those without one', () => {
    expect(
      compiled(
        { awards: [{ id: 1, title: 'x', status: 'pending' }, { title: 'none' }] },
        { awards: [{ id: 2 }, { id: 1, status: 'active' }, { title: 'none' }, { id: '1' }] },
      ),
    ).toEqual({
      awards: [
        { id: 1, title: 'x', status: 'active' },
        { title: 'none' },
        { id: 2 },
        { title: 'none' },
        { id: '1' },
      ],
    });
  });

  it('joins lists inside of lists', () => {
    const paid = (id: string, amount: number) => ({
      contracts: [{ id: 'c', implementation: { transactions: [{ id, value: { amount } }] } }],
    });
    expect(compiled(paid('1', 5), paid('2', 6), paid('1', 7))).toEqual({
      contracts: [
        {
          id: 'c',
          implementation: {
            transactions: [
              { id: '1', value: { amount: 7 } },
              { id: '2', value: { amount: 6 } },
            ],
          },
        },
      ],
    });
  });

  it('replaces lists of words and lists that are merged whole', () => {
    const parties = (additionalIdentifiers: JsonObject[], roles: string[]) => ({
      parties: [{ id: 'p', additionalIdentifiers, roles }],
    });
    expect(
      compiled(
        parties([{ scheme: 'A', id: '1' }], ['buyer']),
        parties([{ scheme: 'B', id: '2' }], ['payer', 'payee']),
      ),
    ).toEqual(parties([{ scheme: 'B', id: '2' }], ['payer', 'payee']));
  });

  it('leaves out what belongs to one release', () => {
    expect(compiled({ links: [{ rel: 'x' }], publisher: { name: 'n' } })).toEqual({});
  });

  it('holds a field that has the name of the prototype without touching it', () => {
    const hostile = JSON.parse('{"tender":{"__proto__":{"polluted":true}}}') as JsonObject;
    expect(JSON.stringify(compiled(hostile, hostile))).toBe(
      '{"tender":{"__proto__":{"polluted":true}}}',
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('is the release itself when there is one, whatever it holds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{6,9}$/), NO_NULL), (fields) => {
        expect(compiled(fields as JsonObject)).toEqual(fields);
      }),
    );
  });
});

/** Values without null, in lists without ids. */
const { value: NO_NULL } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z]{3,9}$/), tie('value'), { maxKeys: 4 }),
  ),
}));

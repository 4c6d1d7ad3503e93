import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ASSIGNMENT_KINDS,
  PROCUREMENT_REVIEWS,
  SELECTION_METHODS,
} from '#app/domain/register/assignment.ts';
import {
  DUE_FILTERS,
  GROUPINGS,
  isFiltered,
  readRegisterQuery,
  registerSearch,
  SORT_COLUMNS,
  WHOLE_REGISTER,
  type RegisterQuery,
} from '#app/domain/register/register-query.ts';
import { ASSIGNMENT_STAGES, BOARD_PHASES } from '#app/domain/register/stage.ts';

const orNone = <Value>(...values: readonly Value[]) => fc.constantFrom(null, ...values);
const query: fc.Arbitrary<RegisterQuery> = fc.record({
  text: fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .map((text) => text.trim())
    .filter((text) => readRegisterQuery(new URLSearchParams({ q: text })).ignored.length === 0),
  component: orNone<number | 'none'>(1, 2, 3, 4, 'none'),
  stage: orNone(...ASSIGNMENT_STAGES),
  phase: orNone(...BOARD_PHASES),
  method: orNone(...SELECTION_METHODS),
  kind: orNone(...ASSIGNMENT_KINDS),
  review: orNone(...PROCUREMENT_REVIEWS),
  holder: orNone('01ARZ3NDEKTSV4RRFFQ69G5FAV'),
  due: orNone(...DUE_FILTERS),
  mine: fc.boolean(),
  waiting: fc.boolean(),
  sort: fc.constantFrom(...SORT_COLUMNS),
  direction: fc.constantFrom('ascending', 'descending'),
  group: orNone(...GROUPINGS),
  page: fc.integer({ min: 1, max: 99_999 }),
});

test('every query comes back from its own address, and nothing of it is ignored', () => {
  fc.assert(
    fc.property(query, (asked) => {
      const parameters = new URLSearchParams(registerSearch(asked));

      expect(readRegisterQuery(parameters)).toEqual({ query: asked, ignored: [] });
    }),
  );
});

test('whatever the address says, reading it ends in a query of the register', () => {
  const names = fc.oneof(
    fc.constantFrom('q', 'component', 'stage', 'sort', 'page', 'holder', '__proto__', 'toString'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(names, fc.string())), (pairs) => {
      const { query: found } = readRegisterQuery(new URLSearchParams(pairs));

      expect(readRegisterQuery(new URLSearchParams(registerSearch(found))).query).toEqual(found);
    }),
  );
});

describe('what the register does not know', () => {
  test.each([
    ['component=5', 'component'],
    ['component=1.0', 'component'],
    ['component=%31%20', 'component'],
    ['stage=DREAMING', 'stage'],
    ['phase=running', 'phase'],
    ['method=QCBS%00', 'method'],
    ['due=never', 'due'],
    ['late=1', 'late'],
    ['mine=yes', 'mine'],
    ['waiting=1', 'waiting'],
    ['holder=1%27%20or%20true', 'holder'],
    ['sort=password', 'sort'],
    ['dir=up', 'dir'],
    ['group=due', 'group'],
    ['page=0', 'page'],
    ['page=1e9', 'page'],
    ['page=-1', 'page'],
    ['q=%00', 'q'],
    [`q=${'x'.repeat(101)}`, 'q'],
    ['constructor=1', 'constructor'],
  ])('%s changes nothing and is named', (search, name) => {
    expect(readRegisterQuery(new URLSearchParams(search))).toEqual({
      query: WHOLE_REGISTER,
      ignored: [name],
    });
  });

  test('is the second value of a name too: the first one counts', () => {
    const read = readRegisterQuery(new URLSearchParams('component=2&component=3'));

    expect(read.query.component).toBe(2);
    expect(read.ignored).toEqual(['component']);
  });
});

test('empty choices of a form without scripts ask for nothing', () => {
  const form = 'q=&component=&phase=&holder=&due=&group=&stage=&method=&kind=&review=';

  const read = readRegisterQuery(new URLSearchParams(form));

  expect(read).toEqual({ query: WHOLE_REGISTER, ignored: [] });
  expect(isFiltered(read.query)).toBe(false);
});

test('the row being edited is no part of the query', () => {
  expect(readRegisterQuery(new URLSearchParams('edit=PMI-3&changed=2&index'))).toEqual({
    query: WHOLE_REGISTER,
    ignored: [],
  });
});

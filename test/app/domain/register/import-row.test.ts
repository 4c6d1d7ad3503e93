import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountText, parseAmount } from '#app/domain/register/amount.ts';
import { readCell } from '#app/domain/register/import-cell.ts';
import {
  imported,
  rowJudge,
  type GivenRow,
  type Register,
} from '#app/domain/register/import-row.ts';
import {
  asLookedUp,
  REGISTER_COLUMNS,
  type ColumnValues,
  type RegisterColumn,
} from '#app/domain/register/register-column.ts';
import { ASSIGNMENT_STAGES, type AssignmentStage } from '#app/domain/register/stage.ts';
import { exchangeWords, vocabularyOf } from '#app/use-cases/exchange/exchange-words.server.ts';

/** Rows of one file, one after the other. */
function judgeRows(rows: readonly GivenRow[], register: Register) {
  return rows.map(rowJudge(register));
}

const vocabulary = vocabularyOf(await exchangeWords(), [1, 2, 3, 4]);
const PRESENT: ColumnValues = {
  code: 'PMI-9',
  kind: 'SUBCONTRACT',
  component: '2',
  titleZh: '市场稳定机制设计',
  titleEn: 'Market stability mechanism',
  method: 'CQS',
  review: 'PRIOR',
  stage: 'SIGNED',
  holders: '某研究院 / An institute',
  stepReference: null,
  plannedAmount: '1500000.00',
  plannedCurrency: 'CNY',
  signedOn: '2026-04-15',
  amount: '1400000.50',
  currency: 'CNY',
  startsOn: '2026-05-01',
  endsOn: '2027-04-30',
  nextDeliverable: null,
  dueOn: null,
};

function row(number: number, words: { [Column in RegisterColumn]?: string | null }): GivenRow {
  const cells = Object.entries(words).map(([column, value]) => [
    column,
    { kind: 'text', value: value ?? '' },
  ]);
  return { number, cells: Object.fromEntries(cells) as GivenRow['cells'] };
}

function judged(words: { [Column in RegisterColumn]?: string | null }, stage?: AssignmentStage) {
  const find = (code: string) =>
    code === 'PMI-9' ? { values: PRESENT, stage: stage ?? 'SIGNED' } : undefined;
  const [one] = judgeRows([row(2, words)], { vocabulary, find });
  if (one === undefined) throw new Error('There is no row.');
  const problems = one.problems.map(({ column, rule }) => `${column} ${rule}`);
  return { outcome: one.outcome, changes: one.changes, problems };
}

describe('a row about a contract that is there', () => {
  it('changes nothing when it repeats what the register says, in any column', () => {
    fc.assert(
      fc.property(fc.subarray([...REGISTER_COLUMNS]), (columns) => {
        const said = columns.map((column) => [column, PRESENT[column]]);
        const { outcome, problems } = judged({ ...Object.fromEntries(said), code: 'PMI-9' });
        expect([outcome, problems]).toEqual(['UNCHANGED', []]);
      }),
    );
  });

  it('names what would change, before and after', () => {
    expect(
      judged({
        code: ' pmi-9 ',
        component: '3',
        stepReference: 'CN-1',
        plannedAmount: '1,600,000',
      }),
    ).toEqual({
      outcome: 'CHANGED',
      problems: [],
      changes: [
        { column: 'component', before: '2', after: '3' },
        { column: 'stepReference', before: null, after: 'CN-1' },
        { column: 'plannedAmount', before: '1500000.00', after: '1600000' },
      ],
    });
  });

  it('takes an empty cell of a column that it sets for empty, and of the others for nothing said', () => {
    const empty = Object.fromEntries(REGISTER_COLUMNS.map((column) => [column, null]));
    const kept = { titleZh: PRESENT.titleZh, titleEn: 'x', method: 'CQS', review: 'prior' };
    const { changes, problems } = judged({ ...empty, ...kept, code: 'PMI-9' });
    expect(problems).toEqual([]);
    expect(changes.map(({ column, after }) => [column, after])).toEqual([
      ['component', null],
      ['titleEn', 'x'],
      ['plannedAmount', null],
      ['plannedCurrency', null],
    ]);
  });

  it.each<[{ [Column in RegisterColumn]?: string | null }, string]>([
    [{ stage: 'Closed' }, 'stage stage-moves'],
    [{ kind: '个人任务' }, 'kind kind-changed'],
    [{ titleZh: null }, 'titleZh title-missing'],
    [{ method: 'QCBS' }, 'method method-fixed'],
    [{ method: null }, 'method method-missing'],
    [{ review: null }, 'review review-missing'],
    [{ holders: 'Somebody' }, 'holders holder-facts'],
    [{ amount: '1400000.51', currency: 'CNY' }, 'amount contract-facts'],
    [{ endsOn: '2028-04-30' }, 'endsOn contract-facts'],
    [{ nextDeliverable: 'Final report' }, 'nextDeliverable derived'],
    [{ plannedCurrency: null }, 'plannedCurrency currency-missing'],
    [{ plannedAmount: null }, 'plannedAmount amount-missing'],
    [{ plannedAmount: '1.005' }, 'plannedAmount amount-too-fine'],
    [{ plannedCurrency: 'RMB' }, 'plannedCurrency currency-unknown'],
    [{ titleEn: 'x'.repeat(301) }, 'titleEn title-too-long'],
    [{ stepReference: 'x'.repeat(101) }, 'stepReference text-too-long'],
  ])('is refused for %j', (words, problem) => {
    const { outcome, changes, problems } = judged({ code: 'PMI-9', ...words });
    expect({ outcome, changes, problems }).toEqual({
      outcome: 'REFUSED',
      changes: [],
      problems: [problem],
    });
  });

  it('may set another method before the procurement has begun', () => {
    expect(judged({ code: 'PMI-9', method: 'QCBS' }, 'TOR_CLEARED').outcome).toBe('CHANGED');
  });
});

describe('rows of one file', () => {
  it('[I01] with one code: the first may pass, each later one is refused with its number', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 31, max: 35 }), { maxLength: 12 }), (numbers) => {
        const rows = numbers.map((number, index) =>
          row(index + 2, {
            code: `PMI-${number}`,
            kind: 'INDIVIDUAL',
            titleZh: '一',
            titleEn: 'one',
            method: 'INDV',
          }),
        );
        const outcomes = judgeRows(rows, { vocabulary, find: () => undefined });
        const fresh = outcomes.filter(({ outcome }) => outcome === 'NEW').map(({ code }) => code);
        expect(fresh).toEqual([...new Set(numbers.map((number) => `PMI-${number}`))]);
        for (const { outcome, problems } of outcomes) {
          if (outcome === 'REFUSED') expect(problems[0]?.rule).toBe('code-twice');
        }
      }),
    );
  });

  it('[I01] a sub-contract is one of PMI-1 to PMI-26 and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), (number) => {
        const [one] = judgeRows(
          [
            row(2, {
              code: `PMI-${number}`,
              kind: 'SUBCONTRACT',
              titleZh: '一',
              titleEn: 'one',
              method: 'CQS',
            }),
          ],
          { vocabulary, find: () => undefined },
        );
        expect(one?.outcome).toBe(number <= 26 ? 'NEW' : 'REFUSED');
      }),
    );
  });

  it('without a code is refused, and nothing else is said of it', () => {
    expect(judged({ titleEn: 'x' }).problems).toEqual(['code code-missing']);
    expect(judged({ code: 'nine', signedOn: '2026-04-15' }).problems).toEqual(['code code-shape']);
  });

  it('that hold a formula, an error or a part of a merged area are refused', () => {
    const given = row(2, { code: 'PMI-9' });
    const cells = {
      ...given.cells,
      titleEn: { kind: 'text', value: 'x', formula: true },
      titleZh: { kind: 'error', value: '#REF!' },
    } as const;
    const [one] = judgeRows([{ number: 2, cells, merged: 'A2:C2', outside: 'T' }], {
      vocabulary,
      find: () => undefined,
    });
    expect(one?.problems.map(({ rule, value }) => `${rule} ${value}`)).toEqual(
      expect.arrayContaining(['merged A2:C2', 'outside T', 'formula x', 'error-value #REF!']),
    );
  });
});

describe('cells', () => {
  it.each([
    ['2026-02-28', '2026-02-28'],
    ['2026/2/8', '2026-02-08'],
    ['2026年2月8日', '2026-02-08'],
    ['２０２６－０２－０８', '2026-02-08'],
    ['2026-02-29', null],
    ['28.02.2026', null],
    ['2026-02-28T12:00:00', null],
  ])('a day written as %s is read as %s', (value, read) => {
    expect(readCell('startsOn', { kind: 'text', value }, vocabulary)).toEqual(
      read === null ? { rule: 'date-malformed' } : { value: read },
    );
  });

  it('a number is no day: which it means depends on the program', () => {
    expect(readCell('startsOn', { kind: 'number', value: '46000' }, vocabulary)).toEqual({
      rule: 'date-malformed',
    });
  });

  it('words are understood as codes and in both languages', () => {
    const read = (column: RegisterColumn, value: string) =>
      readCell(column, { kind: 'text', value }, vocabulary);
    for (const value of ['SUBCONTRACT', 'Sub-contract', '分包合同', '  sub-CONTRACT ']) {
      expect(read('kind', value)).toEqual({ value: 'SUBCONTRACT' });
    }
    expect(read('stage', '计划中')).toEqual(read('stage', 'planned'));
    expect(read('review', '事前')).toEqual({ value: 'PRIOR' });
  });

  it('no word of a stage means two things', async () => {
    const words = await exchangeWords();
    for (const stage of ASSIGNMENT_STAGES) {
      for (const t of Object.values(words)) {
        expect(vocabulary.stage.get(asLookedUp(t(`register.stage.${stage}`)))).toBe(stage);
      }
    }
  });
});

describe('amounts', () => {
  const currency = fc.constantFrom('CNY', 'USD', 'JPY', 'KWD');

  it('are written and read again to the last unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), currency, (minor, code) => {
        expect(parseAmount(amountText({ minor, currency: code }), code)).toBe(minor);
      }),
    );
  });

  it('that no number can hold exactly are refused', () => {
    expect(parseAmount('99999999999999999', 'CNY')).toBe('amount-malformed');
    expect(parseAmount('1e5', 'CNY')).toBe('amount-malformed');
    expect(parseAmount('1,50', 'CNY')).toBe('amount-malformed');
  });

  it('are kept with what was there before when only the currency changes', () => {
    const changes = [{ column: 'plannedCurrency' as const, before: 'CNY', after: 'USD' }];
    expect(imported(changes, PRESENT).planned).toEqual({ minor: 150_000_000, currency: 'USD' });
  });
});

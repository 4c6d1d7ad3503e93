import { isCurrencyCode } from '../shared/currency.ts';
import { parseAmount, type AmountFault } from './amount.ts';
import { asLookedUp, type RegisterColumn, type Vocabulary } from './register-column.ts';

/** A cell as it stood in the file; `formula` when its value was worked out. */
export type GivenCell = {
  kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
  value: string;
  formula?: true;
};

export type CellRule =
  | 'formula'
  | 'error-value'
  | 'code-shape'
  | 'kind-unknown'
  | 'component-unknown'
  | 'title-too-long'
  | 'method-unknown'
  | 'review-unknown'
  | 'stage-unknown'
  | 'text-too-long'
  | 'currency-unknown'
  | 'date-malformed'
  | AmountFault;

/** What a cell says in the spelling of `ColumnValues`, or which rule it breaks. */
export function readCell(
  column: RegisterColumn,
  cell: GivenCell,
  vocabulary: Vocabulary,
): { value: string | null } | { rule: CellRule } {
  if (cell.formula === true) return { rule: 'formula' };
  if (cell.kind === 'error') return { rule: 'error-value' };
  const written = cell.value.replace(CONTROL_OR_SPACE, ' ').trim();
  if (written === '') return { value: null };
  switch (column) {
    case 'code':
      return found(CODE.exec(written.normalize('NFKC').toUpperCase())?.[0], 'code-shape');
    case 'kind':
      return found(vocabulary.kind.get(asLookedUp(written)), 'kind-unknown');
    case 'method':
      return found(vocabulary.method.get(asLookedUp(written)), 'method-unknown');
    case 'review':
      return found(vocabulary.review.get(asLookedUp(written)), 'review-unknown');
    case 'stage':
      return found(vocabulary.stage.get(asLookedUp(written)), 'stage-unknown');
    case 'component': {
      const number = vocabulary.components.find((no) => String(no) === written.normalize('NFKC'));
      return found(number?.toString(), 'component-unknown');
    }
    case 'titleZh':
    case 'titleEn':
      return [...written].length > TITLE_MAX ? { rule: 'title-too-long' } : { value: written };
    case 'plannedCurrency':
    case 'currency': {
      const code = written.normalize('NFKC').toUpperCase();
      return found(isCurrencyCode(code) ? code : undefined, 'currency-unknown');
    }
    case 'plannedAmount':
    case 'amount':
      return readAmount(written.normalize('NFKC'));
    case 'signedOn':
    case 'startsOn':
    case 'endsOn':
    case 'dueOn':
      return found(cell.kind === 'number' ? undefined : dayOf(written), 'date-malformed');
    case 'stepReference':
      return [...written].length > REFERENCE_MAX ? { rule: 'text-too-long' } : { value: written };
    case 'holders':
    case 'nextDeliverable':
      return { value: written };
  }
}

/** Its currency stands in another cell; here it only has to be an amount of some currency. */
function readAmount(written: string): { value: string } | { rule: CellRule } {
  const [whole = '', fraction = ''] = written.replaceAll(' ', '').split('.');
  const minor = parseAmount(whole, 'JPY');
  if (typeof minor === 'string') return { rule: minor };
  if (!/^\d*$/.test(fraction)) return { rule: 'amount-malformed' };
  const exact = fraction.replace(/0+$/, '');
  return { value: exact === '' ? String(minor) : `${minor}.${exact}` };
}

/** `2026-02-03`, `2026/2/3`, `2026.2.3` and `2026年2月3日`; undefined when there is no such day. */
function dayOf(written: string): string | undefined {
  const [, year, month, day] = DAY.exec(written.normalize('NFKC')) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
  return exists ? date : undefined;
}

function found(value: string | undefined, rule: CellRule): { value: string } | { rule: CellRule } {
  return value === undefined ? { rule } : { value };
}

const CODE = /^PMI-[1-9]\d{0,5}(-ICS)?$/;
const DAY = /^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?(?:T00:00:00)?$/;
const CONTROL_OR_SPACE = /[\p{Cc}\s]+/gu;
const TITLE_MAX = 300;
const REFERENCE_MAX = 100;

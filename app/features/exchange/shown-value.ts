import {
  ASSIGNMENT_KINDS,
  PROCUREMENT_REVIEWS,
  SELECTION_METHODS,
} from '../../domain/register/assignment.ts';
import type { RegisterColumn } from '../../domain/register/register-column.ts';
import { ASSIGNMENT_STAGES } from '../../domain/register/stage.ts';
import type { Locale } from '../../domain/shared/locale.ts';
import { formatDate } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translator.ts';

/** A value of a column as a reader expects it; what it does not know it shows as it stands. */
export function shownValue(
  column: RegisterColumn | null,
  value: string,
  { t, locale }: { t: Translate; locale: Locale },
): string {
  const among = <Code extends string>(codes: readonly Code[]) => codes.find((one) => one === value);
  switch (column) {
    case 'kind': {
      const kind = among(ASSIGNMENT_KINDS);
      return kind === undefined ? value : t(`register.kind.${kind}`);
    }
    case 'stage': {
      const stage = among(ASSIGNMENT_STAGES);
      return stage === undefined ? value : t(`register.stage.${stage}`);
    }
    case 'method': {
      const method = among(SELECTION_METHODS);
      return method === undefined ? value : t(`board.method.${method}`);
    }
    case 'review': {
      const review = among(PROCUREMENT_REVIEWS);
      return review === undefined ? value : t(`exchange.review.${review}`);
    }
    case 'plannedAmount':
    case 'amount':
      return /^\d+(\.\d+)?$/.test(value) ? withSeparators(locale, value) : value;
    case 'signedOn':
    case 'startsOn':
    case 'endsOn':
    case 'dueOn':
      return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(locale, value) : value;
    default:
      return value;
  }
}

/** `1500000.50` -> `1,500,000.50`: the digits stay as they are. */
function withSeparators(locale: Locale, amount: string): string {
  const places = amount.split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat(locale, { minimumFractionDigits: places }).format(Number(amount));
}

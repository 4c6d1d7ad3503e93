import { z } from 'zod';
import { isCurrency } from '../../domain/contract/currency.ts';
import { parseAmount } from '../../domain/contract/money.ts';
import { readScheduleEntries } from '../../domain/contract/schedule-entries.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { because, type ContractRefusal } from '../../domain/contract/contract-refusal.ts';
import type { Signing } from '../../use-cases/contract/sign-contract.server.ts';
import { calendarDay, optionalDay } from './contract-fields.server.ts';

/** Beside these, `due-<n>` and `pay-<n>` for each deliverable. */
export const signForm = z
  .object({
    consultant: z.string().min(1, 'contract.consultant-unknown').max(100),
    signedOn: calendarDay,
    startsOn: calendarDay,
    endsOn: optionalDay.default(''),
    currency: z.string().refine(isCurrency, 'currency.unknown'),
    amount: z.string().max(100),
    documentVersionId: z.string().max(100).default(''),
  })
  .catchall(z.string().max(100));

type Terms = Omit<Signing, 'actor' | 'code' | 'now'>;

/** The terms as typed: amounts in the words of people, payments as amounts or percentages. */
export function termsOf(form: z.output<typeof signForm>): Result<Terms, ContractRefusal> {
  const { consultant, signedOn, startsOn, endsOn, currency, documentVersionId } = form;
  const amount = parseAmount(form.amount, currency);
  if (!amount.ok) return refused(because(amount.refusal.code, 'amount'));
  const lines = numbered(form, 'pay-');
  const read = readScheduleEntries(
    lines.map(([, text]) => text),
    { amountMinor: amount.value, currency },
  );
  if (!read.ok) return read;
  return granted({
    consultant,
    signedOn,
    startsOn,
    endsOn: endsOn === '' ? null : endsOn,
    currency,
    amountMinor: amount.value,
    payments: lines.flatMap(([deliverableNo], index) => {
      const amountMinor = read.value[index] ?? null;
      return amountMinor === null ? [] : [{ deliverableNo, amountMinor }];
    }),
    dueDates: dueDatesOf(form),
    documentVersionId: documentVersionId === '' ? null : documentVersionId,
  });
}

function dueDatesOf(form: Record<string, string>): (string | null)[] {
  const lines = numbered(form, 'due-');
  const last = lines.at(-1)?.[0] ?? 0;
  const byNumber = new Map(lines);
  return Array.from({ length: last }, (_, index) => {
    const day = optionalDay.safeParse(byNumber.get(index + 1) ?? '');
    return day.success && day.data !== '' ? day.data : null;
  });
}

/** The fields `<prefix><n>` by number, for n below a hundred. */
function numbered(form: Record<string, string>, prefix: string): [number, string][] {
  return Object.entries(form)
    .filter(([name]) => name.startsWith(prefix) && /^[1-9]\d?$/.test(name.slice(prefix.length)))
    .map(([name, text]): [number, string] => [Number(name.slice(prefix.length)), text])
    .toSorted(([one], [other]) => one - other);
}

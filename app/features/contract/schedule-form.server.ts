import { z } from 'zod';
import { readScheduleEntries } from '../../domain/contract/schedule-entries.ts';
import type { Money } from '../../domain/contract/money.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { because, type ContractRefusal } from '../../domain/contract/contract-refusal.ts';
import type { ScheduleRow } from '../../use-cases/contract/set-payment-schedule.server.ts';

/** `deliverable-<n>` and `amount-<n>` for each line. */
export const scheduleForm = z.object({}).catchall(z.string().max(100));

/** The lines that have an amount; percentages are of `left`. */
export function scheduleRowsOf(
  form: Record<string, string>,
  left: Money,
): Result<ScheduleRow[], ContractRefusal> {
  const numbers = Object.keys(form)
    .flatMap((name) => /^amount-([1-9]\d?)$/.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((one, other) => one - other);
  const texts = numbers.map((no) => form[`amount-${no}`] ?? '');
  if (texts.every((text) => text.trim() === '')) return granted([]);
  const read = readScheduleEntries(texts, left);
  if (!read.ok) return read;
  const rows: ScheduleRow[] = [];
  for (const [index, no] of numbers.entries()) {
    const amountMinor = read.value[index] ?? null;
    const deliverableId = form[`deliverable-${no}`] ?? '';
    if (amountMinor === null) continue;
    if (deliverableId === '') {
      return refused(because('schedule.deliverable', `deliverable-${no}`));
    }
    rows.push({ deliverableId, amountMinor });
  }
  return granted(rows);
}

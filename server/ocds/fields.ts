/** The smaller things that releases consist of. What is not known is left out, never null. */
import type { CalendarDate } from '#app/domain/shared/calendar-date.ts';
import { fractionDigits } from '#app/domain/shared/currency.ts';
import type { Bilingual } from '#app/domain/shared/locale.ts';
import type { Money, Party, ProcessMilestone, PublishedDocument } from './contracting-process.ts';
import type { Json, JsonObject } from './ocds.ts';

export function object(fields: Record<string, Json | undefined>): JsonObject {
  const known = Object.entries(fields).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(known) as JsonObject;
}

/** In English, the language of the release, with the Chinese beside it. */
export function bilingual(field: string, text: Bilingual): Record<string, string> {
  return { [field]: text.en, [`${field}_zh`]: text.zh };
}

/** The amount as a decimal number, placed by its digits and never by dividing. */
export function value({ minor, currency }: Money): JsonObject {
  return { amount: Number(`${minor}e-${fractionDigits(currency)}`), currency };
}

/** Days of the project begin in Beijing. */
export function startOf(day: CalendarDate): string {
  return `${day}T00:00:00+08:00`;
}

export function endOf(day: CalendarDate): string {
  return `${day}T23:59:59+08:00`;
}

export function party({ id, name, roles }: Party): JsonObject {
  return object({ id, ...bilingual('name', name), roles });
}

export function reference(parties: readonly Party[], id: string): JsonObject {
  const found = parties.find((one) => one.id === id);
  return object({ id, name: found?.name.en });
}

export function document(one: PublishedDocument): JsonObject {
  return object({
    id: one.id,
    documentType: one.type,
    ...bilingual('title', one.title),
    url: one.url ?? undefined,
    datePublished: one.publishedAt.toISOString(),
  });
}

export function milestone(one: ProcessMilestone): JsonObject {
  return object({
    id: one.id,
    ...bilingual('title', one.title),
    type: one.type,
    dueDate: one.dueOn === null ? undefined : endOf(one.dueOn),
    dateMet: one.metAt?.toISOString(),
    status: one.status,
  });
}

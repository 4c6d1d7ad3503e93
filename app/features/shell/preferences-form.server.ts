import { z } from 'zod';
import { LOCALES } from '../../domain/shared/locale.ts';

const optional = <Value extends string>(words: readonly [Value, ...Value[]]) =>
  z.enum(words).optional();

/** One choice at a time, and the page to come back to. */
export const preferencesForm = z.object({
  locale: optional(LOCALES),
  theme: optional(['light', 'dark', 'system']),
  rail: optional(['wide', 'narrow']),
  next: z.string().max(2_000).default('/'),
});

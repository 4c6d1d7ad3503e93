import { isRegisterField } from './template.ts';
import type { RegisterField } from './template.ts';

/** A stretch of template wording: words as they stand, or a value of the register. */
export type WordingPart = { text: string } | { field: RegisterField };

/** Cuts `{assignment.code}` and the like out of a wording; unknown names stay words. */
export function wordingParts(wording: string): WordingPart[] {
  return wording
    .split(/(\{[^{}]*\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const name = part.slice(1, -1);
      return part.startsWith('{') && isRegisterField(name) ? { field: name } : { text: part };
    });
}

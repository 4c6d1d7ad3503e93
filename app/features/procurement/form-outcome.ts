import { createContext, useContext } from 'react';
import type { RefusalCode } from '../../domain/shared/refusal-code.ts';
import { useTranslate } from '../../i18n/translate.tsx';

/** What the last form got back, or null when none was refused. */
export type FormOutcome = {
  code: RefusalCode;
  fields: Readonly<Record<string, RefusalCode>>;
  submitted: Readonly<Record<string, string>>;
} | null;

export const Outcome = createContext<FormOutcome>(null);

/** How one of several forms of a page came out: nothing is said of the others. */
export function useOutcome(match: Readonly<Record<string, string>>) {
  const outcome = useContext(Outcome);
  const t = useTranslate();
  const isMine =
    outcome !== null &&
    Object.entries(match).every(([field, value]) => outcome.submitted[field] === value);
  if (!isMine) {
    return { refusal: null, reason: () => undefined, typed: () => undefined };
  }
  const isAboutField = Object.keys(outcome.fields).length > 0;
  return {
    /** Why the whole form was refused. */
    refusal: isAboutField ? null : t(`refusals.${outcome.code}`),
    reason: (field: string) => {
      const code = outcome.fields[field];
      return code === undefined ? undefined : t(`refusals.${code}`);
    },
    typed: (field: string) => outcome.submitted[field],
  };
}

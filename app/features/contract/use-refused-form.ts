import { useTranslate } from '../../i18n/translate.tsx';
import type { FormOutcome } from '../register/FactsScreen.tsx';

/** What a form shows after a refusal: the sentence at a field, and what was typed into it. */
export function useRefusedForm(outcome: FormOutcome) {
  const t = useTranslate();
  return {
    /** The sentence that stands above the form, or null. */
    sentence: outcome === null ? null : t(`refusals.${outcome.code}`),
    reason: (field: string): string | undefined => {
      const refusal = outcome?.fields[field];
      return refusal && t(`refusals.${refusal}`);
    },
    typed: (field: string, otherwise = ''): string => outcome?.submitted[field] ?? otherwise,
  };
}

import type { RefusalCode } from '../../domain/shared/refusal-code.ts';

/** What became of the form that was sent last; null when none was refused. */
export type FormOutcome = {
  code: RefusalCode;
  fields: Readonly<Record<string, RefusalCode>>;
  submitted: Readonly<Record<string, string>>;
} | null;

/** The refusal of the form that does `act`, with what was typed into it. */
export function outcomeOf(outcome: FormOutcome, act: string): FormOutcome {
  return outcome?.submitted.act === act ? outcome : null;
}

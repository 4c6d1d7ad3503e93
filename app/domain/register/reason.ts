import type { Refusal } from '../shared/refusal-code.ts';
import { granted, refused, type Result } from '../shared/result.ts';

/** A reason is said in a few sentences; what is longer belongs into the text as comments. */
export const REASON_CHARACTERS_MAX = 500;

/** A reason without space around it; nothing, and more than 500 characters, is refused. */
export function checkedReason(typed: string): Result<string, Refusal> {
  const reason = typed.trim();
  if (reason === '') return refused({ code: 'reason.missing' });
  return checkedNote(reason);
}

/** The same for a note that may be left out. */
export function checkedNote(typed: string): Result<string, Refusal> {
  const note = typed.trim();
  return note.length > REASON_CHARACTERS_MAX ? refused({ code: 'reason.too-long' }) : granted(note);
}

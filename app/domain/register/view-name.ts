import type { Refusal } from '../shared/refusal-code.ts';
import { granted, refused, type Result } from '../shared/result.ts';

const VIEW_NAME_MAX = 80;
/** More than anybody looks through. */
export const VIEWS_A_PERSON_MAX = 50;

/** The name of a saved view in one line, as it will be kept. */
export function checkedViewName(written: string): Result<string, Refusal> {
  const name = written.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (name === '') return refused({ code: 'name.missing' });
  if ([...name].length > VIEW_NAME_MAX) return refused({ code: 'view.name-too-long' });
  return granted(name);
}

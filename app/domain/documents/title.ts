import type { RefusalCode } from '../shared/refusal-code.ts';

/** Fits two lines of a heading in Chinese and three in English. */
export const TITLE_CHARACTERS_MAX = 300;

/** White space squeezed, or why the title is refused. */
export function checkedTitle(
  written: string,
): { ok: true; value: string } | { ok: false; refusal: { code: RefusalCode } } {
  const title = written.replace(CONTROL_OR_SPACE, ' ').trim();
  if (title === '') return { ok: false, refusal: { code: 'title.missing' } };
  if ([...title].length > TITLE_CHARACTERS_MAX) {
    return { ok: false, refusal: { code: 'title.too-long' } };
  }
  return { ok: true, value: title };
}

const CONTROL_OR_SPACE = /[\p{Cc}\s]+/gu;

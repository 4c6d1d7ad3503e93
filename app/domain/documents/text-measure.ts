import type { BlockLanguage } from './document-tree.ts';

/** Size of a text as authors and templates count it. */
export type TextMeasure = {
  /** Han characters and Latin words, each one word. */
  words: number;
  /** Characters that are not white space. */
  characters: number;
  /** Han characters and Latin letters: what tells written text from rules and numbers. */
  letters: number;
};

export function measureText(text: string): TextMeasure {
  const han = countOf(text, HAN);
  return {
    words: han + countOf(text, LATIN_WORD),
    characters: countOf(text, VISIBLE),
    letters: han + countOf(text, LATIN_LETTER),
  };
}

/**
 * The language of a text by its share of Han characters, or null where it has no letters at all.
 * Chinese prose quotes English names and codes freely, so a third of Han is enough.
 */
export function guessLanguage(text: string): BlockLanguage | null {
  const han = countOf(text, HAN);
  const letters = han + countOf(text, LATIN_LETTER);
  if (letters === 0) return null;
  return han / letters > CHINESE_FROM_HAN_SHARE ? 'zh' : 'en';
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

const CHINESE_FROM_HAN_SHARE = 0.3;
const HAN = /\p{Script=Han}/gu;
const LATIN_LETTER = /\p{Script=Latin}/gu;
const LATIN_WORD =
  /(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:['’.,-](?:(?!\p{Script=Han})[\p{L}\p{N}])+)*/gu;
const VISIBLE = /[^\s\uFFFC]/gu;

/**
 * What Dagang keeps on a block beside Lexical's own properties. NodeStates travel in JSON under `$`
 * and in the co-edited document as attributes with the prefix `s_`; defaults are not written.
 */
import { createState } from 'lexical';
import type { BlockLanguage } from '#app/domain/documents/document-tree.ts';
import { NUMBERING_STYLES } from '#app/domain/documents/heading-labels.ts';
import type { NumberingStyle } from '#app/domain/documents/heading-labels.ts';

/** Clause identity of a block. A copy is a new clause, so it starts without. */
export const blockIdState = createState('blockId', {
  parse: textOrNull,
  resetOnCopyNode: true,
});

/** Language of the block's text, or null where the author has not said. */
export const languageState = createState('language', {
  parse: (value): BlockLanguage | null => (value === 'zh' || value === 'en' ? value : null),
});

/** How a heading is numbered. */
export const numberingState = createState('numbering', {
  parse: (value): NumberingStyle => NUMBERING_STYLES.find((style) => style === value) ?? 'none',
});

/** Key of the template section that a heading opens; the other half of a split heading opens none. */
export const sectionKeyState = createState('sectionKey', {
  parse: textOrNull,
  resetOnCopyNode: true,
});

/**
 * Whether a paragraph is the template's advice to the author. Guidance is never exported, so what
 * an author continues below it must not inherit the mark.
 */
export const guidanceState = createState('guidance', {
  parse: (value): 'yes' | 'no' => (value === 'yes' ? 'yes' : 'no'),
  resetOnCopyNode: true,
});

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

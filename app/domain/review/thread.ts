/** What a comment asks for. Type decides later whether an answer is compulsory. */
export const THREAD_TYPES = ['QUESTION', 'CHANGE', 'ISSUE', 'NOTE'] as const;
export type ThreadType = (typeof THREAD_TYPES)[number];

/** Who may see a thread. `INSTITUTION` is the lane of the author's own organisation. */
export const THREAD_VISIBILITIES = ['ALL', 'INSTITUTION'] as const;
export type ThreadVisibility = (typeof THREAD_VISIBILITIES)[number];

/** Accepts any case, because other systems write `Change`. */
export function parseThreadType(value: string): ThreadType | null {
  const key = value.trim().toUpperCase();
  return THREAD_TYPES.find((type) => type === key) ?? null;
}

/** A thread is open until its suggestion was accepted or it was closed; both are facts. */
export type ThreadState = 'OPEN' | 'ACCEPTED' | 'CLOSED';

/** Where a thread's text stands now in the leaf blocks of the document, or nowhere any more. */
export type ThreadPlace =
  | { found: true; start: TextPoint; end: TextPoint }
  /** The text is gone; the thread stays with its quote. */
  | { found: false };

/** A point between characters: the index of a leaf block in reading order and an offset in it. */
export type TextPoint = { leaf: number; offset: number };

/** What was commented, kept with the thread: enough to find the place again by its words. */
export type QuoteAnchor = {
  quote: string;
  /** Up to ANCHOR_CONTEXT_CHARACTERS before and after the quote. */
  prefix: string;
  suffix: string;
};

export const ANCHOR_CONTEXT_CHARACTERS = 32;
/** Longer quotes are refused; a reviewer who marks more means the section. */
export const QUOTE_CHARACTERS_MAX = 2_000;
/** A comment longer than this is a document of its own. */
export const COMMENT_CHARACTERS_MAX = 20_000;

/** What the review panel shows of a thread. */
import type { WordingPart } from '../../domain/review/wording-diff.ts';
import type { ThreadView } from './thread-views.ts';

export type ReviewCard = Omit<ThreadView, 'prefix' | 'suffix' | 'range' | 'place'> & {
  /** `gone`: the words were deleted; the comment stays with its quote. */
  standing: 'in-text' | 'gone';
  /** Suggested wording against the quote. */
  wording: WordingPart[] | null;
};

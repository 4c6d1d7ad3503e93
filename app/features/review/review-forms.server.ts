import { z } from 'zod';
import { THREAD_TYPES } from '../../domain/review/thread.ts';

/** Anything longer than its use case takes is refused there, with the words still at hand. */
const words = z.string().default('');

export const commentForm = z.object({
  type: z.enum(THREAD_TYPES, 'form.invalid'),
  body: words,
  quote: words,
  prefix: words,
  suffix: words,
  suggestedText: words,
  visibility: words,
});

/** `back`: the page to return to. */
export const replyForm = z.object({ body: words, back: words });
export const actForm = z.object({ back: words });

import { z } from 'zod';

/** A text that is too long is refused by the use case, with the words still at hand. */
const words = z.string().default('');

export const blockForm = z.object({ text: words, baseText: words });

import type { review as english } from '../en/review.ts';
import type { SameKeys } from '../message.ts';

export const review = {} as const satisfies SameKeys<typeof english>;

import type { documents as english } from '../en/documents.ts';
import type { SameKeys } from '../message.ts';

export const documents = {} as const satisfies SameKeys<typeof english>;

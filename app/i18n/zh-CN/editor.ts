import type { editor as english } from '../en/editor.ts';
import type { SameKeys } from '../message.ts';

export const editor = {} as const satisfies SameKeys<typeof english>;

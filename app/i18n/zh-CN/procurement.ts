import type { procurement as english } from '../en/procurement.ts';
import type { SameKeys } from '../message.ts';

export const procurement = {
  title: '采购',
} as const satisfies SameKeys<typeof english>;

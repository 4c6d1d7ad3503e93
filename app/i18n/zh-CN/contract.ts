import type { contract as english } from '../en/contract.ts';
import type { SameKeys } from '../message.ts';

export const contract = {
  title: '合同',
} as const satisfies SameKeys<typeof english>;

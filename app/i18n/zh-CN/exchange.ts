import type { exchange as english } from '../en/exchange.ts';
import type { SameKeys } from '../message.ts';

export const exchange = {
  title: '导入导出',
} as const satisfies SameKeys<typeof english>;

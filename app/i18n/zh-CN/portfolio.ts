import type { portfolio as english } from '../en/portfolio.ts';
import type { SameKeys } from '../message.ts';

export const portfolio = {
  title: '项目总览',
} as const satisfies SameKeys<typeof english>;

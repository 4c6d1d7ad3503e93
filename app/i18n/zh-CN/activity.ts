import type { activity as english } from '../en/activity.ts';
import type { SameKeys } from '../message.ts';

export const activity = {
  title: '操作记录',
} as const satisfies SameKeys<typeof english>;

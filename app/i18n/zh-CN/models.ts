import type { models as english } from '../en/models.ts';
import type { SameKeys } from '../message.ts';

export const models = {
  title: '数据模型',
} as const satisfies SameKeys<typeof english>;

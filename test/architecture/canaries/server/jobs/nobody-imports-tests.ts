import { support } from '#test/support.ts';

export const broken = support;

import { log } from '#server/log.ts';

export const broken = log;
